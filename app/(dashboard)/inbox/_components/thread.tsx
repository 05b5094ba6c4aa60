"use client";

import { MessageCircleOff, MessagesSquare } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/feedback/empty-state";
import { ErrorState } from "@/components/feedback/error-state";
import { ApiError } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type {
  ConversationSummaryDto,
  MessageDto,
  ScheduledMessageDto,
} from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { removeOutgoing } from "../_live/outbox";
import type { useActs } from "../_live/use-acts";
import type { useConversation } from "../_live/use-inbox-queries";
import { useReplySuggestions } from "../_live/use-reply-suggestions";
import { useSend } from "../_live/use-send";
import { useWords } from "../_live/use-words";
import { type ComposerHandle, ReadOnlyLine } from "./composer";
import { GuardedComposer } from "./guarded-composer";
import { MessagesSkeleton } from "./inbox-skeletons";
import { MessageLog } from "./message-log";
import { ReplySuggestions } from "./reply-suggestions";
import { ScheduledList } from "./scheduled-list";
import { ThreadHeader } from "./thread-header";
import { TranslationBar } from "./translation-bar";
import { TypingPreview } from "./typing-preview";

interface ThreadProps {
  id: string;
  /** From the list, while the messages are on their way. */
  summary: ConversationSummaryDto | null;
  messages: MessageDto[] | null;
  scheduled: ScheduledMessageDto[];
  query: ReturnType<typeof useConversation>;
  acts: ReturnType<typeof useActs>;
  composer: RefObject<ComposerHandle | null>;
  titleRef: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  onShowCustomer: () => void;
}

export function Thread(props: ThreadProps) {
  const { id, summary, messages, scheduled, query, acts, composer, titleRef, onBack, onShowCustomer } = props;
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const { canWrite } = useInbox();
  const { customerName } = useWords();
  const { send, retry } = useSend();
  const suggestions = useReplySuggestions(summary, messages);
  const isGone = query.error instanceof ApiError && [404, 422].includes(query.error.status);

  if (!summary && query.isPending && !isGone) return <MessagesSkeleton label={common("loading")} />;
  if (isGone && !messages) {
    return (
      <EmptyState
        icon={MessageCircleOff}
        title={t("thread.notFound")}
        description={t("thread.notFoundHint")}
        action={
          <Button variant="outline" onClick={onBack}>
            {t("act.back")}
          </Button>
        }
        className="m-auto"
      />
    );
  }
  if (!summary || (query.isError && !messages)) {
    return (
      <ErrorState
        cause={t("errors.thread")}
        remedy={t("errors.networkRemedy")}
        requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
        labels={{ requestId: common("requestId"), retry: common("retry") }}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        className="m-auto"
      />
    );
  }
  return (
    <>
      <ThreadHeader
        conversation={summary}
        acts={acts}
        titleRef={titleRef}
        onBack={onBack}
        onShowCustomer={onShowCustomer}
      />
      {messages ? <TranslationBar conversation={summary} messages={messages} /> : null}
      {messages ? (
        <MessageLog
          key={id}
          conversationId={id}
          name={customerName(summary)}
          messages={messages}
          onRetry={(outgoing) => void retry(outgoing)}
          onEdit={(outgoing) => {
            removeOutgoing(outgoing.clientMessageId);
            composer.current?.restore(outgoing.mode, outgoing.text, outgoing.files);
          }}
        />
      ) : (
        <div className="min-h-0 flex-1 bg-paper">
          <MessagesSkeleton label={common("loading")} />
        </div>
      )}
      <TypingPreview conversationId={id} />
      <ScheduledList
        conversationId={id}
        scheduled={scheduled}
        onEdit={(text) => composer.current?.restore("reply", text)}
      />
      <ReplySuggestions
        suggestions={suggestions}
        onUse={(text) => composer.current?.restore("reply", text)}
      />
      {canWrite ? (
        <GuardedComposer
          key={`composer-${id}`}
          composer={composer}
          messages={messages}
          conversation={summary}
          onSend={(mode, text, files, original) => {
            if (mode === "reply") suggestions.noteSent(text);
            send(id, mode, text, files, original);
          }}
          onTakeOver={() =>
            void acts.takeOver(summary).then((isMine) => isMine && composer.current?.focus("reply"))
          }
        />
      ) : (
        <ReadOnlyLine />
      )}
    </>
  );
}

export function NoThread() {
  const t = useTranslations("inbox.thread");
  const key = (name: string) => <Kbd>{name}</Kbd>;
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t("none")}
      description={t.rich("noneHint", {
        next: () => key("j"),
        previous: () => key("k"),
        open: () => key("↵"),
      })}
      className="m-auto"
    />
  );
}
