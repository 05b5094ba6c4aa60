"use client";

import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { type CannedReplyDto, firstVariable, type ReplyLanguage } from "@/lib/service/canned-replies/schemas";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { fillReply } from "../_actions";
import { rankReplies } from "../_live/rank-replies";
import { call, useActErrors } from "../_live/use-act-errors";
import { useCannedReplies } from "../_live/use-canned-replies";
import { useSuggestions } from "../_live/use-suggestions";
import { SuggestionList } from "./suggestion-list";

interface CannedSuggestionsInput {
  conversation: ConversationSummaryDto;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  isOn: boolean;
  onChange: (text: string) => void;
}

/** `/` in the composer: a list of canned replies that filters while typing and puts the chosen one into the text. */
export function useCannedSuggestions({ conversation, text, field, isOn, onChange }: CannedSuggestionsInput) {
  const t = useTranslations("inboxTools.composer");
  const common = useTranslations("common");
  const client = useQueryClient();
  const errors = useActErrors();
  const [isFilling, setFilling] = useState(false);
  const list = useSuggestions({ sign: "/", text, field, isOn: isOn && !isFilling });
  const { trigger } = list;
  const query = useCannedReplies(trigger !== null);
  const replies = trigger ? rankReplies(query.data ?? [], trigger.query) : [];

  const choose = async (index: number) => {
    const reply = replies[index];
    if (!trigger || !reply) return;
    const { start, query: typed } = trigger;
    setFilling(true);
    const filled = await call(() => fillReply({ id: reply.id, conversationId: conversation.id }));
    setFilling(false);
    if (!filled.ok) {
      errors.show(errors.word(filled.error));
      return;
    }
    // The uses are counted: the most used stand first.
    void client.invalidateQueries({ queryKey: ["canned-replies"] });
    const now = field.current?.value ?? text;
    const called = `/${typed}`;
    const isThere = now.slice(start, start + called.length) === called;
    const end = isThere ? start + called.length : start;
    // The text must stand in the field before a part of it can be selected.
    flushSync(() => onChange(now.slice(0, start) + filled.data.text + now.slice(end)));
    const left = firstVariable(filled.data.text);
    const after = start + filled.data.text.length;
    field.current?.focus();
    if (left) field.current?.setSelectionRange(start + left.start, start + left.end);
    else field.current?.setSelectionRange(after, after);
  };

  const isLoading = trigger !== null && query.isPending;
  const foot = query.isError
    ? t("loadFailed")
    : query.data && replies.length === 0
      ? trigger?.query
        ? t("noneMatch", { query: trigger.query })
        : t("noneYet")
      : null;
  return {
    readCaret: list.readCaret,
    onKeyDown: (event: KeyboardEvent) => list.onKeyDown(event, replies.length, (index) => void choose(index)),
    fieldProps: list.fieldProps(replies.length),
    list:
      isFilling || isLoading ? (
        <SuggestionList
          id={list.listId}
          label={t("suggestions")}
          marked={0}
          optionId={list.optionId}
          items={[]}
          onMark={list.setMarked}
          onChoose={list.setMarked}
          foot={isFilling ? t("filling") : common("loading")}
        />
      ) : trigger && (replies.length > 0 || foot) ? (
        <SuggestionList
          id={list.listId}
          label={t("suggestions")}
          marked={list.marked}
          optionId={list.optionId}
          items={replies.map((reply) => ({
            key: reply.id,
            content: <ReplyItem reply={reply} language={conversation.language} />,
          }))}
          onMark={list.setMarked}
          onChoose={(index) => void choose(index)}
          foot={
            foot ? (
              <>
                {foot}{" "}
                <Link href="/settings/canned-replies" className="text-blue-ink underline underline-offset-2">
                  {t("manage")}
                </Link>
              </>
            ) : null
          }
        />
      ) : null,
  };
}

function ReplyItem({ reply, language }: { reply: CannedReplyDto; language: ReplyLanguage | null }) {
  const t = useTranslations("inboxTools.composer");
  const { texts } = reply;
  const text = (language ? texts[language] : undefined) ?? texts.zh ?? texts.en ?? texts.es;
  return (
    <>
      <code className="max-w-2/5 shrink-0 truncate font-mono text-xs">/{reply.name}</code>
      <span className="min-w-0 flex-1 truncate text-ink-3">{text}</span>
      {reply.isPersonal ? <Badge>{t("own")}</Badge> : null}
    </>
  );
}
