import type { Metadata } from "next";
import { cache } from "react";
import { DateTime } from "@/components/format/date-time";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { getComplaint } from "@/lib/data/after-sales";
import { getCustomerNames } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { EvidenceCard } from "../../_shared/evidence-card";
import { orNotFound } from "../../_shared/load";
import { PageCommands } from "../../_shared/page-commands";
import { ComplaintStatus, SeverityBadge } from "../_components/complaint-badges";
import { ActCard } from "./_components/act-card";
import { ComplaintFacts } from "./_components/complaint-facts";

interface ComplaintPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("orders:read");
  return { ctx, complaint: await orNotFound(getComplaint(ctx, { id })) };
});

export async function generateMetadata({ params }: ComplaintPageProps): Promise<Metadata> {
  const [{ complaint }, t] = await Promise.all([load((await params).id), getTranslations("complaints")]);
  return { title: t("complaintTitle", { category: t(`categories.${complaint.category}`) }) };
}

export default async function ComplaintPage({ params }: ComplaintPageProps) {
  const { ctx, complaint } = await load((await params).id);
  const { id, status, severity, ownerName, resolution, customerId, orderId, conversationId } = complaint;
  const nobody: Record<string, string | null> = {};
  const [t, names] = await Promise.all([
    getTranslations("complaints"),
    customerId && can(ctx.actor, "customers:read") ? getCustomerNames(ctx, [customerId]) : nobody,
  ]);
  const title = t("complaintTitle", { category: t(`categories.${complaint.category}`) });
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/complaints" }, { label: title }]}
      toolbar={<span>{ctx.timeZone}</span>}
    >
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {title}
            <SeverityBadge severity={severity} label={t(`severities.${severity}`)} />
            <ComplaintStatus status={status} label={t(`statuses.${status}`)} />
          </span>
        }
        lead={<DateTime value={complaint.createdAt} locale={ctx.locale} timeZone={ctx.timeZone} />}
      />
      <PageCommands
        commands={[
          ...(orderId ? [{ id: "order", label: t("commands.order"), href: `/orders/${orderId}` }] : []),
          ...(customerId
            ? [{ id: "customer", label: t("commands.customer"), href: `/customers/${customerId}` }]
            : []),
          ...(conversationId
            ? [{ id: "conversation", label: t("commands.conversation"), href: `/inbox/${conversationId}` }]
            : []),
        ]}
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 gap-3.5">
          <Card>
            <CardHeader>
              <CardTitle>{t("says")}</CardTitle>
            </CardHeader>
            <CardContent>
              <p className="whitespace-pre-wrap break-words leading-6">{complaint.text}</p>
            </CardContent>
          </Card>
          <EvidenceCard evidence={complaint.evidence} ctx={ctx} />
          {resolution ? (
            <Card>
              <CardHeader>
                <CardTitle>{t("done")}</CardTitle>
              </CardHeader>
              <CardContent>
                <p className="whitespace-pre-wrap break-words leading-6">{resolution}</p>
              </CardContent>
            </Card>
          ) : null}
          <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["complaints"]}>
            <ActCard
              complaint={{ id, status, severity, ownerName, resolution }}
              canChange={can(ctx.actor, "orders:service")}
            />
          </Messages>
        </div>
        <ComplaintFacts
          complaint={complaint}
          customerName={(customerId ? names[customerId] : null) ?? null}
          ctx={ctx}
        />
      </div>
    </Page>
  );
}
