"use client";

import { CalendarClock, CirclePause } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ScheduledMessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useSchedule } from "../_live/use-schedule";
import { useWords } from "../_live/use-words";

interface ScheduledListProps {
  conversationId: string;
  scheduled: readonly ScheduledMessageDto[];
  /** Takes a reply that was cancelled back under the pen. */
  onEdit: (text: string) => void;
}

/** Replies that wait for their time, between what was said and what is being written. */
export function ScheduledList({ conversationId, scheduled, onEdit }: ScheduledListProps) {
  const t = useTranslations("staffing.schedule");
  const { canWrite } = useInbox();
  const { moment } = useWords();
  const { cancel } = useSchedule(conversationId);
  if (scheduled.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="max-h-48 shrink-0 overflow-y-auto border-t bg-surface">
      {scheduled.map(({ id, text, sendAt, authorName, heldBecause }) => {
        const Icon = heldBecause ? CirclePause : CalendarClock;
        return (
          <li
            key={id}
            data-held={heldBecause ?? undefined}
            className={cn(
              "flex items-center gap-x-3 gap-y-1 border-b px-4.5 py-2 text-compact last:border-b-0 max-sm:flex-wrap max-sm:px-3.5",
              heldBecause && "bg-amber-wash",
            )}
          >
            <Icon aria-hidden className={cn("size-4 shrink-0 text-ink-3", heldBecause && "text-amber-ink")} />
            <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-1.75rem)]">
              <p className="truncate">{text}</p>
              <p className={cn("text-ink-3 text-xs", heldBecause && "text-amber-ink")}>
                {heldBecause
                  ? t(`held.${heldBecause}`, { name: authorName })
                  : t("waiting", { time: moment(sendAt), name: authorName })}
              </p>
            </div>
            {canWrite ? (
              <span className="ml-auto flex shrink-0 gap-1">
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => void cancel(id).then((isDone) => (isDone ? onEdit(text) : null))}
                >
                  {t("edit")}
                </Button>
                <Button variant="outline" size="sm" onClick={() => void cancel(id)}>
                  {t("cancel")}
                </Button>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
