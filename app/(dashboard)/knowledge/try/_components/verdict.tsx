import { CircleCheck, CircleHelp } from "lucide-react";
import Link from "next/link";
import { createTranslator } from "use-intl/core";
import { formatPercent } from "@/components/format/format-number";
import { sentenceGap } from "@/components/format/sentence-gap";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/context";
import type { KnowledgeHitDto, KnowledgeSearchDto } from "@/lib/data/knowledge/schemas";
import { LEAST_CONFIDENCE } from "@/lib/intelligence/retrieval";
import { getTranslations } from "@/lib/platform/http/locale";
import { areaMessages, type Messages } from "@/lib/platform/i18n";

interface VerdictProps {
  q: string;
  found: KnowledgeSearchDto;
  audience: "customers" | "agents";
  locale: Locale;
  canWrite: boolean;
}

/** Whether the best find is given as an answer, and what the answer would be. */
export async function Verdict({ q, found, audience, locale, canWrite }: VerdictProps) {
  const t = await getTranslations("knowledge.try");
  const [best] = found.data;
  const percent = (value: number) => formatPercent(value, locale, { fractionDigits: 0 });
  const figures = { confidence: percent(best?.confidence ?? 0), threshold: percent(LEAST_CONFIDENCE) };
  if (best && found.isConfident) {
    return (
      <Alert tone="jade" data-testid="verdict" data-confident="true">
        <CircleCheck aria-hidden />
        <AlertTitle>{audience === "agents" ? t("agentAnswers") : t("answers")}</AlertTitle>
        <AlertDescription className="grid gap-2">
          <p className="mt-1 whitespace-pre-line rounded-md border bg-surface px-3 py-2 text-ink">
            {answerOf(best, found.language, locale)}
          </p>
          <p>
            {t("answersText", figures)}
            {sentenceGap(locale)}
            {t("before")}
          </p>
        </AlertDescription>
      </Alert>
    );
  }
  return (
    <Alert tone="amber" data-testid="verdict" data-confident="false">
      <CircleHelp aria-hidden />
      <AlertTitle>{t("unsure")}</AlertTitle>
      <AlertDescription className="grid justify-items-start gap-2">
        <p>
          {best ? t("unsureText", figures) : t("nothing")}
          {sentenceGap(locale)}
          {t("before")}
        </p>
        {canWrite ? (
          <Button asChild variant="outline" size="sm">
            <Link href={`/knowledge/new?title=${encodeURIComponent(q.slice(0, 300))}`}>{t("writeOne")}</Link>
          </Button>
        ) : null}
      </AlertDescription>
    </Alert>
  );
}

/** In the words of the question's language, as the bot puts it. */
function answerOf(
  { passage, title }: KnowledgeHitDto,
  asked: KnowledgeSearchDto["language"],
  reader: Locale,
): string {
  const locale = asked === "other" ? reader : asked === "zh" ? "zh-CN" : asked;
  const messages = areaMessages(locale, ["bot"]) as Messages;
  return createTranslator({ locale, messages, namespace: "bot.knowledge" })("answer", { passage, title });
}
