"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { addDays, calendarDay, fromWallClock } from "@/lib/core/dates";
import { useInbox } from "./inbox-context";

const HOUR_MS = 3_600_000;

/** For how long a conversation is usually put aside. */
export function useSnoozeChoices(): { label: string; until: () => Date }[] {
  const t = useTranslations("inbox.act");
  const { timeZone } = useInbox();
  return useMemo(() => {
    const inHours = (hours: number) => () => new Date(Date.now() + hours * HOUR_MS);
    const tomorrowMorning = () =>
      fromWallClock(`${addDays(calendarDay(new Date(), timeZone), 1)}T09:00:00`, timeZone);
    return [
      { label: t("snooze1h"), until: inHours(1) },
      { label: t("snooze3h"), until: inHours(3) },
      { label: t("snoozeTomorrow"), until: tomorrowMorning },
    ];
  }, [t, timeZone]);
}
