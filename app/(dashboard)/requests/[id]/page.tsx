import type { Metadata } from "next";
import { cache } from "react";
import { DateTime } from "@/components/format/date-time";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { formatMoney } from "@/lib/core/money";
import { can } from "@/lib/core/permissions";
import { getOrderRequest } from "@/lib/data/after-sales";
import { getProductNames } from "@/lib/data/catalog";
import { getCustomerNames } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { EvidenceCard } from "../../_shared/evidence-card";
import { orNotFound } from "../../_shared/load";
import { PageCommands } from "../../_shared/page-commands";
import { RequestStatus } from "../_components/request-status";
import { productIdsOf, RequestDetails } from "./_components/request-details";
import { RequestFacts } from "./_components/request-facts";
import { SettleCard } from "./_components/settle-card";

interface RequestPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("orders:read");
  return { ctx, request: await orNotFound(getOrderRequest(ctx, { id })) };
});

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const [{ request }, t] = await Promise.all([load((await params).id), getTranslations("requests")]);
  return { title: t("requestTitle", { kind: t(`kinds.${request.kind}`), number: request.orderNumber }) };
}

export default async function RequestPage({ params }: RequestPageProps) {
  const { ctx, request } = await load((await params).id);
  const { customerId, conversationId, orderId } = request;
  const nobody: Record<string, string | null> = {};
  const [t, products, names] = await Promise.all([
    getTranslations("requests"),
    can(ctx.actor, "products:read") ? getProductNames(ctx, productIdsOf(request)) : {},
    customerId && can(ctx.actor, "customers:read") ? getCustomerNames(ctx, [customerId]) : nobody,
  ]);
  const money = request.refund ?? request.due;
  const title = t("requestTitle", { kind: t(`kinds.${request.kind}`), number: request.orderNumber });
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/requests" }, { label: title }]}
      toolbar={<span>{ctx.timeZone}</span>}
    >
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {title}
            <RequestStatus status={request.status} label={t(`statuses.${request.status}`)} />
          </span>
        }
        lead={
          <>
            {t("columns.asked")}{" "}
            <DateTime value={request.createdAt} locale={ctx.locale} timeZone={ctx.timeZone} />
          </>
        }
      />
      <PageCommands
        commands={[
          { id: "order", label: t("commands.order"), href: `/orders/${orderId}` },
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
          {request.status === "open" ? (
            <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["requests"]}>
              <SettleCard
                request={{ id: request.id, kind: request.kind, orderNumber: request.orderNumber }}
                amount={money ? formatMoney(money, ctx.locale) : ""}
                canSettle={can(ctx.actor, "orders:service")}
              />
            </Messages>
          ) : null}
          <RequestDetails request={request} ctx={ctx} t={t} products={products} />
          <EvidenceCard evidence={request.evidence} ctx={ctx} />
        </div>
        <RequestFacts
          request={request}
          customerName={(customerId ? names[customerId] : null) ?? null}
          ctx={ctx}
        />
      </div>
    </Page>
  );
}
