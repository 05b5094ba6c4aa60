"use client";

import { BookOpen, ChevronDown, Lightbulb, MessageSquareText, Workflow, X } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { formatPercent } from "@/components/format/format-number";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ReplySuggestionDto } from "@/lib/service/suggestions/schemas";
import { useInbox } from "../_live/inbox-context";
import type { useReplySuggestions } from "../_live/use-reply-suggestions";
import { useWords } from "../_live/use-words";

interface ReplySuggestionsProps {
  suggestions: ReturnType<typeof useReplySuggestions>;
  /** Puts a draft under the pen. */
  onUse: (text: string) => void;
}

const ICONS = { task: Workflow, article: BookOpen, canned: MessageSquareText };

/** Drafts above the composer: taken under the pen to be sent or changed, or put away. Nothing is sent from here. */
export function ReplySuggestions({ suggestions, onUse }: ReplySuggestionsProps) {
  const t = useTranslations("suggestions");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(true);
  const listId = useId();
  const { drafts, isFailed, retry, use, reject } = suggestions;
  if (isFailed) {
    return (
      <p role="status" className="flex shrink-0 items-center gap-2 border-t px-4.5 py-1.5 text-ink-3 text-xs">
        {t("failed")}
        <Button variant="ghost" size="sm" onClick={retry}>
          {common("retry")}
        </Button>
      </p>
    );
  }
  if (drafts.length === 0) return null;
  return (
    <section aria-label={t("title")} className="shrink-0 border-t bg-surface">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-8 w-full items-center gap-1.5 px-4.5 py-1 text-left text-ink-3 text-xs hover:text-ink max-sm:px-3.5"
      >
        <Lightbulb aria-hidden className="size-3.5" />
        {t("count", { count: drafts.length })}
        <ChevronDown
          aria-hidden
          className={cn("ml-auto size-3.5 transition-transform", !isOpen && "-rotate-90")}
        />
      </button>
      <ul id={listId} hidden={!isOpen} className="max-h-52 overflow-y-auto pb-1">
        {drafts.map((draft) => (
          <Draft
            key={draft.key}
            draft={draft}
            onUse={() => {
              use(draft);
              onUse(draft.text);
            }}
            onReject={() => void reject(draft)}
          />
        ))}
      </ul>
    </section>
  );
}

function Draft(props: { draft: ReplySuggestionDto; onUse: () => void; onReject: () => void }) {
  const { draft, onUse, onReject } = props;
  const t = useTranslations("suggestions");
  const { locale } = useInbox();
  const textId = useId();
  const Icon = ICONS[draft.kind];
  return (
    <li className="flex items-start gap-2.5 px-4.5 py-1.5 hover:bg-hover max-sm:flex-wrap max-sm:px-3.5">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]">
        <p id={textId} title={draft.text} className="line-clamp-2 whitespace-pre-line text-compact">
          {draft.text}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
          <About draft={draft} />
          {draft.confidence === null ? null : (
            <span className="tabular-nums">
              {t("sure", { share: formatPercent(draft.confidence, locale, { fractionDigits: 0 }) })}
            </span>
          )}
          {draft.sources.length > 0 ? <Sources sources={draft.sources} /> : null}
          {draft.missing.length > 0 ? <span className="text-amber-ink">{t("missing")}</span> : null}
        </p>
      </div>
      <span className="ml-auto flex shrink-0 gap-1">
        <Button variant="outline" size="sm" aria-describedby={textId} onClick={onUse}>
          {t("use")}
        </Button>
        <Button
          variant="ghost"
          size="icon"
          className="size-7"
          aria-label={t("reject")}
          aria-describedby={textId}
          onClick={onReject}
        >
          <X aria-hidden />
        </Button>
      </span>
    </li>
  );
}

/** What it answers: the intent as it was understood, and where the words are from. */
function About({ draft }: { draft: ReplySuggestionDto }) {
  const t = useTranslations("suggestions");
  const tasks = useTranslations("handoff.task");
  const { intentName } = useWords();
  const task = draft.about as Parameters<typeof tasks>[0];
  const intent = draft.kind === "task" && tasks.has(task) ? tasks(task) : intentName(draft.intent);
  return (
    <>
      {intent ? <span>{intent}</span> : null}
      {draft.kind === "canned" ? <code className="font-mono">/{draft.about}</code> : null}
      {draft.kind === "task" ? <span>{t("fromFacts")}</span> : null}
    </>
  );
}

const PAGES: Record<string, (id: string) => string> = {
  order: (id) => `/orders/${id}`,
  product: (id) => `/products/${id}`,
  article: (id) => `/knowledge/${id}`,
};

function Sources({ sources }: { sources: ReplySuggestionDto["sources"] }) {
  return sources.map(({ type, id, label }) => {
    const page = PAGES[type]?.(id);
    return page ? (
      <Link
        key={id}
        href={page}
        className="inline-flex min-h-6 items-center text-blue-ink underline-offset-2 hover:underline focus-visible:underline"
      >
        {label}
      </Link>
    ) : (
      <span key={id}>{label}</span>
    );
  });
}
