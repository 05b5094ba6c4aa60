import { Sparkles } from "lucide-react";
import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { searchKnowledge } from "@/lib/data/knowledge";
import { searchKnowledgeQuery } from "@/lib/data/knowledge/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { one, pick } from "../../_shared/url-state";
import { KnowledgePage } from "../_components/knowledge-page";
import { AskForm } from "./_components/ask-form";
import { Hits } from "./_components/hits";
import { Verdict } from "./_components/verdict";

const { shape } = searchKnowledgeQuery;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge");
  return { title: `${t("tabs.try")} · ${t("title")}` };
}

export default async function TryPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("knowledge:read");
  const params = await searchParams;
  const q = pick(shape.q, params.q);
  const audience = pick(shape.audience, params.audience) ?? "customers";
  const locale = one(params.locale) ? pick(shape.locale, params.locale) : undefined;
  const [t, found] = await Promise.all([
    getTranslations("knowledge"),
    q ? searchKnowledge(ctx, { q, audience, locale }) : null,
  ]);
  return (
    <KnowledgePage ctx={ctx} lead={t("try.lead")}>
      <div className="grid max-w-3xl gap-3.5">
        <AskForm key={q ?? ""} q={q ?? ""} audience={audience} locale={locale ?? ""} />
        {q && found ? (
          <>
            <Verdict
              q={q}
              found={found}
              audience={audience}
              locale={ctx.locale}
              canWrite={can(ctx.actor, "knowledge:write")}
            />
            <Hits hits={found.data} locale={ctx.locale} />
          </>
        ) : (
          <Card>
            <EmptyState
              icon={Sparkles}
              title={t("try.empty.title")}
              description={t("try.empty.description")}
            />
          </Card>
        )}
      </div>
    </KnowledgePage>
  );
}
