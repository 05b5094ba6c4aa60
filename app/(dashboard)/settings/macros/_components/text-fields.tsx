"use client";

import { useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import {
  type CannedReplyDto,
  MAX_REPLY_LENGTH,
  REPLY_LANGUAGES,
  type ReplyLanguage,
  VARIABLES,
} from "@/lib/service/canned-replies/schemas";
import type { MacroStep } from "@/lib/service/macros/schemas";
import { languageName } from "../../canned-replies/_components/language-name";

type Of<Type extends MacroStep["type"]> = Extract<MacroStep, { type: Type }>;

interface ReplyFieldsProps {
  step: Of<"reply">;
  replies: readonly CannedReplyDto[];
  onChange: (step: MacroStep) => void;
}

/** The reply in the languages that customers write; a canned reply's texts can be taken over. */
export function ReplyFields({ step, replies, onChange }: ReplyFieldsProps) {
  const t = useTranslations("deskActs.macros");
  const locale = useLocale();
  const own = REPLY_LANGUAGES.find((language) => locale.startsWith(language)) ?? "en";
  const [language, setLanguage] = useState<ReplyLanguage>(own);
  const fields = useRef<Partial<Record<ReplyLanguage, HTMLTextAreaElement | null>>>({});
  const write = (which: ReplyLanguage, text: string) =>
    onChange({ ...step, texts: { ...step.texts, [which]: text } });
  return (
    <div className="grid gap-2">
      {replies.length > 0 ? (
        <NativeSelect
          aria-label={t("fromCanned")}
          value=""
          onChange={({ target }) => {
            const reply = replies.find(({ id }) => id === target.value);
            if (reply) onChange({ ...step, texts: reply.texts });
          }}
        >
          <option value="">{t("chooseCanned")}</option>
          {replies.map(({ id, name }) => (
            <option key={id} value={id}>
              /{name}
            </option>
          ))}
        </NativeSelect>
      ) : null}
      <VariableButtons
        onInsert={(word) =>
          insertAt(fields.current[language], step.texts[language] ?? "", word, (text) =>
            write(language, text),
          )
        }
      />
      {REPLY_LANGUAGES.map((each) => (
        <Field key={each} label={t("replyIn", { language: languageName(each, locale) })}>
          <Textarea
            ref={(field: HTMLTextAreaElement | null) => {
              fields.current[each] = field;
            }}
            lang={each}
            rows={2}
            maxLength={MAX_REPLY_LENGTH}
            value={step.texts[each] ?? ""}
            onFocus={() => setLanguage(each)}
            onChange={({ target }) => write(each, target.value)}
          />
        </Field>
      ))}
    </div>
  );
}

export function NoteFields({ step, onChange }: { step: Of<"note">; onChange: (step: MacroStep) => void }) {
  const t = useTranslations("deskActs.macros");
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (text: string) => onChange({ ...step, text });
  return (
    <div className="grid gap-2">
      <VariableButtons onInsert={(word) => insertAt(field.current, step.text, word, write)} />
      <Field label={t("noteText")}>
        <Textarea
          ref={field}
          rows={2}
          maxLength={MAX_REPLY_LENGTH}
          value={step.text}
          onChange={({ target }) => write(target.value)}
        />
      </Field>
    </div>
  );
}

function VariableButtons({ onInsert }: { onInsert: (word: string) => void }) {
  const t = useTranslations("inboxTools.replies");
  return (
    <div className="flex flex-wrap gap-1.5">
      {VARIABLES.map((variable) => (
        <Button key={variable} variant="outline" size="sm" onClick={() => onInsert(`{{${variable}}}`)}>
          {t(`variable.${variable}`)}
        </Button>
      ))}
    </div>
  );
}

/** At the pen. */
function insertAt(
  field: HTMLTextAreaElement | null | undefined,
  text: string,
  word: string,
  write: (text: string) => void,
): void {
  const at = field?.selectionStart ?? text.length;
  write(text.slice(0, at) + word + text.slice(field?.selectionEnd ?? at));
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(at + word.length, at + word.length);
  });
}
