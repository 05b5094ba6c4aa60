"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { UnansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { linkQuestion } from "../../_actions";
import { useCandidates } from "./use-candidates";

interface AttachDialogProps {
  question: UnansweredQuestionDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAttached: (title: string) => void;
}

export function AttachDialog({ question, open, onOpenChange, onAttached }: AttachDialogProps) {
  const t = useTranslations("knowledge.questions.dialog");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <AttachForm
          question={question}
          onClose={() => onOpenChange(false)}
          onAttached={(title) => {
            onOpenChange(false);
            onAttached(title);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function AttachForm({
  question,
  onClose,
  onAttached,
}: {
  question: UnansweredQuestionDto;
  onClose: () => void;
  onAttached: (title: string) => void;
}) {
  const t = useTranslations("knowledge.questions.dialog");
  const words = useTranslations("knowledge");
  const common = useTranslations("common");
  const name = useId();
  const [q, setQ] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { candidates, isPending, isError } = useCandidates(question.text, q);
  const article = candidates.find(({ id }) => id === chosen);
  const { run, isPending: isAttaching } = useAction(linkQuestion, {
    onSuccess: () => onAttached(article?.title ?? ""),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (article) run({ id: question.id, articleId: article.id });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="rounded-md bg-chip px-3 py-2 text-compact">{question.text}</p>
      <Input
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        value={q}
        maxLength={200}
        onChange={(event) => setQ(event.target.value)}
      />
      <fieldset className="grid gap-1" aria-busy={isPending}>
        <legend className="mb-1 text-ink-3 text-xs">{q.trim() ? t("found") : t("nearest")}</legend>
        {isPending ? <Skeleton className="h-24 w-full rounded-md" /> : null}
        {candidates.map(({ id, title, language }) => (
          <label
            key={id}
            className="flex cursor-pointer items-center gap-2.5 rounded-md border px-3 py-2 text-compact has-checked:border-blue has-checked:bg-blue-wash"
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={chosen === id}
              onChange={() => setChosen(id)}
              className="accent-blue"
            />
            <span lang={language} className="min-w-0 flex-1 break-words">
              {title}
            </span>
            <Badge>{words(`language.${language}`)}</Badge>
          </label>
        ))}
        {!isPending && candidates.length === 0 ? (
          <p role="status" className="text-compact text-ink-3">
            {isError ? t("failed") : t("none")}
          </p>
        ) : null}
      </fieldset>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" disabled={!article} loading={isAttaching}>
          {t("confirm")}
        </Button>
      </DialogFooter>
    </form>
  );
}
