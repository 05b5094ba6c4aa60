import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { OrderDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { ReturnStatus } from "../../_components/order-status";
import type { ProductNames } from "./product-names";

interface ReturnsProps {
  order: OrderDto;
  products: ProductNames;
  ctx: PageContext;
}

/** What came back, why, and what was paid back for it. */
export async function Returns({ order, products, ctx }: ReturnsProps) {
  const t = await getTranslations("orders");
  const { locale, timeZone } = ctx;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("returns.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {order.returns.map((item) => (
          <div key={item.id} className="border-t py-3 text-compact first:border-t-0 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-2">
              <ReturnStatus status={item.status} label={t(`returnStatus.${item.status}`)} />
              <DateTime value={item.returnedAt} locale={locale} timeZone={timeZone} />
              <span className="ml-auto">
                {t("returns.refund")} <Money {...item.refund} locale={locale} className="font-medium" />
              </span>
            </div>
            {item.reason ? <p className="mt-1.5 text-ink-2">{reasonIn(item.reason, t)}</p> : null}
            <ul className="mt-1.5 grid gap-0.5 text-ink-3">
              {item.lines.map((line, index) => {
                const product = line.productId ? products[line.productId] : undefined;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a return have no id, and stay put
                  <li key={index} className="flex justify-between gap-4">
                    <span>
                      {line.quantity} × {product ? nameIn(product.name, locale) : t("lines.removed")}
                    </span>
                    <Money {...line.amount} locale={locale} />
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </CardContent>
    </Card>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"orders">>>;

/** A reason that shops commonly code is said in the reader's language, with what was written to it; free words stay. */
function reasonIn(reason: string, t: Words): string {
  const [, code = "", remark = ""] = /^([a-z_]+)(: .*)?$/s.exec(reason) ?? [];
  const key = `returnReasons.${code}` as "returnReasons.damaged";
  return code && t.has(key) ? `${t(key)}${remark}` : reason;
}
