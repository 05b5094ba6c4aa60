import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import { hrefWith } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";
import { listAuditLog } from "@/lib/platform/audit";
import type { AuditEntryDto } from "@/lib/platform/audit/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";

const PATH = "/settings/audit-log";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.auditLog") };
}

export default async function AuditLogPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string; action?: string; subjectId?: string }>;
}) {
  const ctx = await requirePageContext("audit-log:read");
  const params = await searchParams;
  const [t, common, entries] = await Promise.all([
    getTranslations("settings"),
    getTranslations("common"),
    listAuditLog(ctx, params),
  ]);
  const when = (entry: AuditEntryDto) =>
    formatInstant(entry.createdAt, { locale: ctx.locale, timeZone: ctx.timeZone, style: "dateTime" });
  return (
    <Card>
      <DataTable
        label={t("tabs.auditLog")}
        rows={entries.data}
        rowKey={(entry) => entry.id}
        empty={
          <EmptyState
            icon={ScrollText}
            title={t("auditLog.emptyTitle")}
            description={t("auditLog.emptyText")}
          />
        }
        columns={[
          {
            id: "when",
            header: t("auditLog.when"),
            width: "170px",
            cell: (entry) => <time dateTime={entry.createdAt}>{when(entry)}</time>,
          },
          { id: "who", header: t("auditLog.who"), cell: (entry) => entry.actor.name },
          {
            id: "what",
            header: t("auditLog.what"),
            cell: (entry) => <code className="font-mono text-xs">{entry.action}</code>,
          },
          {
            id: "subject",
            header: t("auditLog.subject"),
            from: "md",
            cell: (entry) => (
              <code className="break-all font-mono text-ink-3 text-xs">
                {entry.subject.type} {entry.subject.id}
              </code>
            ),
          },
          {
            id: "details",
            header: t("auditLog.details"),
            from: "lg",
            cell: (entry) =>
              Object.keys(entry.details).length > 0 ? (
                <code className="break-all font-mono text-ink-3 text-xs">
                  {JSON.stringify(entry.details)}
                </code>
              ) : null,
          },
        ]}
      />
      <CursorPager
        {...(params.cursor ? { previousHref: hrefWith(PATH, params, { cursor: undefined }) } : {})}
        {...(entries.nextCursor ? { nextHref: hrefWith(PATH, params, { cursor: entries.nextCursor }) } : {})}
        labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
      />
    </Card>
  );
}
