import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in small hexadecimal digits. */
export function hmacSha256Hex(secret: string, ...parts: (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Takes as long for a near miss as for a wild guess. */
export function isSameSecret(given: string, expected: string): boolean {
  const left = Buffer.from(given, "utf8");
  const right = Buffer.from(expected, "utf8");
  return left.length === right.length && timingSafeEqual(left, right);
}
