"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import type { Locale } from "@/lib/core/context";
import { COUPON_KINDS } from "@/lib/data/coupons/schemas";
import { CategoryChecks } from "../../../_shared/category-checks";
import type { CategoryChoice } from "../../../_shared/category-tree";
import { changeCoupon, createCoupon } from "../../_actions";
import { sayCoupon } from "../../_components/describe-coupon";
import { ProductSearch } from "../../_components/product-search";
import { type CouponDraft, readDraft, toChange } from "../_draft";

interface CouponFormProps {
  draft: CouponDraft;
  currencies: string[];
  categories: CategoryChoice[];
  timeZone: string;
  /** The coupon that is changed; a new one where left out. What a used one gives stays. */
  edited?: { id: string; isUsed: boolean };
}

/** A coupon, with a plain sentence of what it does while it is typed. */
export function CouponForm({ draft: first, currencies, categories, timeZone, edited }: CouponFormProps) {
  const t = useTranslations("coupons");
  const common = useTranslations("common");
  const router = useRouter();
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const done = ({ id, code }: { id: string; code: string }) => {
    toast.success(t(edited ? "form.saved" : "form.created", { code }));
    router.push(`/coupons/${id}`);
  };
  const creation = useAction(createCoupon, { showsFields: true, onSuccess: done });
  const change = useAction(changeCoupon, { showsFields: true, onSuccess: done });
  const { isPending, fields } = edited ? change : creation;
  const isFixed = edited?.isUsed ?? false;
  const set = (change: Partial<CouponDraft>) => setDraft((current) => ({ ...current, ...change }));
  const { input, problems } = readDraft(draft, timeZone);
  const error = (field: keyof CouponDraft, path: string) => {
    const problem = isTried ? problems?.[field] : undefined;
    return problem ? t(`form.${problem}`) : fields[path];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!input) return;
    if (edited) change.run(toChange(edited.id, input, !edited.isUsed));
    else creation.run(input);
  };
  const text = (field: "code" | "percent" | "amount" | "minimum" | "from" | "until" | "limit") => ({
    value: draft[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <form onSubmit={submit} className="grid min-w-0 gap-3.5">
        <Card>
          <CardContent className="grid gap-4 sm:grid-cols-2">
            <Field label={t("form.code")} hint={t("form.codeHint")} error={fields.code} required>
              <Input
                {...text("code")}
                disabled={edited !== undefined}
                className="font-mono uppercase"
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
              />
            </Field>
            <Field label={t("form.kind")}>
              <NativeSelect
                disabled={edited !== undefined}
                value={draft.kind}
                onChange={(event) => {
                  const kind = COUPON_KINDS.find((known) => known === event.target.value);
                  if (kind) set({ kind });
                }}
              >
                {COUPON_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`form.${kind}`)}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            {draft.kind === "percent" ? (
              <Field label={t("form.percentLabel")} error={error("percent", "percentBasisPoints")} required>
                {(control) => (
                  <span className="flex items-center gap-2 text-compact text-ink-2">
                    <Input
                      {...control}
                      {...text("percent")}
                      disabled={isFixed}
                      inputMode="decimal"
                      className="w-24 text-right"
                    />
                    %
                  </span>
                )}
              </Field>
            ) : null}
            {draft.kind === "fixed" ? (
              <Field label={t("form.amount")} error={error("amount", "amountMinor")} required>
                <Input
                  {...text("amount")}
                  disabled={isFixed}
                  inputMode="decimal"
                  className="max-w-40 text-right"
                />
              </Field>
            ) : null}
            <Field label={t("form.currency")} hint={t("form.currencyHint")} error={fields.currency}>
              <NativeSelect
                className="max-w-40"
                disabled={edited !== undefined}
                value={draft.currency}
                onChange={(event) => set({ currency: event.target.value })}
              >
                {currencies.map((currency) => (
                  <option key={currency}>{currency}</option>
                ))}
              </NativeSelect>
            </Field>
            <Field
              label={t("form.minimum")}
              hint={t("form.minimumHint")}
              error={error("minimum", "minimumMinor")}
            >
              <Input
                {...text("minimum")}
                disabled={isFixed}
                inputMode="decimal"
                className="max-w-40 text-right"
              />
            </Field>
            <Field
              label={t("form.limit")}
              hint={t("form.limitHint")}
              error={error("limit", "perCustomerLimit")}
            >
              <Input {...text("limit")} inputMode="numeric" className="max-w-40 text-right" />
            </Field>
            <Field label={t("form.from")} error={fields.validFrom} className="sm:col-start-1">
              <Input {...text("from")} type="datetime-local" className="max-w-56" />
            </Field>
            <Field label={t("form.until")} error={fields.validUntil}>
              <Input {...text("until")} type="datetime-local" className="max-w-56" />
            </Field>
            <p className="text-ink-3 text-xs sm:col-span-2">{t("form.zone", { zone: timeZone })}</p>
            <div className="flex items-start gap-2.5 sm:col-span-2">
              <Switch
                id="coupon-public"
                aria-describedby="coupon-public-hint"
                checked={draft.isPublic}
                onCheckedChange={(isPublic) => set({ isPublic })}
              />
              <div>
                <Label htmlFor="coupon-public">{t("form.isPublic")}</Label>
                <p id="coupon-public-hint" className="text-ink-3 text-xs">
                  {t("form.isPublicHint")}
                </p>
              </div>
            </div>
          </CardContent>
        </Card>
        {isFixed ? null : <ScopeCard draft={draft} set={set} categories={categories} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" loading={isPending}>
            {t(edited ? "form.save" : "form.submit")}
          </Button>
          <Button variant="ghost" onClick={() => router.push(edited ? `/coupons/${edited.id}` : "/coupons")}>
            {common("cancel")}
          </Button>
        </div>
      </form>
      <Preview draft={draft} categories={categories} timeZone={timeZone} />
    </div>
  );
}

interface ScopeCardProps {
  draft: CouponDraft;
  set: (change: Partial<CouponDraft>) => void;
  categories: CouponFormProps["categories"];
}

function ScopeCard({ draft, set, categories }: ScopeCardProps) {
  const t = useTranslations("coupons.form");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("scope")}</CardTitle>
        <CardDescription>{t("scopeHint")}</CardDescription>
      </CardHeader>
      <CardContent className="grid items-start gap-4 sm:grid-cols-2">
        {categories.length > 0 ? (
          <fieldset className="min-w-0">
            <legend className="mb-1.5 font-medium text-compact">{t("categories")}</legend>
            <div className="rounded-md border px-2 py-1">
              <CategoryChecks
                label={t("categories")}
                categories={categories}
                chosenIds={draft.categoryIds}
                onChange={(categoryIds) => set({ categoryIds })}
              />
            </div>
          </fieldset>
        ) : null}
        <div className="grid min-w-0 gap-2">
          <ProductSearch
            label={t("searchProducts")}
            chosenIds={draft.products.map(({ id }) => id)}
            onChoose={({ id, name }) => set({ products: [...draft.products, { id, name }] })}
          />
          <ul className="grid gap-1">
            {draft.products.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-2 text-compact">
                <span className="min-w-0 truncate">{name}</span>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t("remove", { name })}
                  onClick={() => set({ products: draft.products.filter((one) => one.id !== id) })}
                >
                  <X aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </CardContent>
    </Card>
  );
}

function Preview({ draft, categories, timeZone }: Omit<ScopeCardProps, "set"> & { timeZone: string }) {
  const t = useTranslations("coupons");
  const locale = useLocale() as Locale;
  const { input } = readDraft(draft, timeZone);
  const scope = [...categories.filter(({ id }) => draft.categoryIds.includes(id)), ...draft.products].map(
    ({ name }) => name,
  );
  const money = (amountMinor: number) => ({ amountMinor, currency: draft.currency });
  const sentences = input
    ? sayCoupon(
        t,
        {
          kind: draft.kind,
          percentBasisPoints: input.percentBasisPoints ?? null,
          amount: input.amountMinor === undefined ? null : money(input.amountMinor),
          minimum: money(input.minimumMinor ?? 0),
          validFrom: input.validFrom ?? null,
          validUntil: input.validUntil ?? null,
          perCustomerLimit: input.perCustomerLimit ?? null,
          isPublic: draft.isPublic,
        },
        { locale, timeZone, scope },
      )
    : null;
  return (
    <Card className="lg:sticky lg:top-4">
      <CardHeader>
        <CardTitle>{t("form.preview")}</CardTitle>
      </CardHeader>
      <CardContent aria-live="polite">
        {sentences ? (
          <ul className="grid gap-2 text-compact leading-5 [&>li:first-child]:font-medium">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          <p className="text-compact text-ink-3 leading-5">{t("says.open")}</p>
        )}
      </CardContent>
    </Card>
  );
}
