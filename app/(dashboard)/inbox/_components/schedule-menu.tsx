"use client";

import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { addDays, calendarDay, fromWallClock } from "@/lib/core/dates";
import { isOpenAt, nextOpening } from "@/lib/intelligence/service-time";
import { useInbox } from "../_live/inbox-context";
import { useWords } from "../_live/use-words";
import { SnoozeDialog } from "./snooze-dialog";

interface ScheduleMenuProps {
  disabled: boolean;
  onChoose: (at: Date) => void;
}

/** When a reply goes out, if not now. */
export function ScheduleMenu({ disabled, onChoose }: ScheduleMenuProps) {
  const t = useTranslations("staffing.schedule");
  const { timeZone, hours } = useInbox();
  const { moment } = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const [opening, setOpening] = useState<Date | null>(null);
  const tomorrow = () => fromWallClock(`${addDays(calendarDay(new Date(), timeZone), 1)}T09:00:00`, timeZone);
  // Worked out when the menu is opened: while the shop is open its next opening is now.
  const look = (isOpen: boolean) => {
    const now = new Date();
    if (isOpen) setOpening(hours && !isOpenAt(hours, now) ? nextOpening(hours, now) : null);
  };
  return (
    <>
      <DropdownMenu onOpenChange={look}>
        <DropdownMenuTrigger asChild disabled={disabled}>
          <Button variant="ghost" size="icon" aria-label={t("button")} title={t("button")}>
            <CalendarClock aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-64">
          {opening ? (
            <DropdownMenuItem onSelect={() => onChoose(opening)}>
              {t("opening", { time: moment(opening.toISOString()) })}
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem onSelect={() => onChoose(tomorrow())}>{t("tomorrow")}</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setChoosing(true)}>{t("custom")}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <SnoozeDialog
        open={isChoosing}
        onOpenChange={setChoosing}
        onChoose={onChoose}
        words={{ title: t("title"), description: t("description", { timeZone }), confirm: t("confirm") }}
      />
    </>
  );
}
