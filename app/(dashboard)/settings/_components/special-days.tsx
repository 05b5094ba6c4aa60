"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NAME_LENGTH, type SpecialDaysDto } from "@/lib/data/business-hours/schemas";
import { PeriodList } from "./period-list";

interface SpecialDaysProps {
  days: SpecialDaysDto[];
  today: string;
  fields: Record<string, string>;
  onChange: (days: SpecialDaysDto[]) => void;
}

/** Holidays and days with other hours; what is set here goes before the week. */
export function SpecialDays({ days, today, fields, onChange }: SpecialDaysProps) {
  const t = useTranslations("staffing.hours");
  const change = (index: number, part: Partial<SpecialDaysDto>) =>
    onChange(days.map((each, i) => (i === index ? { ...each, ...part } : each)));
  return (
    <div className="grid gap-3">
      {days.length === 0 ? <p className="text-compact text-ink-3">{t("noSpecial")}</p> : null}
      {days.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: unsaved days are known by their place alone
        <fieldset key={index} className="grid gap-2 rounded-lg border p-3">
          <legend className="sr-only">{each.name || t("special")}</legend>
          <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_9.5rem_9.5rem_auto]">
            <Field label={t("name")} error={fields[`special.${index}.name`]}>
              <Input
                maxLength={NAME_LENGTH}
                required
                value={each.name}
                placeholder={t("namePlaceholder")}
                onChange={(event) => change(index, { name: event.target.value })}
              />
            </Field>
            <Field label={t("firstDay")} error={fields[`special.${index}.from`]}>
              <Input
                type="date"
                required
                value={each.from}
                onChange={({ target }) =>
                  change(index, {
                    from: target.value,
                    ...(each.to < target.value ? { to: target.value } : {}),
                  })
                }
              />
            </Field>
            <Field label={t("lastDay")} error={fields[`special.${index}.to`]}>
              <Input
                type="date"
                required
                value={each.to}
                min={each.from}
                onChange={(event) => change(index, { to: event.target.value })}
              />
            </Field>
            <Button
              variant="ghost"
              size="icon"
              className="sm:mt-6"
              aria-label={t("removeSpecial", { name: each.name || t("special") })}
              onClick={() => onChange(days.filter((_, i) => i !== index))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          <PeriodList
            of={each.name || t("special")}
            periods={each.periods}
            onChange={(periods) => change(index, { periods })}
          />
          <PeriodError fields={fields} path={`special.${index}.periods`} />
        </fieldset>
      ))}
      <div>
        <Button
          variant="outline"
          onClick={() => onChange([...days, { name: "", from: today, to: today, periods: [] }])}
        >
          <Plus aria-hidden />
          {t("addSpecial")}
        </Button>
      </div>
    </div>
  );
}

/** What is wrong with a day's periods, said once. */
export function PeriodError({ fields, path }: { fields: Record<string, string>; path: string }) {
  const error = Object.entries(fields).find(([each]) => each === path || each.startsWith(`${path}.`))?.[1];
  return error ? (
    <p role="alert" className="text-cinnabar-ink text-xs">
      {error}
    </p>
  ) : null;
}
