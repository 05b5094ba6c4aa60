"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { ApiError, askJson } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { formatMoney, toMinor } from "@/lib/core/money";
import type { EvaluateCouponsInput, EvaluatedCouponsDto } from "@/lib/data/coupons/schemas";
import { type FoundProduct, ProductSearch } from "../../_components/product-search";
import { CustomerField, type Person } from "./customer-field";
import { TrialResults } from "./trial-results";

interface CartTrialProps {
  /** What to begin with; empty for the public ones. */
  code: string;
  currency: string;
  timeZone: string;
  maySeePeople: boolean;
}

interface Line extends FoundProduct {
  quantity: number;
}

const MAX_QUANTITY = 9_999;

/** A cart to play with: which coupon takes how much off is asked anew at each change. Nothing is used up. */
export function CartTrial({ code, currency, timeZone, maySeePeople }: CartTrialProps) {
  const t = useTranslations("coupons.try");
  const common = useTranslations("common");
  const locale = useLocale();
  const [lines, setLines] = useState<Line[]>([]);
  const [shipping, setShipping] = useState("");
  const [codes, setCodes] = useState(code);
  const [person, setPerson] = useState<Person | null>(null);
  const [isForeign, setForeign] = useState(false);
  const wish: EvaluateCouponsInput = {
    cart: {
      currency,
      lines: lines.map(({ id, quantity }) => ({ productId: id, quantity })),
      shippingMinor: shippingIn(shipping, currency),
      ...(person ? { customerId: person.id } : {}),
    },
    ...(codes.trim()
      ? {
          codes: codes
            .trim()
            .split(/[\s,，]+/)
            .slice(0, 20),
        }
      : {}),
  };
  const asked = useDeferredValue(JSON.stringify(wish));
  const answer = useQuery({
    queryKey: ["coupons", "evaluate", asked],
    queryFn: ({ signal }) =>
      askJson<EvaluatedCouponsDto>("/api/v1/coupons/evaluate", JSON.parse(asked), signal),
    enabled: lines.length > 0,
    placeholderData: (previous) => previous,
    retry: false,
  });
  const add = (product: FoundProduct) => {
    setForeign(product.price.currency !== currency);
    if (product.price.currency === currency) setLines([...lines, { ...product, quantity: 1 }]);
  };
  const change = (id: string, quantity: number) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, quantity } : line)));
  const sumMinor = lines.reduce((sum, { price, quantity }) => sum + price.amountMinor * quantity, 0);
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-2">
      <Card>
        <CardHeader>
          <CardTitle>{t("cart")}</CardTitle>
        </CardHeader>
        <CardContent className="grid gap-4">
          {lines.length > 0 ? (
            <ul className="text-compact">
              {lines.map((line) => (
                <li key={line.id} className="flex items-center gap-2 border-t py-1.5 first:border-t-0">
                  <span className="min-w-0 flex-1">{line.name}</span>
                  <Input
                    type="number"
                    min={1}
                    max={MAX_QUANTITY}
                    className="w-16 text-right"
                    aria-label={t("quantity", { name: line.name })}
                    value={line.quantity}
                    onChange={(event) => {
                      const quantity = Math.trunc(event.target.valueAsNumber);
                      if (quantity >= 1 && quantity <= MAX_QUANTITY) change(line.id, quantity);
                    }}
                  />
                  <span className="w-24 text-right">
                    {formatMoney(
                      { ...line.price, amountMinor: line.price.amountMinor * line.quantity },
                      locale,
                    )}
                  </span>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t("remove", { name: line.name })}
                    onClick={() => setLines(lines.filter(({ id }) => id !== line.id))}
                  >
                    <X aria-hidden />
                  </Button>
                </li>
              ))}
              <li className="flex justify-between border-t pt-2 pr-10 font-medium">
                {t("sum")}
                <span>{formatMoney({ amountMinor: sumMinor, currency }, locale)}</span>
              </li>
            </ul>
          ) : null}
          <ProductSearch label={t("addProduct")} chosenIds={lines.map(({ id }) => id)} onChoose={add} />
          {isForeign ? (
            <p role="alert" className="text-cinnabar-ink text-xs">
              {t("currencyMixed", { currency })}
            </p>
          ) : null}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("shipping")}>
              <Input
                inputMode="decimal"
                className="text-right"
                placeholder="0"
                value={shipping}
                onChange={(event) => setShipping(event.target.value)}
              />
            </Field>
            <Field label={t("codes")} hint={t("codesHint")}>
              <Input
                className="font-mono uppercase"
                autoComplete="off"
                spellCheck={false}
                value={codes}
                onChange={(event) => setCodes(event.target.value)}
              />
            </Field>
            {maySeePeople ? <CustomerField person={person} onChange={setPerson} /> : null}
          </div>
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t("results")}</CardTitle>
        </CardHeader>
        <CardContent aria-live="polite" aria-busy={answer.isFetching}>
          {lines.length === 0 ? <p className="text-compact text-ink-3">{t("empty")}</p> : null}
          {lines.length > 0 && answer.error ? (
            <ErrorState
              cause={answer.error.message}
              requestId={answer.error instanceof ApiError ? answer.error.requestId : undefined}
              labels={{ requestId: common("requestId"), retry: common("retry") }}
              retrying={answer.isFetching}
              onRetry={() => answer.refetch()}
            />
          ) : null}
          {lines.length > 0 && answer.data && !answer.error ? (
            <TrialResults answer={answer.data} timeZone={timeZone} />
          ) : null}
        </CardContent>
      </Card>
    </div>
  );
}

/** What is no amount yet counts as none. */
function shippingIn(text: string, currency: string): number {
  const major = Number(text.trim().replace(",", "."));
  return major > 0 && major < 1e9 ? toMinor(major, currency) : 0;
}
