"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { FREIGHT_PAYERS } from "@/lib/data/after-sales/schemas";
import { DaysField } from "./days-field";
import type { SectionProps } from "./draft";
import { Section } from "./section";
import { SwitchField } from "./switch-field";

/** What comes back, within which days, and who pays for it. */
export function ReturnSection({ draft, set, fields }: SectionProps) {
  const t = useTranslations("servicePolicy");
  return (
    <Section title={t("returns.title")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <DaysField
          label={t("returns.window")}
          hint={t("returns.windowHint")}
          unit={t("daysAfterDelivery")}
          max={365}
          value={draft.returnWindowDays}
          error={fields.returnWindowDays}
          onChange={(returnWindowDays) => set({ returnWindowDays })}
        />
        <DaysField
          label={t("returns.faulty")}
          hint={t("returns.faultyHint")}
          unit={t("daysAfterDelivery")}
          max={365}
          value={draft.faultyReturnWindowDays}
          error={fields.faultyReturnWindowDays}
          onChange={(faultyReturnWindowDays) => set({ faultyReturnWindowDays })}
        />
        <DaysField
          label={t("returns.sendBack")}
          unit={t("days")}
          min={1}
          max={90}
          value={draft.sendBackDays}
          error={fields.sendBackDays}
          onChange={(sendBackDays) => set({ sendBackDays })}
        />
        <DaysField
          label={t("returns.refund")}
          unit={t("days")}
          min={1}
          max={60}
          value={draft.refundDays}
          error={fields.refundDays}
          onChange={(refundDays) => set({ refundDays })}
        />
        <Field
          label={t("returns.freight")}
          hint={t("returns.freightHint")}
          error={fields.returnFreightPaidBy}
        >
          <NativeSelect
            className="max-w-48"
            value={draft.returnFreightPaidBy}
            onChange={(event) => {
              const payer = FREIGHT_PAYERS.find((known) => known === event.target.value);
              if (payer) set({ returnFreightPaidBy: payer });
            }}
          >
            {FREIGHT_PAYERS.map((payer) => (
              <option key={payer} value={payer}>
                {t(`returns.${payer}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <div className="grid content-start gap-3">
          <SwitchField
            label={t("returns.opened")}
            hint={t("returns.openedHint")}
            checked={draft.acceptsOpenedGoods}
            onChange={(acceptsOpenedGoods) => set({ acceptsOpenedGoods })}
          />
          <SwitchField
            label={t("returns.shipping")}
            hint={t("returns.shippingHint")}
            checked={draft.refundsShipping}
            onChange={(refundsShipping) => set({ refundsShipping })}
          />
        </div>
      </div>
    </Section>
  );
}
