import Link from "next/link";
import { ConfidenceBar } from "@/components/intents/confidence-bar";
import { Badge } from "@/components/ui/badge";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Locale } from "@/lib/core/context";
import type { KnowledgeHitDto } from "@/lib/data/knowledge/schemas";
import { LEAST_CONFIDENCE } from "@/lib/intelligence/retrieval";
import { getTranslations } from "@/lib/platform/http/locale";

/** What search found, one passage an article. */
export async function Hits({ hits, locale }: { hits: readonly KnowledgeHitDto[]; locale: Locale }) {
  if (hits.length === 0) return null;
  const t = await getTranslations("knowledge");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("try.found")}</CardTitle>
        <CardDescription>{t("try.foundIn")}</CardDescription>
      </CardHeader>
      <ol aria-label={t("try.found")} className="divide-y border-t">
        {hits.map((hit) => (
          <li key={hit.articleId} className="grid gap-1 px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/knowledge/${hit.articleId}`}
                lang={hit.language}
                className="min-w-0 flex-1 basis-48 break-words font-medium hover:text-blue-ink"
              >
                {hit.title}
              </Link>
              <Badge>{t(`language.${hit.language}`)}</Badge>
              <span className="text-compact">
                <span className="sr-only">{t("try.confidence")} </span>
                <ConfidenceBar
                  value={hit.confidence}
                  locale={locale}
                  threshold={LEAST_CONFIDENCE}
                  className="w-32"
                />
              </span>
            </div>
            <p
              lang={hit.language}
              className="whitespace-pre-line break-words text-compact text-ink-2 leading-5"
            >
              {hit.heading ? <span className="text-ink-3">{hit.heading} · </span> : null}
              {hit.passage}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
