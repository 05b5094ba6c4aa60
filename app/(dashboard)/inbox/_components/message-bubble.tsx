"use client";

import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useWords } from "../_live/use-words";
import { messageAnchor } from "../_live/views";
import { AttachmentList } from "./attachment-list";
import { DeliveryLine } from "./delivery-line";
import { MentionedText } from "./mentioned-text";
import { MessageIntent } from "./message-intent";
import { TranslatedLine } from "./translated-line";
import { VoiceLine } from "./voice-line";

type Author = Exclude<MessageDto["author"], "activity">;

const SIDES: Record<Author, string> = {
  customer: "self-start border bg-surface",
  bot: "self-end border border-dashed border-line-strong bg-surface",
  agent: "self-end border border-transparent bg-blue-wash",
  note: "self-end border border-transparent bg-amber-wash",
};

/** One message as it looks: who said it decides its side and its paper. */
export function Bubble({
  id,
  author,
  lang,
  children,
  above,
  meta,
}: {
  id?: string;
  author: Author;
  lang?: string;
  above?: ReactNode;
  children: ReactNode;
  meta: ReactNode;
}) {
  return (
    <div
      id={id}
      data-author={author}
      className={cn(
        "scroll-my-6 data-found:ring-2 data-found:ring-amber max-w-[min(70%,560px)] rounded-xl px-3 py-2 max-sm:max-w-[86%]",
        SIDES[author],
      )}
    >
      {above}
      {children ? (
        <p lang={lang} className="whitespace-pre-wrap break-words">
          {children}
        </p>
      ) : null}
      <div className="mt-1 text-ink-3 text-micro">{meta}</div>
    </div>
  );
}

interface MessageBubbleProps {
  conversationId: string;
  message: MessageDto;
}

export function MessageBubble({ conversationId, message }: MessageBubbleProps) {
  const author = message.author as Author;
  return (
    <>
      <Bubble
        id={messageAnchor(message.id)}
        author={author}
        lang={message.language ?? undefined}
        above={
          <>
            {message.voice ? <VoiceLine voice={message.voice} /> : null}
            <AttachmentList message={message} />
          </>
        }
        meta={
          <>
            <TranslatedLine conversationId={conversationId} messageId={message.id} />
            <Meta conversationId={conversationId} message={message} author={author} />
          </>
        }
      >
        {message.mentions.length > 0 ? (
          <MentionedText message={message} />
        ) : message.hasWords ? (
          message.text
        ) : null}
      </Bubble>
      <DeliveryLine conversationId={conversationId} message={message} />
    </>
  );
}

function Meta({ conversationId, message, author }: MessageBubbleProps & { author: Author }) {
  const t = useTranslations("inbox.message");
  const { clock } = useWords();
  const time = <time dateTime={message.createdAt}>{clock(message.createdAt)}</time>;
  const name = message.authorName ?? t("agent");
  if (author === "customer") {
    return (
      <>
        <span className="sr-only">{t("customer")} </span>
        {time}
        <MessageIntent conversationId={conversationId} message={message} />
      </>
    );
  }
  if (author === "bot") {
    return (
      <>
        {t("bot")} {time}
        {message.sources.length > 0 ? (
          <>
            {" · "}
            <Sources sources={message.sources} />
          </>
        ) : null}
        <Progress state={message.deliveryState} />
      </>
    );
  }
  return (
    <>
      {name} {time}
      {author === "note" ? ` · ${t("private")}` : null}
      <Progress state={message.deliveryState} />
    </>
  );
}

/** Where the bot's facts came from; an order and an article lead to their pages. */
/** How far a message has come at the platform where the customer writes; "sent" needs no word. */
function Progress({ state }: { state: MessageDto["deliveryState"] }) {
  const t = useTranslations("inbox.message.progress");
  if (state !== "pending" && state !== "delivered" && state !== "read") return null;
  return <span data-progress={state}> · {t(state)}</span>;
}

/** Where the bot's facts came from; an order leads to its page. */
function Sources({ sources }: { sources: MessageDto["sources"] }) {
  const t = useTranslations("inbox.message");
  const locale = useLocale();
  const { canReadOrders, canReadArticles } = useInbox();
  const named = sources.map(({ type, id, label }) => {
    const isKnown = type === "order" || type === "shipment" || type === "product" || type === "article";
    const words = isKnown ? t(type, { label }) : label;
    const page =
      type === "order" && canReadOrders
        ? "orders"
        : type === "article" && canReadArticles
          ? "knowledge"
          : null;
    if (!page) return { id, node: words };
    const link = (
      <Link
        key={id}
        href={`/${page}/${id}`}
        className="text-blue-ink underline underline-offset-2 hover:no-underline"
      >
        {words}
      </Link>
    );
    return { id, node: link };
  });
  const parts = new Intl.ListFormat(locale, { style: "narrow", type: "unit" }).formatToParts(
    named.map((_, index) => String(index)),
  );
  const list = parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity
    <Fragment key={index}>{part.type === "element" ? named[Number(part.value)]?.node : part.value}</Fragment>
  ));
  return <>{t.rich("sources", { list: () => list })}</>;
}

export function ActivityLine({ message }: { message: MessageDto }) {
  const { activityLine, clock } = useWords();
  if (!message.activity) return null;
  return (
    <p
      data-author="activity"
      data-activity={message.activity.type}
      className="self-center px-4 text-center text-ink-3 text-xs"
    >
      {activityLine(message.activity)} · <time dateTime={message.createdAt}>{clock(message.createdAt)}</time>
    </p>
  );
}
