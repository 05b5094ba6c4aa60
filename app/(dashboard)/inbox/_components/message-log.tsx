"use client";

import { ArrowDown } from "lucide-react";
import { Fragment, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { addDays, calendarDay, formatInstant } from "@/lib/core/dates";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { isDelivered, type Outgoing, useOutbox } from "../_live/outbox";
import { useTyping } from "../_live/typing";
import { useClock } from "../_live/use-clock";
import { useShowFound } from "../_live/use-show-found";
import { useStickToEnd } from "../_live/use-stick-to-end";
import { ActivityLine, MessageBubble } from "./message-bubble";
import { OutgoingBubble } from "./outgoing-bubble";

interface MessageLogProps {
  conversationId: string;
  name: string;
  messages: readonly MessageDto[];
  onRetry: (outgoing: Outgoing) => void;
  onEdit: (outgoing: Outgoing) => void;
}

export function MessageLog({ conversationId, name, messages, onRetry, onEdit }: MessageLogProps) {
  const t = useTranslations("inbox.thread");
  const { timeZone } = useInbox();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd } = useStickToEnd(scroller, content);
  const outgoing = useOutbox().filter(
    (one) => one.conversationId === conversationId && !isDelivered(one, messages),
  );
  useShowFound(scroller, messages.length > 0);
  const missed = useMissed(messages, isAtEnd);

  // What the reader sends themselves is always shown to them.
  const sent = outgoing.length;
  useEffect(() => {
    if (sent > 0) toEnd();
  }, [sent, toEnd]);

  let day = "";
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t("log", { name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex h-full flex-col-reverse overflow-y-auto bg-paper [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div ref={content} className="mb-auto flex flex-col gap-3 px-5.5 py-4.5 max-sm:px-3.5">
          {messages.map((message) => {
            const messageDay = calendarDay(new Date(message.createdAt), timeZone);
            const isNewDay = messageDay !== day;
            day = messageDay;
            return (
              <Fragment key={message.clientMessageId ?? message.id}>
                {isNewDay ? <DayLine day={messageDay} instant={message.createdAt} /> : null}
                {message.author === "activity" ? (
                  <ActivityLine message={message} />
                ) : (
                  <MessageBubble conversationId={conversationId} message={message} />
                )}
              </Fragment>
            );
          })}
          {outgoing.map((one) => (
            <OutgoingBubble key={one.clientMessageId} outgoing={one} onRetry={onRetry} onEdit={onEdit} />
          ))}
        </div>
      </div>
      <TypingLine conversationId={conversationId} />
      {isAtEnd ? null : (
        <div className="pointer-events-none absolute inset-x-0 bottom-9 flex justify-center">
          <Button
            variant="outline"
            onClick={() => {
              toEnd();
              scroller.current?.focus({ preventScroll: true });
            }}
            className="pointer-events-auto h-7 rounded-full bg-raised text-xs shadow-float"
          >
            <ArrowDown aria-hidden className="size-3.5" />
            {missed > 0 ? t("newMessages", { count: missed }) : t("toEnd")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** How many messages came since the reader left the end. */
function useMissed(messages: readonly MessageDto[], isAtEnd: boolean): number {
  const spoken = messages.filter(({ author }) => author !== "activity").length;
  const [seen, setSeen] = useState(spoken);
  if (isAtEnd && seen !== spoken) setSeen(spoken);
  return Math.max(0, spoken - seen);
}

function DayLine({ day, instant }: { day: string; instant: string }) {
  const t = useTranslations("inbox.thread");
  const { locale, timeZone } = useInbox();
  const today = calendarDay(new Date(useClock(30_000)), timeZone);
  const words =
    day === today
      ? t("today")
      : day === addDays(today, -1)
        ? t("yesterday")
        : formatInstant(instant, { locale, timeZone, style: "date" });
  return (
    <h3 className="flex items-center gap-3 font-normal text-ink-3 text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {words}
    </h3>
  );
}

/** Stands over the log's last line, where nothing is written, so that it moves nothing. */
function TypingLine({ conversationId }: { conversationId: string }) {
  const t = useTranslations("inbox.thread");
  const typing = useTyping(conversationId);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none absolute inset-x-0 bottom-0 px-5.5 pb-1 text-ink-3 text-micro max-sm:px-3.5"
    >
      {typing ? (
        <span className="inline-flex items-center gap-1.5 rounded-full bg-paper/90 py-0.5 pr-2">
          <span aria-hidden className="inline-flex gap-0.5">
            {[0, 1, 2].map((dot) => (
              <span
                key={dot}
                className="size-1 animate-pulse rounded-full bg-ink-3"
                style={{ animationDelay: `${dot * 180}ms` }}
              />
            ))}
          </span>
          {typing.author === "customer" ? t("typingCustomer") : t("typingAgent", { name: typing.name })}
        </span>
      ) : null}
    </div>
  );
}
