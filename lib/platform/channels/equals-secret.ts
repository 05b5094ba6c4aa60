import { timingSafeEqual } from "node:crypto";

/** Compares in constant time. How long a signature is, is no secret. */
export function equalsSecret(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
