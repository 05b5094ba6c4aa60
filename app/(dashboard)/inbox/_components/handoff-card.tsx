"use client";

import { Check, CircleDashed, type LucideIcon, Minus, UserRound, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import {
  HANDOFF_GROUPS,
  type HandoffDto,
  type HandoffGroup,
  type HandoffLineDto,
} from "@/lib/service/conversations/schemas";
import { useWords } from "../_live/use-words";
import { Section } from "./panel-section";

/** A wish's state as a sign beside its words. */
const SIGNS: Record<string, [LucideIcon, string]> = {
  "wants.done": [Check, "text-jade"],
  "wants.answered": [Check, "text-jade"],
  "wants.refused": [X, "text-cinnabar"],
  "wants.dropped": [Minus, "text-ink-3"],
  "wants.person": [UserRound, "text-amber"],
};
const OPEN: [LucideIcon, string] = [CircleDashed, "text-amber"];

/** What somebody who takes over must know before the first word, in the reader's language. */
export function HandoffCard({ handoff }: { handoff: HandoffDto }) {
  const t = useTranslations("handoff");
  const { duration } = useWords();
  const earlier = useEarlier(handoff);
  const { takenAt, waitedSeconds, lines } = handoff;
  return (
    <Section>
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h3 className="font-semibold text-sm">{t("title")}</h3>
        {takenAt && waitedSeconds > 0 ? (
          <span className="text-ink-3 text-xs tabular-nums">
            {t("waited", { time: duration(waitedSeconds) })}
          </span>
        ) : null}
      </div>
      <dl className="grid gap-y-2 text-compact">
        {HANDOFF_GROUPS.map((group) => (
          <Group
            key={group}
            group={group}
            lines={lines.filter((line) => line.group === group)}
            more={group === "identity" ? earlier : null}
          />
        ))}
      </dl>
    </Section>
  );
}

function Group(props: { group: HandoffGroup; lines: HandoffLineDto[]; more: string | null }) {
  const { group, lines, more } = props;
  const t = useTranslations("handoff.group");
  if (lines.length === 0) return null;
  return (
    <div>
      <dt className="text-ink-3 text-xs">{t(group)}</dt>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Lines have no identity but their place.
        <dd key={at} className="flex gap-1.5 break-words">
          {group === "wants" ? <Sign of={line.key} /> : null}
          <span className={cn("min-w-0", group === "why" && "font-medium")}>{line.text}</span>
        </dd>
      ))}
      {more ? <dd className="text-ink-2">{more}</dd> : null}
    </div>
  );
}

/** The words say it too. */
function Sign({ of }: { of: string }) {
  const [Icon, colour] = SIGNS[of] ?? OPEN;
  return <Icon aria-hidden className={cn("mt-0.5 size-3.5 shrink-0", colour)} />;
}

function useEarlier({ profile }: HandoffDto): string | null {
  const t = useTranslations("handoff");
  const { moment, intentName } = useWords();
  const earlier = profile?.earlier;
  if (!earlier?.lastAt) return null;
  const known = { count: earlier.count, date: moment(earlier.lastAt) };
  const intent = intentName(earlier.lastIntent);
  return intent ? t("earlierAbout", { ...known, intent }) : t("earlier", known);
}
