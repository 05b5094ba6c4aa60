"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { UNTIL } from "@/lib/data/after-sales/schemas";
import { DaysField } from "./days-field";
import type { SectionProps } from "./draft";
import { Section } from "./section";

const MOMENTS = [
  ["cancelUntil", "cancel"],
  ["lineChangeUntil", "lines"],
  ["addressChangeUntil", "address"],
] as const;

/** Exchanges, lower prices, and until which moment an order can still change. */
export function ChangeSections({ draft, set, fields }: SectionProps) {
  const t = useTranslations("servicePolicy");
  return (
    <>
      <Section title={t("other.title")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <DaysField
            label={t("other.exchange")}
            hint={t("other.exchangeHint")}
            unit={t("daysAfterDelivery")}
            max={365}
            value={draft.exchangeWindowDays}
            error={fields.exchangeWindowDays}
            onChange={(exchangeWindowDays) => set({ exchangeWindowDays })}
          />
          <DaysField
            label={t("other.price")}
            hint={t("other.priceHint")}
            unit={t("daysAfterOrder")}
            max={365}
            value={draft.priceProtectionDays}
            error={fields.priceProtectionDays}
            onChange={(priceProtectionDays) => set({ priceProtectionDays })}
          />
        </div>
      </Section>
      <Section title={t("until.title")}>
        <div className="grid gap-4 sm:grid-cols-3">
          {MOMENTS.map(([field, word]) => (
            <Field key={field} label={t(`until.${word}`)} error={fields[field]}>
              <NativeSelect
                value={draft[field]}
                onChange={(event) => {
                  const until = UNTIL.find((known) => known === event.target.value);
                  if (until) set({ [field]: until });
                }}
              >
                {UNTIL.map((until) => (
                  <option key={until} value={until}>
                    {t(`until.${until}`)}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          ))}
        </div>
      </Section>
    </>
  );
}
