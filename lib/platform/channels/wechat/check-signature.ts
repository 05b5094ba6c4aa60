import { createHash } from "node:crypto";
import { InboundRefused } from "../adapter";
import { equalsSecret } from "../equals-secret";
import type { WechatSettings } from "./settings";

/**
 * How far a push's time may lie from ours. The platform gives up after three tries of five seconds, so five minutes
 * are for clocks that go wrong; what is repeated within them meets its own id and is dropped.
 */
const MAX_AGE_SECONDS = 5 * 60;

/** SHA-1 (hex) of the parts, sorted and joined: “验证消息的确来自微信服务器” in the platform's documentation. */
export function signParts(...parts: string[]): string {
  return createHash("sha1")
    .update([...parts].sort().join(""))
    .digest("hex");
}

/**
 * Checks one of the two signatures of a push: `signature` covers time and nonce alone, `msg_signature` the encrypted
 * part too. @throws InboundRefused
 */
export function checkSignature(
  query: URLSearchParams,
  name: "signature" | "msg_signature",
  settings: Pick<WechatSettings, "token" | "previousToken">,
  now: Date,
  ...encrypted: string[]
): void {
  const [given, timestamp, nonce] = [query.get(name), query.get("timestamp"), query.get("nonce")];
  if (!given || !nonce || !timestamp || !/^\d{1,12}$/.test(timestamp)) {
    throw new InboundRefused("malformed", `The address lacks ${name}, timestamp or nonce.`);
  }
  const tokens = [settings.token, settings.previousToken ?? settings.token];
  const matches = tokens.map((token) =>
    equalsSecret(signParts(token, timestamp, nonce, ...encrypted), given.toLowerCase()),
  );
  if (!matches.includes(true)) throw new InboundRefused("forged", "The signature does not fit the token.");
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS) {
    throw new InboundRefused("expired", "The push is older than five minutes, or the clock here is wrong.");
  }
}
