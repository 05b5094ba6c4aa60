"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { useClock } from "../_live/use-clock";
import { useWords } from "../_live/use-words";

const AMBER_AFTER_SECONDS = 120;
const CINNABAR_AFTER_SECONDS = 300;
const CLOCK_UNTIL_SECONDS = 3_600;

/** How long somebody has been waiting for a person: ticks, and warms up after two and five minutes. */
export function WaitingTime({ since }: { since: string }) {
  const t = useTranslations("inbox.list");
  const { duration } = useWords();
  const now = useClock(1_000);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
  const tone: BadgeTone =
    seconds >= CINNABAR_AFTER_SECONDS ? "cinnabar" : seconds >= AMBER_AFTER_SECONDS ? "amber" : "neutral";
  const time =
    seconds < CLOCK_UNTIL_SECONDS
      ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
      : duration(seconds);
  return (
    <Badge tone={tone} data-testid="waiting-time">
      <Clock aria-hidden />
      {t("waiting", { time })}
    </Badge>
  );
}
