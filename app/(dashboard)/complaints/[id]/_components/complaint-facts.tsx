import Link from "next/link";
import { DateTime } from "@/components/format/date-time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import type { ComplaintDto } from "@/lib/data/after-sales/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { actorName } from "../../../_shared/actor-name";
import { Facts } from "../../../_shared/facts";

interface ComplaintFactsProps {
  complaint: ComplaintDto;
  customerName: string | null;
  ctx: PageContext;
}

const linkClass = "font-medium text-blue-ink hover:underline";

export async function ComplaintFacts({ complaint, customerName, ctx }: ComplaintFactsProps) {
  const [t, by, common] = await Promise.all([
    getTranslations("complaints"),
    getTranslations("requests.by"),
    getTranslations("common"),
  ]);
  const { locale, timeZone } = ctx;
  const { customerId, orderId, conversationId } = complaint;
  const time = (value: string) => <DateTime value={value} locale={locale} timeZone={timeZone} />;
  const link = (href: string, label: string) => (
    <Link href={href} className={linkClass}>
      {label}
    </Link>
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("facts.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            { label: t("columns.category"), value: t(`categories.${complaint.category}`) },
            {
              label: t("facts.customer"),
              value:
                customerId && can(ctx.actor, "customers:read")
                  ? link(`/customers/${customerId}`, customerName ?? "—")
                  : common("guest"),
            },
            {
              label: t("facts.order"),
              value: orderId ? link(`/orders/${orderId}`, t("facts.openOrder")) : null,
            },
            {
              label: t("facts.conversation"),
              value:
                conversationId && can(ctx.actor, "conversations:read")
                  ? link(`/inbox/${conversationId}`, t("facts.openConversation"))
                  : null,
            },
            { label: t("columns.owner"), value: complaint.ownerName ?? t("nobody") },
            {
              label: t("facts.by"),
              value: actorName(complaint.actor, { bot: by("bot"), customer: by("customer") }),
            },
            { label: t("facts.opened"), value: time(complaint.createdAt) },
            complaint.updatedAt !== complaint.createdAt && {
              label: t("facts.changed"),
              value: time(complaint.updatedAt),
            },
            complaint.closedAt !== null && { label: t("facts.closed"), value: time(complaint.closedAt) },
            { label: t("facts.closedBy"), value: complaint.closedBy },
          ]}
        />
      </CardContent>
    </Card>
  );
}
