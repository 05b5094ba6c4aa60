import { sentenceGap } from "@/components/format/sentence-gap";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney, type Money } from "@/lib/core/money";
import type { OrderRequestSummaryDto } from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** What waits, since when, and the money in it; a sum for each currency. */
export async function requestsLead(ctx: PageContext, summary: OrderRequestSummaryDto): Promise<string> {
  const t = await getTranslations("requests");
  const { locale, timeZone } = ctx;
  const amounts = (sums: Money[]) =>
    new Intl.ListFormat(locale).format(sums.map((sum) => formatMoney(sum, locale)));
  const since = summary.oldestOpenAt
    ? formatInstant(summary.oldestOpenAt, { locale, timeZone, style: "date" })
    : "";
  return [
    t("lead.waiting", { open: summary.open, since }),
    ...(summary.refunds.length > 0 ? [t("lead.refunds", { amounts: amounts(summary.refunds) })] : []),
    ...(summary.dues.length > 0 ? [t("lead.dues", { amounts: amounts(summary.dues) })] : []),
  ].join(sentenceGap(locale));
}
