import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/core/env";
import type { SignedAddressInput } from "./schemas";

const HOUR_SECONDS = 3_600;
/** As long as a page with a chat is looked at; whoever comes back later gets new addresses with the thread. */
const VALID_HOURS = 12;

/**
 * Where a visitor's browser gets a file without headers, as a picture on a page is fetched. Whoever has the address has
 * the file for that long. It is the same within an hour, so that browsers keep what they have.
 */
export function signAttachmentAddress(merchantId: string, id: string, now: Date): string {
  const until = (Math.floor(now.getTime() / 1_000 / HOUR_SECONDS) + 1 + VALID_HOURS) * HOUR_SECONDS;
  const query = new URLSearchParams({
    shop: merchantId,
    until: String(until),
    signature: sign(merchantId, id, until),
  });
  return `/api/v1/widget/attachments/${id}?${query}`;
}

export function isAddressValid(
  id: string,
  { shop, until, signature }: SignedAddressInput,
  now: Date,
): boolean {
  const expected = Buffer.from(sign(shop, id, until));
  const given = Buffer.from(signature);
  return (
    until * 1_000 > now.getTime() && expected.length === given.length && timingSafeEqual(expected, given)
  );
}

function sign(merchantId: string, id: string, until: number): string {
  const key = Buffer.from(hkdfSync("sha256", env().ZHANGGUI_SECRET, "", "attachment-addresses", 32));
  return createHmac("sha256", key).update(`${merchantId}/${id.toLowerCase()}/${until}`).digest("base64url");
}
