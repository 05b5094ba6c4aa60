"use client";

import { useQuery } from "@tanstack/react-query";
import { Languages } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { askJson } from "@/components/shell/fetch-json";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import {
  type ConversationSummaryDto,
  type DraftTranslationDto,
  MAX_MESSAGE_LENGTH,
} from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import type { Original } from "../_live/outbox";
import { useFailureWords } from "../_live/use-failure-words";
import { languageOf } from "../_live/use-translations";

interface TranslateDraftProps {
  conversation: ConversationSummaryDto;
  text: string;
  disabled: boolean;
  onSend: (translated: string, original: Original) => void;
}

/** Beside "Send", where customer and agent write in different languages and a model may translate. */
export function TranslateDraft({ conversation, text, disabled, onSend }: TranslateDraftProps) {
  const t = useTranslations("languageModel");
  const { locale, modelTasks } = useInbox();
  const [asked, setAsked] = useState<string | null>(null);
  const own = languageOf(locale);
  const to = conversation.language as Original["language"] | null;
  if (!modelTasks.includes("translate") || !to || to === own) return null;
  return (
    <>
      <Button
        variant="ghost"
        aria-disabled={disabled}
        className={disabled ? "opacity-50" : undefined}
        onClick={() => (disabled ? null : setAsked(text))}
      >
        <Languages aria-hidden />
        <span className="max-sm:sr-only">{t("act.translate")}</span>
      </Button>
      <Dialog open={asked !== null} onOpenChange={(isOpen) => (isOpen ? null : setAsked(null))}>
        <DialogContent className="max-w-lg">
          {asked === null ? null : (
            <Preview
              conversationId={conversation.id}
              text={asked}
              to={to}
              onCancel={() => setAsked(null)}
              onSend={(translated) => {
                setAsked(null);
                onSend(translated, { text: asked, language: own });
              }}
            />
          )}
        </DialogContent>
      </Dialog>
    </>
  );
}

interface PreviewProps {
  conversationId: string;
  text: string;
  to: Original["language"];
  onCancel: () => void;
  onSend: (translated: string) => void;
}

/** The translation to read, correct and send. One that changes a number is not sent before somebody says it is right. */
function Preview({ conversationId, text, to, onCancel, onSend }: PreviewProps) {
  const t = useTranslations("languageModel");
  const common = useTranslations("common");
  const wordFailure = useFailureWords();
  const { data, error, isPending, refetch, isFetching } = useQuery({
    queryKey: ["draft-translation", conversationId, to, text],
    queryFn: ({ signal }) =>
      askJson<DraftTranslationDto>(
        `/api/v1/conversations/${conversationId}/translations/draft`,
        { text, language: to },
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [edited, setEdited] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const translated = edited ?? data?.text ?? "";
  const differences = [...(data?.lost ?? []), ...(data?.added ?? [])];
  const isDoubtful = differences.length > 0;
  const canSend =
    translated.trim() !== "" && translated.length <= MAX_MESSAGE_LENGTH && (!isDoubtful || isChecked);
  const language = t(`language.${to}`);
  return (
    <>
      <DialogHeader>
        <DialogTitle>{t("draft.title", { language })}</DialogTitle>
        <DialogDescription>{t("draft.lead")}</DialogDescription>
      </DialogHeader>
      <div className="grid gap-3">
        <div className="grid gap-1">
          <span className="text-ink-3 text-xs">{t("draft.yours")}</span>
          <p className="max-h-32 overflow-y-auto whitespace-pre-wrap break-words text-ink-2 text-sm">
            {text}
          </p>
        </div>
        {isPending ? (
          <div role="status" aria-label={t("draft.loading")} className="grid gap-2">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-24" />
          </div>
        ) : error ? (
          <Alert tone="cinnabar" role="alert">
            <AlertDescription>
              {t("draft.failed")} {wordFailure(error)}
              <Button
                variant="outline"
                size="sm"
                className="ml-2"
                loading={isFetching}
                onClick={() => void refetch()}
              >
                {common("retry")}
              </Button>
            </AlertDescription>
          </Alert>
        ) : (
          <Field label={t("draft.translation", { language })}>
            <Textarea
              lang={to}
              rows={5}
              value={translated}
              onChange={(event) => setEdited(event.target.value)}
            />
          </Field>
        )}
        {isDoubtful ? (
          <Alert tone="amber">
            <AlertDescription className="grid gap-2">
              {t("draft.differs", { parts: differences.join(" · ") })}
              <span className="flex items-center gap-2">
                <Checkbox
                  id="translation-checked"
                  checked={isChecked}
                  onCheckedChange={(checked) => setChecked(checked === true)}
                />
                <Label htmlFor="translation-checked">{t("draft.checked")}</Label>
              </span>
            </AlertDescription>
          </Alert>
        ) : null}
      </div>
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button disabled={!canSend} onClick={() => onSend(translated)}>
          {t("draft.send")}
        </Button>
      </DialogFooter>
    </>
  );
}
