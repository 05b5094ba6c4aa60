"use client";

import { ChevronDown, Undo2 } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatPercent } from "@/components/format/format-number";
import { IntentPicker } from "@/components/intents/intent-picker";
import { useIntents } from "@/components/intents/use-intents";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useCorrectIntent } from "../_live/use-correct-intent";
import { useWords } from "../_live/use-words";

interface MessageIntentProps {
  conversationId: string;
  message: MessageDto;
}

/** What a customer's message was read as, how it feels, and who has said otherwise. */
export function MessageIntent({ conversationId, message }: MessageIntentProps) {
  const t = useTranslations("inbox.intent");
  const locale = useLocale();
  const { canTeach } = useInbox();
  const { intentName, feelingName } = useWords();
  const { correction } = message;
  const name = intentName(correction?.intent ?? message.intent);
  const feeling = feelingName(message.sentiment);
  const percent = (value: number) => formatPercent(value, locale, { fractionDigits: 0 });
  if (!name) return feeling ? <> · {feeling}</> : null;
  const confidence = !correction && message.confidence !== null ? ` ${percent(message.confidence)}` : "";
  return (
    <>
      {" · "}
      {canTeach ? (
        <CorrectIntent conversationId={conversationId} message={message} name={name}>
          {name}
          {confidence}
        </CorrectIntent>
      ) : (
        `${name}${confidence}`
      )}
      {correction ? (
        <span title={t("was", { intent: intentName(message.intent) ?? message.intent ?? "" })}>
          {" · "}
          {correction.intent === message.intent
            ? t("confirmedBy", { name: correction.by })
            : t("correctedBy", { name: correction.by })}
        </span>
      ) : null}
      {feeling ? ` · ${feeling}` : null}
    </>
  );
}

interface CorrectIntentProps extends MessageIntentProps {
  name: string;
  children: React.ReactNode;
}

function CorrectIntent({ conversationId, message, name, children }: CorrectIntentProps) {
  const t = useTranslations("inbox.intent");
  const locale = useLocale();
  const { ownIntents } = useInbox();
  const { intentName } = useWords();
  const { choices } = useIntents(ownIntents);
  const { correct, restore } = useCorrectIntent(conversationId);
  const [isOpen, setOpen] = useState(false);
  const { intent, confidence, correction, alternatives } = message;
  const guesses =
    intent && confidence !== null ? [{ id: intent, confidence }, ...alternatives] : alternatives;
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        aria-label={t("change", { intent: name })}
        data-testid="intent"
        className="-my-1 -mx-0.5 inline-flex h-6 items-center gap-0.5 rounded-sm px-1 align-middle hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
      >
        {children}
        <ChevronDown aria-hidden className="size-3" />
      </PopoverTrigger>
      <PopoverContent className="w-80 p-0" aria-label={t("title")}>
        <IntentPicker
          choices={choices}
          value={correction?.intent ?? intent}
          suggestions={guesses.slice(0, 3).map((guess) => ({
            id: guess.id,
            note: formatPercent(guess.confidence, locale, { fractionDigits: 0 }),
          }))}
          onChoose={(chosen) => {
            setOpen(false);
            void correct(message, chosen);
          }}
        >
          {correction ? (
            <div className="flex items-center justify-between gap-2 border-b px-3 py-1.5 text-ink-3 text-xs">
              {t("was", { intent: intentName(intent) ?? intent ?? "" })}
              <Button
                variant="ghost"
                size="sm"
                onClick={() => {
                  setOpen(false);
                  void restore(message);
                }}
              >
                <Undo2 aria-hidden className="size-3.5" />
                {t("restore")}
              </Button>
            </div>
          ) : null}
        </IntentPicker>
      </PopoverContent>
    </Popover>
  );
}
