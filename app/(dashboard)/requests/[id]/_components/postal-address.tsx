import type { Locale } from "@/lib/core/context";
import type { PostalAddress as Address } from "@/lib/data/records/schemas";

/** Countries that write from the largest to the smallest, and the person last. */
const LARGEST_FIRST = new Set(["CN", "JP", "KR", "TW"]);

/** An address as an envelope of its country has it; the country is named in the reader's language. */
export function PostalAddress({ address, locale }: { address: Address; locale: Locale }) {
  const { recipient, phone, lines, city, region, postalCode } = address;
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(address.country);
  const who = [recipient, phone].filter(Boolean).join(" · ");
  const shown = LARGEST_FIRST.has(address.country)
    ? [`${region ?? ""}${city} ${lines.join(" ")}`, [postalCode, country].filter(Boolean).join(" "), who]
    : [who, ...lines, [postalCode, city, region].filter(Boolean).join(" "), country];
  return (
    <address className="text-compact not-italic">
      {shown.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address have no other identity
        <span key={index} className="block break-words">
          {line}
        </span>
      ))}
    </address>
  );
}
