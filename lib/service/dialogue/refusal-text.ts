import { formatInstant } from "@/lib/core/dates";
import type { Refusal } from "@/lib/data/after-sales/schemas";
import type { Dialogue } from "./task";
import { localeOf } from "./words";

/** Why something cannot be done, with the facts that explain it, to the customer. */
export function refusalText({ language, turn, words }: Dialogue, refusal: Refusal, number: string): string {
  const { reason, windowDays = 0, endedAt, available = 0 } = refusal;
  const day = (instant: string) =>
    formatInstant(instant, { locale: localeOf(language), timeZone: turn.shop.timeZone, style: "day" });
  return words(`refused.${reason}`, { number, windowDays, available, endedAt: endedAt ? day(endedAt) : "" });
}
