"use client";

import { Link2, PenLine, RotateCcw, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { RelativeTime } from "@/components/format/relative-time";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { UnansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { dismissQuestion, reopenQuestion } from "../../_actions";
import { AttachDialog } from "./attach-dialog";

interface QuestionRowProps {
  question: UnansweredQuestionDto;
  canWrite: boolean;
  canOpen: boolean;
  now: string;
}

/** A question, how often it came, and what can be done about it. */
export function QuestionRow({ question, canWrite, canOpen, now }: QuestionRowProps) {
  const t = useTranslations("knowledge");
  const locale = useLocale();
  const timeZone = useTimeZone()!;
  const time = (value: string) => (
    <RelativeTime value={value} now={now} locale={locale} timeZone={timeZone} />
  );
  const { id, text, language, timesAsked, firstAskedAt, lastAskedAt, conversationId } = question;
  return (
    <li data-question={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p lang={language === "other" ? undefined : language} className="break-words font-medium">
          {text}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-xs">
          <Badge>{t(`language.${language}`)}</Badge>
          <span className={timesAsked > 1 ? "font-medium text-ink-2" : undefined}>
            {t("questions.asked", { count: timesAsked })}
          </span>
          <span>{t.rich("questions.last", { time: () => time(lastAskedAt) })}</span>
          {timesAsked > 1 ? (
            <span>{t.rich("questions.first", { time: () => time(firstAskedAt) })}</span>
          ) : null}
          {conversationId && canOpen ? (
            <Link href={`/inbox/${conversationId}`} className="text-blue-ink hover:underline">
              {t("questions.conversation")}
            </Link>
          ) : null}
          <Resolution question={question} time={time} />
        </p>
      </div>
      {canWrite ? <Acts question={question} /> : null}
    </li>
  );
}

function Resolution({
  question,
  time,
}: {
  question: UnansweredQuestionDto;
  time: (value: string) => React.ReactNode;
}) {
  const t = useTranslations("knowledge.questions");
  const { resolvedBy, resolvedAt, articleId } = question;
  if (!resolvedBy || !resolvedAt) return null;
  return (
    <>
      <span>{t.rich("resolved", { name: resolvedBy, time: () => time(resolvedAt) })}</span>
      {articleId ? (
        <Link href={`/knowledge/${articleId}`} className="text-blue-ink hover:underline">
          {t("article")}
        </Link>
      ) : null}
    </>
  );
}

function Acts({ question }: { question: UnansweredQuestionDto }) {
  const t = useTranslations("knowledge.questions");
  const common = useTranslations("common");
  const [isAttaching, setAttaching] = useState(false);
  const { id, status } = question;
  const reopening = useAction(reopenQuestion);
  const reopen = () => reopening.run({ id });
  const dismissing = useAction(dismissQuestion, {
    onSuccess: () => showUndoToast({ message: t("dismissed"), undoLabel: common("undo"), onUndo: reopen }),
  });
  if (status !== "open") {
    return (
      <Button variant="outline" loading={reopening.isPending} onClick={reopen}>
        <RotateCcw aria-hidden />
        {t("reopen")}
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild variant="outline">
        <Link href={`/knowledge/new?question=${id}`}>
          <PenLine aria-hidden />
          {t("write")}
        </Link>
      </Button>
      <Button variant="outline" onClick={() => setAttaching(true)}>
        <Link2 aria-hidden />
        {t("attach")}
      </Button>
      <Button variant="ghost" loading={dismissing.isPending} onClick={() => dismissing.run({ id })}>
        <X aria-hidden />
        {t("dismiss")}
      </Button>
      <AttachDialog
        question={question}
        open={isAttaching}
        onOpenChange={setAttaching}
        onAttached={(title) =>
          showUndoToast({ message: t("attached", { title }), undoLabel: common("undo"), onUndo: reopen })
        }
      />
    </div>
  );
}
