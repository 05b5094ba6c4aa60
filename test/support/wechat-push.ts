import { createHash } from "node:crypto";
import { encrypt, getSignature } from "@wecom/crypto";
import type { InboundRequest } from "@/lib/platform/channels/adapter";
import { type WechatSettings, wechatSettings } from "@/lib/platform/channels/wechat/settings";

export const NOW = new Date("2026-11-27T08:00:00Z");
export const KEYS = {
  now: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
  before: "ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210zyxwvut",
};

export function wechatAccount(
  changes: Partial<WechatSettings> = {},
): WechatSettings & { encodingAesKey: string } {
  const settings = wechatSettings.parse({
    appId: "wx0123456789abcdef",
    appSecret: "0123456789abcdef0123456789abcdef",
    token: "aTokenOfTheShop",
    encodingAesKey: KEYS.now,
    ...changes,
  });
  return { ...settings, encodingAesKey: settings.encodingAesKey ?? KEYS.now };
}

interface Sending {
  at?: Date;
  nonce?: string;
  token?: string;
  key?: string;
  appId?: string;
}

function address(token: string, { at = NOW, nonce = "1320562132" }: Sending, encrypted?: string) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const plain = [token, timestamp, nonce].sort().join("");
  const query = new URLSearchParams({
    signature: createHash("sha1").update(plain).digest("hex"),
    timestamp,
    nonce,
    openid: "oUser",
  });
  if (encrypted !== undefined) {
    query.set("encrypt_type", "aes");
    query.set("msg_signature", getSignature(token, timestamp, nonce, encrypted));
  }
  return query;
}

export function post(query: URLSearchParams, body: string | Uint8Array): InboundRequest {
  return {
    method: "POST",
    query,
    headers: { "content-type": "text/xml" },
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
}

/** A push in clear, as 明文模式 sends it. */
export function plainPush(account: WechatSettings, body: string | Uint8Array, sending: Sending = {}) {
  return post(address(sending.token ?? account.token, sending), body);
}

/** A push with this encrypted part, signed. `beside` is what the compatible mode writes in clear next to it. */
export function sealedPush(account: WechatSettings, sealed: string, sending: Sending = {}, beside = "") {
  const query = address(sending.token ?? account.token, sending, sealed);
  return post(query, `<xml>${beside}<Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`);
}

/** A push as 安全模式 sends it, encrypted by another implementation than ours. */
export function safePush(
  account: WechatSettings & { encodingAesKey: string },
  message: string,
  sending: Sending = {},
) {
  const sealed = encrypt(sending.key ?? account.encodingAesKey, message, sending.appId ?? account.appId);
  return sealedPush(account, sealed, sending);
}

export function handshake(account: WechatSettings, echo: string, sending: Sending = {}): InboundRequest {
  const query = address(sending.token ?? account.token, sending);
  query.set("echostr", echo);
  return { method: "GET", query, headers: {}, body: new Uint8Array() };
}

/** A push's XML from fields, as the platform writes it. */
export function xmlOf(fields: Record<string, string | number>): string {
  const parts = Object.entries(fields).map(([name, value]) =>
    typeof value === "number" ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  );
  return `<xml>\n${parts.join("\n")}\n</xml>`;
}
