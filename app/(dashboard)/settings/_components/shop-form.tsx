"use client";

import type { FormEvent } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { LOCALES, type Locale } from "@/lib/core/context";
import { LOCALE_NAMES } from "@/lib/platform/i18n/locale-names";
import type { ShopDto } from "@/lib/platform/shop/schemas";
import { updateShop } from "../_actions";

interface ShopFormProps {
  shop: ShopDto;
  timeZones: string[];
  canWrite: boolean;
}

export function ShopForm({ shop, timeZones, canWrite }: ShopFormProps) {
  const t = useTranslations("settings.shop");
  const common = useTranslations("common");
  const { run, isPending, fields } = useAction(updateShop, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run({
      name: String(form.get("name")),
      timeZone: String(form.get("timeZone")),
      defaultLocale: String(form.get("defaultLocale")) as Locale,
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-lg gap-4">
      <fieldset disabled={!canWrite} className="grid gap-4">
        <Field label={t("name")} error={fields.name} required>
          <Input name="name" defaultValue={shop.name} />
        </Field>
        <Field label={t("timeZone")} hint={t("timeZoneHint")} error={fields.timeZone}>
          <NativeSelect name="timeZone" defaultValue={shop.timeZone}>
            {timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("language")} hint={t("languageHint")} error={fields.defaultLocale}>
          <NativeSelect name="defaultLocale" defaultValue={shop.defaultLocale}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {LOCALE_NAMES[locale]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("currency")} hint={t("currencyHint")}>
          <Input value={shop.baseCurrency} readOnly disabled />
        </Field>
      </fieldset>
      {canWrite ? (
        <div>
          <Button type="submit" loading={isPending}>
            {common("save")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
