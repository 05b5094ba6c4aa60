"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { formatInstant } from "@/lib/core/dates";
import { minorDigits, toMajor, toMinor } from "@/lib/core/money";
import type { EscalationRulesDto } from "@/lib/service/dialogue/schemas";
import { updateEscalationRules } from "../_actions";

const RULES = ["unclear", "anger", "agitatedVoice", "complaint", "amount", "bestCustomers"] as const;
type Rule = (typeof RULES)[number];

interface EscalationFormProps {
  rules: EscalationRulesDto;
  /** The shop's base currency, in which amounts are given. */
  currency: string;
  canWrite: boolean;
}

/** A switch for each rule, with the figure from which it holds. */
export function EscalationForm({ rules, currency, canWrite }: EscalationFormProps) {
  const t = useTranslations("settings.escalation");
  const common = useTranslations("common");
  const [locale, timeZone] = [useLocale(), useTimeZone() ?? "UTC"];
  const [isOn, setOn] = useState(
    () => Object.fromEntries(RULES.map((rule) => [rule, rules[rule].isOn])) as Record<Rule, boolean>,
  );
  const { run, isPending, fields } = useAction(updateEscalationRules, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => Number(form.get(name));
    run({
      unclear: { isOn: isOn.unclear, messages: number("unclear") },
      anger: { isOn: isOn.anger, messages: number("anger") },
      agitatedVoice: { isOn: isOn.agitatedVoice, arousal: number("agitatedVoice") },
      complaint: { isOn: isOn.complaint },
      amount: { isOn: isOn.amount, amountMinor: toMinor(number("amount"), currency) },
      bestCustomers: { isOn: isOn.bestCustomers, spentMinor: toMinor(number("bestCustomers"), currency) },
    });
  };
  const money = (amountMinor: number) => toMajor({ amountMinor, currency });
  const step = 10 ** -minorDigits(currency);
  const figure = (
    rule: Rule,
    label: string,
    value: number,
    range: { min: number; max?: number; step: number },
  ) => (
    <Field label={label} error={Object.entries(fields).find(([path]) => path.startsWith(`${rule}.`))?.[1]}>
      <Input
        name={rule}
        type="number"
        required
        inputMode="decimal"
        defaultValue={value}
        {...range}
        className="w-36 tabular-nums"
      />
    </Field>
  );
  const figures: Partial<Record<Rule, ReactNode>> = {
    unclear: figure("unclear", t("messages"), rules.unclear.messages, { min: 1, max: 5, step: 1 }),
    anger: figure("anger", t("messages"), rules.anger.messages, { min: 1, max: 3, step: 1 }),
    agitatedVoice: figure("agitatedVoice", t("arousal"), rules.agitatedVoice.arousal, {
      ...{ min: 0.3, max: 1, step: 0.05 },
    }),
    amount: figure("amount", t("limit", { currency }), money(rules.amount.amountMinor), { min: step, step }),
    bestCustomers: figure("bestCustomers", t("spent", { currency }), money(rules.bestCustomers.spentMinor), {
      ...{ min: step, step },
    }),
  };
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-4">
      <p className="text-ink-2 text-sm">{t("lead")}</p>
      <fieldset disabled={!canWrite} className="divide-y divide-line rounded-lg border border-line">
        {RULES.map((rule) => (
          <div key={rule} className="grid gap-3 p-4">
            <div className="flex items-start justify-between gap-4">
              <div>
                <Label htmlFor={`rule-${rule}`}>{t(rule)}</Label>
                <p id={`hint-${rule}`} className="mt-0.5 text-ink-3 text-xs">
                  {t(`${rule}Hint`)}
                </p>
              </div>
              <Switch
                id={`rule-${rule}`}
                aria-describedby={`hint-${rule}`}
                disabled={!canWrite}
                checked={isOn[rule]}
                onCheckedChange={(checked) => setOn({ ...isOn, [rule]: checked })}
              />
            </div>
            {/* Hidden and not taken out: a rule that is switched off keeps its figure. */}
            {figures[rule] ? <div hidden={!isOn[rule]}>{figures[rule]}</div> : null}
          </div>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        {canWrite ? (
          <Button type="submit" loading={isPending}>
            {common("save")}
          </Button>
        ) : null}
        <p className="text-ink-3 text-xs">
          {rules.updatedAt && rules.updatedBy
            ? t("changed", {
                name: rules.updatedBy,
                when: formatInstant(rules.updatedAt, { locale, timeZone, style: "dateTime" }),
              })
            : t("defaults")}
        </p>
      </div>
    </form>
  );
}
