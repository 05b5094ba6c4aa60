import { createHash, createHmac } from "node:crypto";

interface Credentials {
  appKey: string;
  appSecret: string;
}

/** JSON with the keys of every object in order and nothing escaped for HTML, as the signature is taken over it. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

/** “API 调用指南”: HMAC-SHA256 (hex) over the named parameters in order, the secret on both sides and as the key. */
export function signCall(
  { appKey, appSecret }: Credentials,
  method: string,
  paramJson: string,
  timestamp: string,
): string {
  const pattern = `app_key${appKey}method${method}param_json${paramJson}timestamp${timestamp}v2`;
  return createHmac("sha256", appSecret).update(`${appSecret}${pattern}${appSecret}`).digest("hex");
}

/** “消息推送服务”: the header `event-sign` is the MD5 (hex) of key, body as it came, and secret. */
export function signPush({ appKey, appSecret }: Credentials, body: Uint8Array): string {
  return createHash("md5").update(appKey).update(body).update(appSecret).digest("hex");
}
