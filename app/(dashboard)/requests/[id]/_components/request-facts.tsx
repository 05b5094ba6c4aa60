import Link from "next/link";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import type { OrderRequestDto } from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { actorName } from "../../../_shared/actor-name";
import { Facts } from "../../../_shared/facts";

interface RequestFactsProps {
  request: OrderRequestDto;
  customerName: string | null;
  ctx: PageContext;
}

const linkClass = "font-medium text-blue-ink hover:underline";

/** Who asked, when and about what, why, and what became of it. */
export async function RequestFacts({ request, customerName, ctx }: RequestFactsProps) {
  const [t, common] = await Promise.all([getTranslations("requests"), getTranslations("common")]);
  const { locale, timeZone } = ctx;
  const { details, customerId, conversationId } = request;
  const time = (value: string) => <DateTime value={value} locale={locale} timeZone={timeZone} />;
  const reason = `reasons.${String(details.reason)}` as "reasons.other";
  const by = actorName(request.actor, { bot: t("by.bot"), customer: t("by.customer") });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("facts.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            {
              label: t("facts.order"),
              value: (
                <Link href={`/orders/${request.orderId}`} className={linkClass}>
                  {request.orderNumber}
                </Link>
              ),
            },
            {
              label: t("facts.customer"),
              value:
                customerId && can(ctx.actor, "customers:read") ? (
                  <Link href={`/customers/${customerId}`} className={linkClass}>
                    {customerName ?? "—"}
                  </Link>
                ) : (
                  common("guest")
                ),
            },
            conversationId !== null && can(ctx.actor, "conversations:read")
              ? {
                  label: t("facts.conversation"),
                  value: (
                    <Link href={`/inbox/${conversationId}`} className={linkClass}>
                      {t("facts.openConversation")}
                    </Link>
                  ),
                }
              : null,
            { label: t("facts.asked"), value: time(request.createdAt) },
            {
              label: t("facts.by"),
              value: conversationId ? `${by} · ${t("facts.viaChat")}` : by,
            },
            typeof details.reason === "string" && t.has(reason)
              ? { label: t("detail.reason"), value: t(reason) }
              : null,
            request.isOpened !== null && {
              label: t("detail.opened"),
              value: request.isOpened ? t("detail.isOpened") : t("detail.isUnopened"),
            },
            request.refund && {
              label: t("facts.refund"),
              value: <Money {...request.refund} locale={locale} className="font-medium" />,
            },
            request.due && {
              label: t("facts.due"),
              value: <Money {...request.due} locale={locale} className="font-medium" />,
            },
            typeof details.refundDays === "number" && request.refund
              ? { label: t("facts.refundDays"), value: t("facts.days", { days: details.refundDays }) }
              : null,
            request.closedAt !== null && { label: t("facts.closed"), value: time(request.closedAt) },
            { label: t("facts.closedBy"), value: request.closedBy },
            { label: t("facts.note"), value: request.note },
          ]}
        />
        {request.remark ? (
          <figure className="mt-1 border-t pt-2.5 text-compact">
            <figcaption className="text-ink-3">{t("detail.remark")}</figcaption>
            <blockquote className="mt-1 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-2.5">
              {request.remark}
            </blockquote>
          </figure>
        ) : null}
      </CardContent>
    </Card>
  );
}
