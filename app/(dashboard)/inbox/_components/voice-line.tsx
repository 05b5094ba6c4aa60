"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MessageVoice } from "@/lib/service/conversations/schemas";
import { useWords } from "../_live/use-words";

/** Beginnings of "lively" and "agitated" on the scale of arousal. */
const LIVELY = 0.4;
const AGITATED = 0.7;

/** That a message was spoken, for how long, and how it sounded, in words. */
export function VoiceLine({ voice, label }: { voice: MessageVoice; label?: (time: string) => string }) {
  const t = useTranslations("inbox.voice");
  const { duration } = useWords();
  const { durationSeconds, arousal, sentiment, isTranscribed } = voice;
  const time = duration(Math.max(1, durationSeconds));
  const agitation = arousal >= AGITATED ? "agitated" : arousal >= LIVELY ? "lively" : "calm";
  const parts = [
    label ? label(time) : t("label", { time }),
    t(`arousal.${agitation}`),
    t(`sentiment.${sentiment.label}`),
    ...(isTranscribed ? [] : [t("noTranscript")]),
  ];
  return (
    <p data-voice={sentiment.label} className="mb-0.5 flex items-start gap-1 text-ink-3 text-micro">
      <Mic aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span>{parts.join(" · ")}</span>
    </p>
  );
}
