"use client";

import { AtSign, CornerUpLeft } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { formatRelative } from "@/components/format/format-relative";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/lib/core/dates";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useIsUnread } from "../_live/seen";
import { useClock } from "../_live/use-clock";
import { useLongPress } from "../_live/use-long-press";
import type { RowActs } from "../_live/use-row-acts";
import { useWords } from "../_live/use-words";
import type { ListRow } from "../_live/views";
import { DueTime } from "./due-time";
import { HitExcerpt } from "./hit-excerpt";
import { LabelChips } from "./label-chips";
import { RowSign } from "./row-sign";
import { Viewers } from "./viewers";
import { WaitingTime } from "./waiting-time";

interface ConversationRowProps {
  conversation: ListRow;
  href: string;
  isCurrent: boolean;
  /** Search results come from every tab, so they say where they stand. */
  showStatus: boolean;
  isSelected: boolean;
  /** Some rows are chosen, or are about to be. */
  isSelecting: boolean;
  acts: RowActs;
  onKeyDown: (event: KeyboardEvent, acts: RowActs) => void;
}

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { conversation, href, isCurrent, showStatus, isSelected, isSelecting, acts, onKeyDown } = props;
  const { id } = conversation;
  const press = useLongPress(() => acts.toggle(id));
  const t = useTranslations("inbox");
  const tools = useTranslations("inboxTools");
  const { customerName } = useWords();
  const isUnread = useIsUnread(conversation) && !isCurrent;
  const { lastMessage } = conversation;
  const open = (event: MouseEvent) => {
    if (press.wasLong()) return event.preventDefault();
    if (acts.onRowClick(event, id)) return;
    // New tabs and windows stay what the browser makes of them.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    acts.open(id, conversation.hit?.messageId);
  };
  const prefetch = () => acts.prefetch(id);
  return (
    <li className="group/row relative">
      <RowSign conversation={conversation} isSelected={isSelected} isSelecting={isSelecting} acts={acts} />
      <a
        href={href}
        data-conversation={id}
        aria-current={isCurrent ? "true" : undefined}
        onClick={open}
        onPointerEnter={prefetch}
        onFocus={prefetch}
        onKeyDown={(event) => onKeyDown(event, acts)}
        {...press.handlers}
        data-selected={isSelected ? "" : undefined}
        className={cn(
          "relative grid grid-cols-[minmax(0,1fr)] gap-[3px] [-webkit-touch-callout:none] border-b py-[11px] pr-3.5 pl-9.5 text-compact transition-colors hover:bg-hover focus-visible:-outline-offset-2",
          isCurrent &&
            "bg-blue-wash before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-blue hover:bg-blue-wash",
          isSelected && "bg-blue-wash hover:bg-blue-wash",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className={cn("truncate font-medium", isUnread && "font-semibold")}>
            {customerName(conversation)}
          </span>
          <span className="flex shrink-0 items-center gap-2">
            <Viewers conversationId={id} />
            <Ago instant={lastMessage.createdAt} />
          </span>
        </span>
        {conversation.hit ? <HitExcerpt hit={conversation.hit} /> : null}
        <span className={cn("flex items-center gap-1.5 text-ink-2", conversation.hit && "hidden")}>
          {lastMessage.author === "agent" ? (
            <>
              <CornerUpLeft aria-hidden className="size-3 shrink-0 text-ink-3" />
              <span className="sr-only">{t("list.reply")}</span>
            </>
          ) : null}
          <span className={cn("min-w-0 flex-1 truncate", isUnread && "text-ink")}>{lastMessage.preview}</span>
          {conversation.hasUnreadMention ? (
            <span
              data-testid="unread-mention"
              className="grid size-4 shrink-0 place-items-center rounded-full bg-amber-wash text-amber-ink"
            >
              <AtSign aria-hidden className="size-3" />
              <span className="sr-only">{tools("mentions.unread")}</span>
            </span>
          ) : null}
          {isUnread ? (
            <span data-testid="unread" className="size-2 shrink-0 rounded-full bg-blue">
              <span className="sr-only">{t("list.unread")}</span>
            </span>
          ) : null}
        </span>
        <Chips conversation={conversation} showStatus={showStatus} />
      </a>
    </li>
  );
});

function Ago({ instant }: { instant: string }) {
  const { locale, timeZone } = useInbox();
  const now = Math.max(useClock(30_000), Date.parse(instant));
  return (
    <time
      dateTime={instant}
      title={formatInstant(instant, { locale, timeZone, style: "dateTime" })}
      className="shrink-0 whitespace-nowrap text-ink-3 text-xs"
    >
      {formatRelative(instant, new Date(now).toISOString(), locale, "narrow")}
    </time>
  );
}

const MIN_CONFIDENCE = 0.4;
const SAYS_NOTHING = new Set([
  "out_of_scope",
  "human_agent",
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "deny",
]);

function Chips({ conversation, showStatus }: { conversation: ConversationSummaryDto; showStatus: boolean }) {
  const t = useTranslations("inbox");
  const { me } = useInbox();
  const { intentName, reasonOf, moment } = useWords();
  const { status, owner, channel, waitingSince, snoozedUntil, assigneeId, assigneeName } = conversation;
  const reason = owner === "human" && status !== "resolved" ? reasonOf(conversation.handoffReason) : null;
  const isSure =
    (conversation.confidence ?? 0) >= MIN_CONFIDENCE && !SAYS_NOTHING.has(conversation.intent ?? "");
  const intent = isSure && reason !== "low_confidence" ? intentName(conversation.intent) : null;
  // What is beyond the bot is said best by naming it.
  const namesReason = reason === "unsupported_intent" && intent !== null;
  return (
    <span className="flex h-5 flex-wrap gap-1 overflow-hidden">
      {conversation.due ? <DueTime due={conversation.due} /> : null}
      {waitingSince && status === "open" && !conversation.due ? <WaitingTime since={waitingSince} /> : null}
      {status === "snoozed" && snoozedUntil ? (
        <Badge tone="blue">{t("list.until", { time: moment(snoozedUntil) })}</Badge>
      ) : null}
      {showStatus && status === "resolved" ? <Badge tone="jade">{t("status.resolved")}</Badge> : null}
      {showStatus && status === "open" && owner === "bot" ? <Badge>{t("status.bot")}</Badge> : null}
      {assigneeId ? (
        <Badge
          tone={assigneeId === me.id ? "blue" : "neutral"}
          className={cn(assigneeId === me.id && "ring-1 ring-blue/25 ring-inset")}
        >
          {assigneeId === me.id ? t("list.you") : assigneeName}
        </Badge>
      ) : null}
      <LabelChips labels={conversation.labels} most={2} />
      {reason && !namesReason ? (
        <Badge tone={waitingSince ? "amber" : "neutral"}>{t(`reason.${reason}`)}</Badge>
      ) : null}
      <span className="sr-only">{t(`channel.${channel}`)}</span>
      {conversation.rating === null ? null : (
        <Badge tone={conversation.rating >= 4 ? "jade" : conversation.rating <= 2 ? "cinnabar" : "neutral"}>
          {t("list.rated", { score: conversation.rating })}
        </Badge>
      )}
      {intent ? <Badge tone={namesReason && waitingSince ? "amber" : "neutral"}>{intent}</Badge> : null}
    </span>
  );
}
