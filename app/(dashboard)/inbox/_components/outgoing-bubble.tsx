"use client";

import { CircleAlert, Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useInbox } from "../_live/inbox-context";
import { type Outgoing, removeOutgoing } from "../_live/outbox";
import { useWords } from "../_live/use-words";
import { Bubble } from "./message-bubble";

interface OutgoingBubbleProps {
  outgoing: Outgoing;
  onRetry: (outgoing: Outgoing) => void;
  /** Puts the text back into the composer. */
  onEdit: (outgoing: Outgoing) => void;
}

export function OutgoingBubble({ outgoing, onRetry, onEdit }: OutgoingBubbleProps) {
  const t = useTranslations("inbox.message");
  const { me } = useInbox();
  const { clock } = useWords();
  const author = outgoing.mode === "note" ? "note" : "agent";
  const hasFailed = outgoing.state === "failed";
  return (
    <>
      <Bubble
        author={author}
        above={(outgoing.files ?? []).map(({ id, fileName }) => (
          <span key={id} className="mb-1 flex items-center gap-1.5 text-xs">
            <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-3" />
            <span className="min-w-0 break-words">{fileName}</span>
          </span>
        ))}
        meta={
          <>
            {me.name} {clock(outgoing.createdAt)}
            {author === "note" ? ` · ${t("private")}` : null}
            {hasFailed ? null : ` · ${t("sending")}`}
          </>
        }
      >
        {outgoing.text}
      </Bubble>
      {hasFailed ? (
        <div
          role="alert"
          className="-mt-1.5 flex max-w-full flex-wrap items-center justify-end gap-x-1 gap-y-1 self-end text-cinnabar-ink text-xs"
        >
          <CircleAlert aria-hidden className="size-3.5 shrink-0" />
          <span className="mr-1">
            {t("failed")} {outgoing.error ? `${outgoing.error.cause} ${outgoing.error.remedy}` : null}
          </span>
          <RequestId id={outgoing.error?.requestId} />
          <Button variant="outline" size="sm" onClick={() => onRetry(outgoing)}>
            {t("retry")}
          </Button>
          <Button variant="ghost" size="sm" onClick={() => onEdit(outgoing)}>
            {t("edit")}
          </Button>
          <Button variant="ghost" size="sm" onClick={() => removeOutgoing(outgoing.clientMessageId)}>
            {t("discard")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function RequestId({ id }: { id: string | undefined }) {
  const t = useTranslations("inbox.errors");
  if (!id) return null;
  return <span className="mr-1 select-all text-ink-3">{t("requestId", { id })}</span>;
}
