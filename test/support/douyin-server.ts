import { createHash, createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { InboundRequest } from "@/lib/platform/channels/adapter";
import { type DouyinSettings, douyinSettings } from "@/lib/platform/channels/douyin/settings";
import { startPlatform } from "./local-outside";

export const douyinShop = (changes: Partial<DouyinSettings> = {}) =>
  douyinSettings.parse({
    appKey: "3409409348479354011",
    appSecret: "2ad2355c-01d0-11f8-91dc-05a8cd1054b1",
    shopId: "323423",
    messageTag: "900",
    sendMethod: "im.message.send",
    sendParams:
      '{"open_id":"{to}","content":"{\\"text\\":\\"{text}\\"}","msg_type":"text","unique_id":"{id}"}',
    ...changes,
  });

/** A push as the platform signs it. */
export function douyinPush(shop: DouyinSettings, body: string | Uint8Array, secret = shop.appSecret) {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const request: InboundRequest = {
    method: "POST",
    query: new URLSearchParams(),
    headers: {
      "app-id": shop.appKey,
      "event-sign": createHash("md5").update(shop.appKey).update(bytes).update(secret).digest("hex"),
      "content-type": "application/json",
    },
    body: bytes,
  };
  return request;
}

type Trouble = { code: number; sub_code?: string; sub_msg?: string } | "hang up" | "bad gateway";

/** A server that plays openapi-fxg.jinritemai.com: it checks signatures, gives tokens and takes messages. */
export async function startDouyin(shop: DouyinSettings) {
  const state = { valid: "", number: 0, lifeSeconds: 604_800, trouble: new Map<string, Trouble[]>() };
  const json = (response: ServerResponse, body: object) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  const grant = (response: ServerResponse, expires_in: number) => {
    const data = { access_token: state.valid, refresh_token: `refresh ${state.number}`, expires_in };
    json(response, { code: 10000, msg: "success", data });
  };
  const renew = () => {
    state.valid = `token ${++state.number}`;
  };

  const platform = await startPlatform(({ url, body }, response) => {
    const given = Object.fromEntries(url.searchParams);
    const trouble = state.trouble.get(given.method!)?.shift();
    if (trouble === "hang up") return response.socket!.destroy();
    if (trouble === "bad gateway") return response.writeHead(502).end("<html>");
    if (trouble) return json(response, { msg: "refused", sub_code: "", sub_msg: "", ...trouble });
    const named = ["app_key", "method", "timestamp", "v"].map((name) => [name, given[name]!]);
    const pattern = [...named, ["param_json", body]]
      .sort(([a], [b]) => (a! < b! ? -1 : 1))
      .flat()
      .join("");
    const signed = `${shop.appSecret}${pattern}${shop.appSecret}`;
    const sign = createHmac("sha256", shop.appSecret).update(signed, "utf8").digest("hex");
    if (given.sign !== sign || given.sign_method !== "hmac-sha256")
      return json(response, { code: 40003, msg: "非法的参数", sub_code: "isv.signature-invalid" });
    if (url.pathname !== `/${given.method!.replaceAll(".", "/")}`) return json(response, { code: 70000 });
    const params = JSON.parse(body);
    if (given.method === "token.create") {
      if (params.grant_type !== "authorization_self" || params.shop_id !== shop.shopId)
        return json(response, { code: 50001, sub_code: "dop.token-generate-failed:no-authorization" });
      if (state.valid === "") renew();
      return grant(response, state.lifeSeconds);
    }
    if (given.method === "token.refresh") {
      if (params.refresh_token !== `refresh ${state.number}`)
        return json(response, { code: 50001, sub_code: "dop.token-generate-failed:token-invalid" });
      renew();
      return grant(response, 604_800);
    }
    if (given.access_token !== state.valid)
      return json(response, {
        code: 40003,
        sub_code: "isv.access-token-expired",
        sub_msg: "access_token已过期",
      });
    json(response, { code: 10000, msg: "success", data: { result: { message_id: "7000000000000000001" } } });
  });
  const sent = () => platform.heard.filter(({ url }) => url.searchParams.get("method") === shop.sendMethod);
  const calls = () => platform.heard.map(({ url }) => url.searchParams.get("method"));
  const next = (method: string, ...trouble: Trouble[]) => state.trouble.set(method, trouble);
  return { ...platform, state, sent, calls, next };
}
