"use client";

import { Hourglass, TimerOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useClock } from "../_live/use-clock";
import { useWords } from "../_live/use-words";

const AMBER_BELOW_SECONDS = 300;

interface DueTimeProps {
  due: NonNullable<ConversationSummaryDto["due"]>;
  /** In the list the time alone; in the thread also what is due. */
  isLong?: boolean;
}

/** How long there still is for what people owe, or how long it is overdue. */
export function DueTime({ due, isLong }: DueTimeProps) {
  const t = useTranslations("staffing.due");
  const { duration, moment } = useWords();
  const now = useClock(1_000);
  const seconds = Math.floor((Date.parse(due.at) - now) / 1_000);
  const isLate = seconds <= 0;
  const tone: BadgeTone = isLate ? "cinnabar" : seconds < AMBER_BELOW_SECONDS ? "amber" : "neutral";
  const values = { kind: t(`kind.${due.kind}`), time: duration(Math.abs(seconds)) };
  const title = t("title", { kind: values.kind, moment: moment(due.at, new Date(now)) });
  const Icon = isLate ? TimerOff : Hourglass;
  const words = isLong ? (isLate ? "late" : "in") : isLate ? "shortLate" : "short";
  return (
    <Badge tone={tone} title={title} data-testid="due-time" data-late={isLate || undefined}>
      <Icon aria-hidden />
      {t(words, values)}
    </Badge>
  );
}
