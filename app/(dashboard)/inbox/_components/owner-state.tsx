"use client";

import { useTranslations } from "use-intl";
import { StatusDot } from "@/components/feedback/status-dot";
import type { BadgeTone } from "@/components/ui/badge";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useWords } from "../_live/use-words";

export type Standing = "bot" | "me" | "other" | "nobody" | "snoozed" | "resolved";

export function standingOf(conversation: ConversationSummaryDto, userId: string): Standing {
  if (conversation.status !== "open") return conversation.status;
  if (conversation.owner === "bot") return "bot";
  if (conversation.assigneeId === null) return "nobody";
  return conversation.assigneeId === userId ? "me" : "other";
}

const TONES: Record<Standing, BadgeTone> = {
  bot: "neutral",
  me: "blue",
  other: "neutral",
  nobody: "cinnabar",
  snoozed: "amber",
  resolved: "jade",
};

/** Who has the conversation, always in sight and spoken when it changes. */
export function OwnerState({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inbox.owner");
  const { me } = useInbox();
  const { moment } = useWords();
  const standing = standingOf(conversation, me.id);
  const words =
    standing === "other"
      ? t("other", { name: conversation.assigneeName ?? "…" })
      : standing === "snoozed"
        ? t("snoozed", { time: conversation.snoozedUntil ? moment(conversation.snoozedUntil) : "…" })
        : t(standing);
  return (
    <div
      role="status"
      aria-label={t("label")}
      data-standing={standing}
      className="min-w-0 truncate text-ink-2 text-xs leading-[18px]"
    >
      <StatusDot tone={TONES[standing]} live={standing === "nobody"}>
        {words}
      </StatusDot>
    </div>
  );
}
