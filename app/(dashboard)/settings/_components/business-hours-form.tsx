"use client";

import { CopyPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { StatusDot } from "@/components/feedback/status-dot";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { calendarDay } from "@/lib/core/dates";
import type { BusinessHoursDto, PeriodDto } from "@/lib/data/business-hours/schemas";
import { setBusinessHours } from "../_staffing-actions";
import { PeriodList } from "./period-list";
import { PeriodError, SpecialDays } from "./special-days";

/** A Monday, from which the names of the days are taken. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const WORKDAYS = 5;
const OFFICE: PeriodDto[] = [{ from: "09:00", to: "18:00" }];

interface BusinessHoursFormProps {
  hours: BusinessHoursDto;
  now: string;
  canWrite: boolean;
}

export function BusinessHoursForm({ hours, now, canWrite }: BusinessHoursFormProps) {
  const t = useTranslations("staffing.hours");
  const common = useTranslations("common");
  const locale = useLocale();
  const [week, setWeek] = useState(() =>
    hours.isSet ? hours.week : hours.week.map((_, i) => (i < WORKDAYS ? OFFICE : [])),
  );
  const [special, setSpecial] = useState(hours.special);
  const { run, isPending, fields } = useAction(setBusinessHours, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const dayName = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run({ week, special });
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <p className="max-w-prose text-compact text-ink-2">{t("lead", { timeZone: hours.timeZone })}</p>
        <HoursStatus hours={hours} />
      </div>
      <fieldset disabled={!canWrite} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        <Card className="divide-y">
          {week.map((periods, index) => {
            const day = dayName.format(A_MONDAY + index * DAY_MS);
            return (
              <div
                key={day}
                className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)_auto]"
              >
                <span className="pt-1.5 font-medium text-compact first-letter:uppercase">{day}</span>
                <div className="grid min-w-0 gap-1">
                  <PeriodList
                    of={day}
                    periods={periods}
                    onChange={(next) => setWeek(week.map((each, i) => (i === index ? next : each)))}
                  />
                  <PeriodError fields={fields} path={`week.${index}`} />
                </div>
                {index === 0 ? (
                  <Button
                    variant="ghost"
                    size="sm"
                    onClick={() => setWeek(week.map((each, i) => (i < WORKDAYS ? periods : each)))}
                  >
                    <CopyPlus aria-hidden />
                    {t("toWorkdays")}
                  </Button>
                ) : null}
              </div>
            );
          })}
        </Card>
        <section className="grid gap-2.5" aria-labelledby="special-days">
          <div className="grid gap-0.5">
            <h2 id="special-days" className="font-semibold text-sm">
              {t("specialTitle")}
            </h2>
            <p className="text-ink-3 text-xs">{t("specialHint")}</p>
          </div>
          <SpecialDays
            days={special}
            today={calendarDay(new Date(now), hours.timeZone)}
            fields={fields}
            onChange={setSpecial}
          />
        </section>
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

/** A sentence, which may take two lines on a phone. */
const STATUS_CLASS = "whitespace-normal text-compact";

function HoursStatus({ hours }: { hours: BusinessHoursDto }) {
  const t = useTranslations("staffing.hours");
  const locale = useLocale();
  if (!hours.isSet)
    return (
      <StatusDot tone="amber" className={STATUS_CLASS}>
        {t("notSet")}
      </StatusDot>
    );
  if (hours.isOpen)
    return (
      <StatusDot tone="jade" className={STATUS_CLASS}>
        {t("openNow")}
      </StatusDot>
    );
  if (!hours.nextOpening)
    return (
      <StatusDot tone="cinnabar" className={STATUS_CLASS}>
        {t("neverOpens")}
      </StatusDot>
    );
  const time = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: hours.timeZone,
  }).format(new Date(hours.nextOpening));
  return (
    <StatusDot tone="neutral" className={STATUS_CLASS}>
      {t("opensAt", { time })}
    </StatusDot>
  );
}
