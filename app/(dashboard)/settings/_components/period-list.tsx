"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { PeriodDto } from "@/lib/data/business-hours/schemas";

interface PeriodListProps {
  /** Whose hours these are, for who does not see the row. */
  of: string;
  periods: PeriodDto[];
  onChange: (periods: PeriodDto[]) => void;
}

const FIRST: PeriodDto = { from: "09:00", to: "18:00" };
const END_OF_DAY = "24:00";

/** A time field knows no 24:00: as an end, midnight is the end of the day. */
const shown = (end: string) => (end === END_OF_DAY ? "00:00" : end);
const meant = (end: string) => (end === "00:00" ? END_OF_DAY : end);

export function PeriodList({ of, periods, onChange }: PeriodListProps) {
  const t = useTranslations("staffing.hours");
  const change = (index: number, part: Partial<PeriodDto>) =>
    onChange(periods.map((period, i) => (i === index ? { ...period, ...part } : period)));
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      {periods.length === 0 ? <span className="text-compact text-ink-3">{t("closed")}</span> : null}
      {periods.map((period, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is known by its place alone
        <span key={index} className="flex items-center gap-1">
          <Input
            type="time"
            required
            className="w-[7.75rem]"
            aria-label={t("from", { of, n: index + 1 })}
            value={period.from}
            onChange={(event) => change(index, { from: event.target.value })}
          />
          <span aria-hidden className="text-ink-3">
            –
          </span>
          <Input
            type="time"
            required
            className="w-[7.75rem]"
            aria-label={t("to", { of, n: index + 1 })}
            value={shown(period.to)}
            onChange={(event) => change(index, { to: meant(event.target.value) })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("remove", { of, n: index + 1 })}
            onClick={() => onChange(periods.filter((_, i) => i !== index))}
          >
            <X aria-hidden />
          </Button>
        </span>
      ))}
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("addTo", { of })}
        onClick={() => onChange([...periods, nextPeriod(periods.at(-1))])}
      >
        <Plus aria-hidden />
        {t("add")}
      </Button>
    </div>
  );
}

/** Two hours long and an hour after the last one, where the day has room for it. */
function nextPeriod(last: PeriodDto | undefined): PeriodDto {
  if (!last) return FIRST;
  const hour = Number(last.to.slice(0, 2));
  const at = (hours: number) => `${String(Math.min(hours, 24)).padStart(2, "0")}:00`;
  return hour >= 22 ? FIRST : { from: at(hour + 1), to: at(hour + 3) };
}
