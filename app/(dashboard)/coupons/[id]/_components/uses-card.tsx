import { CursorPager } from "@/components/data-table/cursor-pager";
import { DataTable } from "@/components/data-table/data-table";
import type { UrlParams } from "@/components/data-table/href";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import type { Page } from "@/lib/core/pagination";
import type { CouponUseDto } from "@/lib/data/coupons/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { pagerHrefs } from "../../../_shared/url-state";

interface UsesCardProps {
  uses: Page<CouponUseDto>;
  path: string;
  params: UrlParams;
  ctx: PageContext;
}

/** The orders that used the coupon. */
export async function UsesCard({ uses, path, params, ctx }: UsesCardProps) {
  const [t, common] = await Promise.all([getTranslations("coupons"), getTranslations("common")]);
  const { locale, timeZone } = ctx;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("record.uses")}</CardTitle>
      </CardHeader>
      <DataTable
        label={t("record.uses")}
        rows={uses.data}
        rowKey={({ orderId }) => orderId}
        columns={[
          {
            id: "order",
            header: t("record.order"),
            href: ({ orderId }) => `/orders/${orderId}`,
            cell: ({ orderNumber, isCancelled }) => (
              <span className="flex flex-wrap items-center gap-2">
                {orderNumber}
                {isCancelled ? <Badge>{t("record.cancelled")}</Badge> : null}
              </span>
            ),
          },
          {
            id: "when",
            header: t("record.when"),
            cell: ({ redeemedAt }) => <DateTime value={redeemedAt} locale={locale} timeZone={timeZone} />,
          },
          {
            id: "discount",
            header: t("record.discount"),
            align: "end",
            cell: ({ discount }) => <Money {...discount} locale={locale} />,
          },
        ]}
        empty={<p className="px-4 pb-3.5 text-compact text-ink-3">{t("record.noUses")}</p>}
      />
      <CursorPager
        {...pagerHrefs(path, params, uses.nextCursor)}
        labels={{ region: common("pages"), previous: t("pager.previous"), next: t("pager.next") }}
      />
    </Card>
  );
}
