import type { Metadata } from "next";
import { cache } from "react";
import { DateTime } from "@/components/format/date-time";
import { Page, PageTitle } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { listOrderRequests } from "@/lib/data/after-sales";
import { getProductNames } from "@/lib/data/catalog";
import { getOrder } from "@/lib/data/orders";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { EvidenceCard } from "../../_shared/evidence-card";
import { orNotFound } from "../../_shared/load";
import { PageCommands } from "../../_shared/page-commands";
import { OrderStatus } from "../_components/order-status";
import { CustomerCard } from "./_components/customer-card";
import { OrderLines } from "./_components/order-lines";
import { OrderTimeline } from "./_components/order-timeline";
import { Returns } from "./_components/returns";
import { ServiceCard } from "./_components/service-card";
import { Shipments } from "./_components/shipments";

interface OrderPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("orders:read");
  return { ctx, order: await orNotFound(getOrder(ctx, { id })) };
});

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const [{ order }, t] = await Promise.all([load((await params).id), getTranslations("orders")]);
  return { title: t("orderTitle", { number: order.number }) };
}

export default async function OrderPage({ params }: OrderPageProps) {
  const { ctx, order } = await load((await params).id);
  const [t, requests] = await Promise.all([
    getTranslations("orders"),
    listOrderRequests(ctx, { orderId: order.id }),
  ]);
  const productIds = [...order.lines, ...order.returns.flatMap(({ lines }) => lines)].flatMap(
    ({ productId }) => productId ?? [],
  );
  const products = can(ctx.actor, "products:read")
    ? await getProductNames(ctx, [...new Set(productIds)])
    : {};
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/orders" }, { label: order.number }]}
      toolbar={<span title={t("timeZone")}>{ctx.timeZone}</span>}
    >
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {t("orderTitle", { number: order.number })}
            <OrderStatus status={order.status} label={t(`status.${order.status}`)} />
          </span>
        }
        lead={
          <>
            {t("placed")} <DateTime value={order.placedAt} locale={ctx.locale} timeZone={ctx.timeZone} />
          </>
        }
      />
      {order.customerId ? (
        <PageCommands
          commands={[
            { id: "customer", label: t("commands.customer"), href: `/customers/${order.customerId}` },
            {
              id: "others",
              label: t("commands.others"),
              href: `/orders?customerId=${order.customerId}`,
            },
          ]}
        />
      ) : null}
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 gap-3.5">
          <OrderLines order={order} products={products} ctx={ctx} />
          <Shipments order={order} ctx={ctx} />
          <EvidenceCard evidence={requests.data.flatMap(({ evidence }) => evidence)} ctx={ctx} />
          {order.returns.length > 0 ? <Returns order={order} products={products} ctx={ctx} /> : null}
        </div>
        <div className="grid min-w-0 gap-3.5">
          <CustomerCard order={order} ctx={ctx} />
          <ServiceCard order={{ id: order.id, number: order.number }} ctx={ctx} />
          <OrderTimeline order={order} ctx={ctx} />
        </div>
      </div>
    </Page>
  );
}
