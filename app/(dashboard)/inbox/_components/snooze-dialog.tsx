"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { fromWallClock } from "@/lib/core/dates";
import { useInbox } from "../_live/inbox-context";

interface SnoozeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (until: Date) => void;
  /** Where a time is chosen for something else than a snooze. */
  words?: { title: string; description: string; confirm: string };
}

const TWO_HOURS_MS = 7_200_000;

export function SnoozeDialog({ open, onOpenChange, onChoose, words }: SnoozeDialogProps) {
  const t = useTranslations("inbox.snooze");
  const common = useTranslations("common");
  const { timeZone } = useInbox();
  const [isPast, setPast] = useState(false);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = fromWallClock(String(new FormData(event.currentTarget).get("until")), timeZone);
    // An emptied field is no date at all.
    if (!(until.getTime() > Date.now())) return setPast(true);
    onOpenChange(false);
    onChoose(until);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setPast(false);
        onOpenChange(next);
      }}
    >
      <DialogContent className="max-w-[380px]" closeLabel={common("close")}>
        <DialogHeader>
          <DialogTitle>{words?.title ?? t("title")}</DialogTitle>
          <DialogDescription>{words?.description ?? t("description", { timeZone })}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4">
          <div className="grid gap-1.5">
            <Label htmlFor={id}>{t("at")}</Label>
            <Input
              id={id}
              name="until"
              type="datetime-local"
              required
              defaultValue={toWallClock(new Date(Date.now() + TWO_HOURS_MS), timeZone)}
              aria-invalid={isPast || undefined}
              aria-describedby={isPast ? `${id}-error` : undefined}
              onChange={() => setPast(false)}
            />
            {isPast ? (
              <p id={`${id}-error`} role="alert" className="text-cinnabar-ink text-xs">
                {t("past")}
              </p>
            ) : null}
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={() => onOpenChange(false)}>
              {common("cancel")}
            </Button>
            <Button type="submit">{words?.confirm ?? t("confirm")}</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** `YYYY-MM-DDTHH:mm` as a clock in that zone shows it. */
function toWallClock(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(instant).replace(" ", "T");
}
