import Link from "next/link";
import { formatPercent } from "@/components/format/format-number";
import { sentenceGap } from "@/components/format/sentence-gap";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { QualityDto, UnderstandingStatusDto } from "@/lib/service/understanding/schemas";

interface OverviewLeadProps {
  ctx: PageContext;
  quality: QualityDto;
  waiting: UnderstandingStatusDto["waiting"];
}

/** Fewer reviewed messages than this say little about all the others. */
const FEW_REVIEWED = 20;

/** How well the desk understands, how sure that is, and what to do. */
export async function OverviewLead({ ctx, quality, waiting }: OverviewLeadProps) {
  const t = await getTranslations("understanding.lead");
  const { messages, accuracy, reviewed, lowConfidenceShare } = quality.total;
  const percent = (value: number) => formatPercent(value, ctx.locale, { fractionDigits: 0 });
  const understood =
    messages === 0
      ? t("empty")
      : !accuracy
        ? t("unknown", { share: percent(1 - (lowConfidenceShare ?? 0)) })
        : reviewed < FEW_REVIEWED
          ? t("unsure", { accuracy: percent(accuracy.share), reviewed })
          : t("known", { accuracy: percent(accuracy.share) });
  const gap = sentenceGap(ctx.locale);
  return (
    <>
      {understood}
      {gap}
      {waiting.isMore ? t("waitingMany", { count: waiting.count }) : t("waiting", { count: waiting.count })}
      {gap}
      {waiting.count > 0 ? (
        <Link
          href="/understanding/review"
          className="text-blue-ink underline underline-offset-2 hover:no-underline"
        >
          {t("review")}
        </Link>
      ) : null}
    </>
  );
}
