import type { Metadata } from "next";
import { FilterBar } from "@/components/data-table/filter-bar";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { can } from "@/lib/core/permissions";
import { TEXT_LANGUAGES } from "@/lib/intelligence/text";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getUnderstandingStatus, listReviewQueue } from "@/lib/service/understanding";
import { REVIEW_REASONS, reviewQueueInput } from "@/lib/service/understanding/schemas";
import { pick } from "../../_shared/url-state";
import { UnderstandingPage } from "../_components/understanding-page";
import { readIntentChoices } from "../_read-intent-choices";
import { readOwnIntents } from "../_read-own-intents";
import { ReviewList } from "./_components/review-list";

const PATH = "/understanding/review";
const { shape } = reviewQueueInput;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understanding");
  return { title: `${t("tabs.review")} · ${t("title")}` };
}

export default async function ReviewPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("understanding:read");
  const params = await searchParams;
  const filters = {
    sort: pick(shape.sort, params.sort) ?? "newest",
    language: pick(shape.language, params.language),
    reason: pick(shape.reason, params.reason),
    intent: pick(shape.intent, params.intent),
  };
  const [t, names, common, first, own, status, choices] = await Promise.all([
    getTranslations("understanding.review"),
    getTranslations("understanding.language"),
    getTranslations("common"),
    listReviewQueue(ctx, { ...filters, limit: 30 }),
    readOwnIntents(ctx),
    getUnderstandingStatus(ctx),
    readIntentChoices(ctx),
  ]);
  const { waiting } = status;
  const isFiltered = Boolean(filters.language || filters.reason || filters.intent);
  const clearHref = hrefWith(PATH, {}, { sort: filters.sort === "newest" ? undefined : filters.sort });
  return (
    <UnderstandingPage
      ctx={ctx}
      lead={waiting.isMore ? t("leadMany", { count: waiting.count }) : t("lead", { count: waiting.count })}
    >
      {waiting.count > 0 || isFiltered ? (
        <div className="mb-3">
          <FilterBar
            action={PATH}
            selects={[
              {
                name: "sort",
                label: t("sort"),
                value: filters.sort === "newest" ? "" : filters.sort,
                options: [
                  { value: "", label: t("newest") },
                  { value: "uncertain", label: t("uncertain") },
                ],
              },
              {
                name: "language",
                label: t("languageLabel"),
                value: filters.language ?? "",
                options: [
                  { value: "", label: t("anyLanguage") },
                  ...TEXT_LANGUAGES.map((value) => ({ value, label: names(value) })),
                ],
              },
              {
                name: "reason",
                label: t("reasonLabel"),
                value: filters.reason ?? "",
                options: [
                  { value: "", label: t("anyReason") },
                  ...REVIEW_REASONS.map((value) => ({ value, label: t(`reason.${value}`) })),
                ],
              },
              {
                name: "intent",
                label: t("intentLabel"),
                value: filters.intent ?? "",
                options: [
                  { value: "", label: t("anyIntent") },
                  ...choices.map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
            ]}
            labels={{ apply: common("apply"), clear: common("clearFilters") }}
            clearHref={isFiltered ? clearHref : undefined}
          />
        </div>
      ) : null}
      <ReviewList
        key={JSON.stringify(filters)}
        filters={filters}
        first={first}
        own={own}
        lowConfidence={status.lowConfidence}
        canWrite={can(ctx.actor, "understanding:write")}
        clearHref={isFiltered ? clearHref : null}
        now={ctx.now().toISOString()}
        timeZone={ctx.timeZone}
      />
    </UnderstandingPage>
  );
}
