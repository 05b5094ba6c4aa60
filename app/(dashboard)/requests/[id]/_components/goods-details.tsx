import Link from "next/link";
import { Money } from "@/components/format/money";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { type Money as Amount, formatMoney } from "@/lib/core/money";
import type {
  CancelledOrderDto,
  ChangedOrderLinesDto,
  GrantedPriceProtectionDto,
  RequestedExchangeDto,
  RequestedReturnDto,
} from "@/lib/data/after-sales/schemas";
import { Facts } from "../../../_shared/facts";
import { DetailTable } from "./detail-table";
import { type DetailProps, productName } from "./detail-words";

type Of<Dto extends { details: unknown }> = DetailProps & { details: Dto["details"] };

/** The pieces that come back, and what is paid for them. */
export function ReturnedGoods({ details, ...props }: Of<RequestedReturnDto>) {
  const { t, ctx } = props;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.items")}</CardTitle>
      </CardHeader>
      <DetailTable
        label={t("detail.items")}
        rows={details.lines}
        columns={[
          { label: t("detail.product"), cell: ({ productId }) => <Product id={productId} {...props} /> },
          { label: t("detail.quantity"), align: "end", cell: ({ quantity }) => quantity },
          {
            label: t("detail.amount"),
            align: "end",
            cell: ({ amount }) => <Money {...amount} locale={ctx.locale} />,
          },
        ]}
      />
      {details.shippingRefund ? (
        <div className="border-t px-4 py-1">
          <Facts
            facts={[
              {
                label: t("detail.shippingRefund"),
                value: <Money {...details.shippingRefund} locale={ctx.locale} />,
              },
            ]}
          />
        </div>
      ) : null}
    </Card>
  );
}

/** What comes back beside what goes out for it. */
export function ExchangedGoods({ details, ...props }: Of<RequestedExchangeDto>) {
  const { t, ctx } = props;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.items")}</CardTitle>
      </CardHeader>
      <DetailTable
        label={t("detail.items")}
        rows={details.lines}
        columns={[
          { label: t("detail.from"), cell: ({ fromProductId }) => <Product id={fromProductId} {...props} /> },
          { label: t("detail.to"), cell: ({ toProductId }) => <Product id={toProductId} {...props} /> },
          { label: t("detail.quantity"), align: "end", cell: ({ quantity }) => quantity },
          {
            label: t("detail.difference"),
            align: "end",
            cell: ({ difference }) =>
              difference.amountMinor === 0 ? "—" : signed(difference, ctx.locale, props),
          },
        ]}
      />
    </Card>
  );
}

/** The order's lines after the change, and its total on both sides of it. */
export function ChangedLines({ details, ...props }: Of<ChangedOrderLinesDto>) {
  const { t, ctx } = props;
  const money = (amount: Amount) => <Money {...amount} locale={ctx.locale} />;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.lines")}</CardTitle>
      </CardHeader>
      <DetailTable
        label={t("detail.lines")}
        rows={details.lines}
        columns={[
          { label: t("detail.product"), cell: ({ productId }) => <Product id={productId} {...props} /> },
          { label: t("detail.quantity"), align: "end", cell: ({ quantity }) => quantity },
          { label: t("detail.amount"), align: "end", cell: ({ total }) => money(total) },
        ]}
      />
      <div className="border-t px-4 py-1">
        <Facts
          facts={[
            details.discount.amountMinor > 0 && {
              label: t("detail.discount"),
              value: money({ ...details.discount, amountMinor: -details.discount.amountMinor }),
            },
            { label: t("detail.before"), value: money(details.before) },
            { label: t("detail.after"), value: <strong>{money(details.after)}</strong> },
          ]}
        />
      </div>
    </Card>
  );
}

/** Pieces that a cancelled order held. */
export function ReleasedGoods({ details, ...props }: Of<CancelledOrderDto>) {
  const { t } = props;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.released")}</CardTitle>
      </CardHeader>
      {details.released.length > 0 ? (
        <>
          <DetailTable
            label={t("detail.released")}
            rows={details.released}
            columns={[
              { label: t("detail.product"), cell: ({ productId }) => <Product id={productId} {...props} /> },
              { label: t("detail.quantity"), align: "end", cell: ({ quantity }) => quantity },
            ]}
          />
          <p className="border-t px-4 py-2.5 text-ink-3 text-xs">{t("detail.releasedHint")}</p>
        </>
      ) : (
        <p className="px-4 pb-3.5 text-compact text-ink-3">{t("detail.nothingReleased")}</p>
      )}
    </Card>
  );
}

/** What was paid beside today's price. Line amounts carry no currency of their own: it is the refund's. */
export function LoweredPrices({
  details,
  currency,
  ...props
}: Of<GrantedPriceProtectionDto> & { currency: string }) {
  const { t, ctx } = props;
  const money = (amountMinor: number) => (
    <Money amountMinor={amountMinor} currency={currency} locale={ctx.locale} />
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.items")}</CardTitle>
      </CardHeader>
      <DetailTable
        label={t("detail.items")}
        rows={details.lines}
        columns={[
          { label: t("detail.product"), cell: ({ productId }) => <Product id={productId} {...props} /> },
          { label: t("detail.quantity"), align: "end", cell: ({ quantity }) => quantity },
          { label: t("detail.paid"), align: "end", cell: ({ paidMinor }) => money(paidMinor) },
          { label: t("detail.today"), align: "end", cell: ({ todayMinor }) => money(todayMinor) },
          { label: t("detail.credited"), align: "end", cell: ({ amountMinor }) => money(amountMinor) },
        ]}
      />
    </Card>
  );
}

function Product({ id, ...props }: DetailProps & { id: string | null }) {
  const name = productName(props, id);
  return id && props.products[id] ? (
    <Link href={`/products/${id}`} className="font-medium hover:text-blue-ink">
      {name}
    </Link>
  ) : (
    <span className="text-ink-3">{name}</span>
  );
}

/** Which way the money goes, in words: a sign alone is read either way. */
function signed(difference: Amount, locale: string, { t }: DetailProps): string {
  const amount = formatMoney({ ...difference, amountMinor: Math.abs(difference.amountMinor) }, locale);
  return difference.amountMinor > 0 ? t("money.due", { amount }) : t("money.refund", { amount });
}
