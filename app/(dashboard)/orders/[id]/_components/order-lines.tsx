import Link from "next/link";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import { NumberValue } from "@/components/format/number";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { Money as Amount } from "@/lib/core/money";
import type { OrderDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ProductNames } from "./product-names";

interface OrderLinesProps {
  order: OrderDto;
  products: ProductNames;
  ctx: PageContext;
}

/** What was bought, and how its total comes about; every amount as the order holds it. */
export async function OrderLines({ order, products, ctx }: OrderLinesProps) {
  const t = await getTranslations("orders");
  const { locale } = ctx;
  const money = (amount: Amount) => <Money {...amount} locale={locale} />;
  const { currency } = order.total;
  const hasLineDiscount = order.lines.some(({ discount }) => discount.amountMinor !== 0);
  const items = order.lines.reduce((sum, line) => sum + line.total.amountMinor, 0);
  const before = hasLineDiscount ? 4 : 3;
  const sums: [label: string, amount: Amount][] = [
    [t("lines.items"), { amountMinor: items, currency }],
    ...(order.discount.amountMinor === 0
      ? []
      : [[t("lines.discount"), { amountMinor: -order.discount.amountMinor, currency }] as [string, Amount]]),
    [t("lines.shipping"), order.shipping],
  ];
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("lines.title")}</CardTitle>
      </CardHeader>
      <Table label={t("lines.title")}>
        <TableHeader>
          <TableRow>
            <TableHead className="pl-4">{t("lines.product")}</TableHead>
            <TableHead className="text-right">{t("lines.unitPrice")}</TableHead>
            <TableHead className="text-right">{t("lines.quantity")}</TableHead>
            {hasLineDiscount ? <TableHead className="text-right">{t("lines.lineDiscount")}</TableHead> : null}
            <TableHead className="pr-4 text-right">{t("lines.total")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {order.lines.map((line) => {
            const product = line.productId ? products[line.productId] : undefined;
            return (
              <TableRow key={line.id}>
                <TableCell className="pl-4">
                  {product && line.productId ? (
                    <>
                      <Link href={`/products/${line.productId}`} className="font-medium hover:text-blue-ink">
                        {nameIn(product.name, locale)}
                      </Link>
                      <span className="block text-ink-3 text-xs">{product.sku}</span>
                    </>
                  ) : (
                    <span className="text-ink-3">{t("lines.removed")}</span>
                  )}
                </TableCell>
                <TableCell className="text-right">{money(line.unitPrice)}</TableCell>
                <TableCell className="text-right">
                  <NumberValue value={line.quantity} locale={locale} />
                </TableCell>
                {hasLineDiscount ? (
                  <TableCell className="text-right">
                    {line.discount.amountMinor === 0
                      ? "—"
                      : money({ ...line.discount, amountMinor: -line.discount.amountMinor })}
                  </TableCell>
                ) : null}
                <TableCell className="pr-4 text-right">{money(line.total)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
        <TableFooter className="font-normal">
          {sums.map(([label, amount], index) => (
            <tr key={label} className={index > 0 ? "[&>*]:border-t-0!" : undefined}>
              <th
                scope="row"
                colSpan={before}
                className="border-t px-2.5 py-1 text-right font-normal text-ink-3"
              >
                {label}
              </th>
              <td className="border-t px-2.5 py-1 pr-4 text-right">{money(amount)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={before} className="border-t px-2.5 py-2.5 text-right font-semibold">
              {t("lines.orderTotal")}
            </th>
            <td data-testid="order-total" className="px-2.5 py-2.5 pr-4 text-right font-semibold">
              {money(order.total)}
            </td>
          </tr>
        </TableFooter>
      </Table>
      {currency === ctx.currency ? null : (
        <p className="border-t px-4 py-2.5 text-right text-ink-3 text-xs">
          {t.rich("lines.inBase", {
            rate: new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(order.fxRate),
            base: ctx.currency,
            currency,
            amount: () => money({ amountMinor: order.baseTotalMinor, currency: ctx.currency }),
          })}
        </p>
      )}
    </Card>
  );
}
