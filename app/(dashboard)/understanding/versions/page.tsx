import type { Metadata } from "next";
import { Suspense } from "react";
import { CursorPager } from "@/components/data-table/cursor-pager";
import type { UrlParams } from "@/components/data-table/href";
import { TableSkeleton } from "@/components/feedback/page-skeletons";
import { DateTime } from "@/components/format/date-time";
import { sentenceGap } from "@/components/format/sentence-gap";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getUnderstandingStatus, listVersions } from "@/lib/service/understanding";
import { compareVersionsInput } from "@/lib/service/understanding/schemas";
import { orFirstPage } from "../../_shared/load";
import { one, pagerHrefs, pick } from "../../_shared/url-state";
import { UnderstandingPage } from "../_components/understanding-page";
import { TrainingCard } from "../_training/training-card";
import { CompareForm } from "./_components/compare-form";
import { ComparedVersions } from "./_components/compared-versions";
import { ShippedCard } from "./_components/shipped-card";
import { VersionCard } from "./_components/version-card";

const PATH = "/understanding/versions";
/** The job's name where a training has activated its own version. */
const TRAINING_JOB = "train-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understanding");
  return { title: `${t("tabs.versions")} · ${t("title")}` };
}

export default async function VersionsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("understanding:read");
  const params = await searchParams;
  const [t, versions, status] = await Promise.all([
    getTranslations("understanding.versions"),
    orFirstPage(listVersions(ctx, { cursor: one(params.cursor), limit: 20 }), PATH),
    getUnderstandingStatus(ctx),
  ]);
  const canManage = can(ctx.actor, "understanding:manage");
  const { active } = status;
  const since = active.activatedAt ? (
    <DateTime value={active.activatedAt} locale={ctx.locale} timeZone={ctx.timeZone} />
  ) : null;
  const before = pick(compareVersionsInput.shape.before, params.before);
  const after = pick(compareVersionsInput.shape.after, params.after);
  return (
    <UnderstandingPage
      ctx={ctx}
      lead={
        <>
          {t("lead", { by: active.number === null ? "shipped" : "own", number: active.number ?? 0 })}
          {sentenceGap(ctx.locale)}
          {since
            ? active.activatedBy === TRAINING_JOB
              ? t.rich("leadTrained", { time: () => since })
              : t.rich("leadSince", { name: active.activatedBy ?? "", time: () => since })
            : null}
        </>
      }
    >
      <TrainingCard
        initial={status}
        canTrain={canManage}
        now={ctx.now().toISOString()}
        timeZone={ctx.timeZone}
      />
      {versions.data.length > 0 ? (
        <CompareForm path={PATH} versions={versions.data} before={before} after={after} />
      ) : null}
      {before && after ? (
        <Suspense
          key={`${before} ${after}`}
          fallback={
            <div className="mb-3.5">
              <TableSkeleton rows={4} columns={4} />
            </div>
          }
        >
          <ComparedVersions ctx={ctx} before={before} after={after} versions={versions.data} />
        </Suspense>
      ) : null}
      <ol aria-label={t("list")} className="grid gap-3.5">
        {versions.data.map((version) => (
          <li key={version.id}>
            <VersionCard ctx={ctx} version={version} status={status} canManage={canManage} />
          </li>
        ))}
        {versions.nextCursor === null ? (
          <li>
            <ShippedCard status={status} canManage={canManage} />
          </li>
        ) : null}
      </ol>
      <CursorPager
        {...pagerHrefs(PATH, params, versions.nextCursor)}
        labels={{ region: t("pager"), previous: t("newer"), next: t("older") }}
      />
    </UnderstandingPage>
  );
}
