import Link from "next/link";
import { Money } from "@/components/format/money";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { AppError } from "@/lib/core/errors";
import { can } from "@/lib/core/permissions";
import { getCustomer, getCustomerSummary } from "@/lib/data/customers";
import type { OrderDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { Facts } from "../../../_shared/facts";

/** Who bought; of a guest, what stands on the order itself. */
export async function CustomerCard({ order, ctx }: { order: OrderDto; ctx: PageContext }) {
  const [t, common, known] = await Promise.all([
    getTranslations("orders"),
    getTranslations("common"),
    loadCustomer(ctx, order.customerId),
  ]);
  const name = known
    ? (known.customer.name ?? known.customer.email ?? t("customer.erased"))
    : common("guest");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("columns.customer")}</CardTitle>
      </CardHeader>
      <CardContent>
        {known ? (
          <Link
            href={`/customers/${known.customer.id}`}
            className="font-medium text-blue-ink hover:underline"
          >
            {name}
          </Link>
        ) : (
          <p>{name}</p>
        )}
        <div className="mt-1">
          <Facts
            facts={[
              { label: t("customer.email"), value: order.email ?? known?.customer.email },
              { label: t("customer.phone"), value: order.phone ?? known?.customer.phone },
              known && { label: t("customer.orders"), value: known.summary.orders },
              known && {
                label: t("customer.revenue"),
                value: <Money {...known.summary.revenue} locale={ctx.locale} />,
              },
            ]}
          />
        </div>
      </CardContent>
    </Card>
  );
}

async function loadCustomer(ctx: PageContext, id: string | null) {
  if (!id || !can(ctx.actor, "customers:read")) return null;
  try {
    const [customer, summary] = await Promise.all([
      getCustomer(ctx, { id }),
      getCustomerSummary(ctx, { id }),
    ]);
    return { customer, summary };
  } catch (error) {
    // The order outlives the record of its buyer.
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
