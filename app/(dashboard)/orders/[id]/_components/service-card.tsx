import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { DateTime } from "@/components/format/date-time";
import { Messages } from "@/components/shell/messages";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney, type Money } from "@/lib/core/money";
import { can } from "@/lib/core/permissions";
import { getServiceOptions, listOrderRequests } from "@/lib/data/after-sales";
import type { Refusal, ServiceOptionsDto } from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { RequestStatus } from "../../../requests/_components/request-status";
import { ServiceAct } from "./service-act";

interface ServiceCardProps {
  order: { id: string; number: string };
  ctx: PageContext;
}

/** What was asked for about the order, and what could be done for it now, or why not. */
export async function ServiceCard({ order, ctx }: ServiceCardProps) {
  const [t, requests, options] = await Promise.all([
    getTranslations("requests"),
    listOrderRequests(ctx, { orderId: order.id }),
    getServiceOptions(ctx, { orderId: order.id }),
  ]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("onOrder.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {requests.data.length > 0 ? (
          <ul className="text-compact">
            {requests.data.map(({ id, kind, status, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-2 border-t py-2 first:border-t-0">
                <Link href={`/requests/${id}`} className="font-medium text-blue-ink hover:underline">
                  {t(`kinds.${kind}`)}
                </Link>
                <RequestStatus status={status} label={t(`statuses.${status}`)} />
                <span className="ml-auto text-ink-3">
                  <DateTime value={createdAt} locale={ctx.locale} timeZone={ctx.timeZone} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-compact text-ink-3">{t("onOrder.none")}</p>
        )}
        <h3 className="mt-2 border-t pt-3 font-medium text-compact">{t("onOrder.possible")}</h3>
        <Options options={options} order={order} ctx={ctx} />
      </CardContent>
    </Card>
  );
}

async function Options({ options, order, ctx }: ServiceCardProps & { options: ServiceOptionsDto }) {
  const t = await getTranslations("requests.onOrder");
  const { locale, timeZone } = ctx;
  const money = (amount: Money | null) => (amount ? formatMoney(amount, locale) : "");
  const say = (check: { isPossible: true } | Refusal, yes: () => string) =>
    check.isPossible ? yes() : t(`reasons.${check.reason}`);
  const { cancel, changeAddress, return: back, priceProtection, invoice } = options;
  const cancelRefund = cancel.isPossible ? money(cancel.refund) : "";
  const lowered = priceProtection.isPossible ? money(priceProtection.refund) : "";
  const rows = [
    {
      key: "cancel",
      isPossible: cancel.isPossible,
      text: say(cancel, () =>
        t("yes.cancel", { amount: cancelRefund, hasMoney: cancelRefund ? "yes" : "no" }),
      ),
    },
    {
      key: "changeAddress",
      isPossible: changeAddress.isPossible,
      text: say(changeAddress, () => t("yes.changeAddress")),
    },
    {
      key: "return",
      isPossible: back.isPossible,
      text: back.isPossible
        ? t("yes.return", {
            amount: money(back.refund),
            until: formatInstant(back.endsAt, { locale, timeZone, style: "dateTime" }),
          })
        : t(`reasons.${back.reason}`),
    },
    {
      key: "priceProtection",
      isPossible: priceProtection.isPossible,
      text: say(priceProtection, () => t("yes.priceProtection", { amount: lowered })),
    },
    {
      key: "invoice",
      isPossible: invoice.isPossible,
      text: invoice.isPossible
        ? t("yes.invoice", { amount: money(invoice.amount) })
        : t(`reasons.${invoice.reason}`),
    },
  ] as const;
  const mayServe = can(ctx.actor, "orders:service");
  return (
    <>
      <ul className="mt-1 text-compact">
        {rows.map(({ key, isPossible, text }) => (
          <li key={key} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2 py-1.5">
            {isPossible ? (
              <Check aria-hidden className="mt-px size-4 text-jade" />
            ) : (
              <Minus aria-hidden className="mt-px size-4 text-ink-3" />
            )}
            <span>
              {t(`services.${key}`)}
              <span className="block text-ink-3">{text}</span>
            </span>
          </li>
        ))}
      </ul>
      {mayServe && (cancel.isPossible || priceProtection.isPossible) ? (
        <Messages locale={locale} timeZone={timeZone} areas={["requests"]}>
          <div className="mt-2 flex flex-wrap gap-2">
            {cancel.isPossible ? (
              <ServiceAct act="cancel" orderId={order.id} number={order.number} amount={cancelRefund} />
            ) : null}
            {priceProtection.isPossible ? (
              <ServiceAct act="priceProtection" orderId={order.id} number={order.number} amount={lowered} />
            ) : null}
          </div>
        </Messages>
      ) : null}
    </>
  );
}
