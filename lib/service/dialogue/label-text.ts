import type { z } from "zod";
import { formatInstant } from "@/lib/core/dates";
import type { returnLabelDto } from "@/lib/data/after-sales/schemas";
import type { Dialogue } from "./task";
import { localeOf } from "./words";

/** What the customer has to do with a parcel that goes back: its number, where to, by whom, until when, at whose cost. */
export function labelText(
  { words, language, turn }: Dialogue,
  done: "return.done" | "exchange.done",
  label: z.infer<typeof returnLabelDto>,
): string {
  const { rmaNumber, address, carrier, freightPaidBy, sendBackBefore } = label;
  const locale = localeOf(language);
  const before = formatInstant(sendBackBefore, { locale, timeZone: turn.shop.timeZone, style: "day" });
  const lines = address && [address.recipient, ...address.lines, address.city, address.postalCode ?? ""];
  return [
    words(done, { rma: rmaNumber, before }),
    lines
      ? words("return.to", { address: lines.filter((part) => part !== "").join(", ") })
      : words("return.toUnknown"),
    ...(carrier ? [words("return.carrier", { carrier })] : []),
    words(`return.freight.${freightPaidBy}`),
  ].join("\n");
}
