"use client";

import { type FormEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import {
  type CannedReplyDto,
  MAX_REPLY_LENGTH,
  REPLY_LANGUAGES,
  type ReplyLanguage,
  VARIABLES,
} from "@/lib/service/canned-replies/schemas";
import { languageName } from "./language-name";

interface Draft {
  name: string;
  isPersonal: boolean;
  texts: Partial<Record<ReplyLanguage, string>>;
}

interface ReplyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What is changed; none is a new one. */
  reply?: CannedReplyDto;
  canChooseScope: boolean;
  isPending: boolean;
  errors: Record<string, string>;
  onSave: (draft: Draft) => void;
}

export function ReplyDialog({ open, onOpenChange, ...form }: ReplyDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-h-[90dvh] max-w-xl overflow-y-auto" closeLabel={common("close")}>
        <ReplyForm {...form} onCancel={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ReplyForm(props: Omit<ReplyDialogProps, "open" | "onOpenChange"> & { onCancel: () => void }) {
  const { title, reply, canChooseScope, isPending, errors, onSave, onCancel } = props;
  const t = useTranslations("inboxTools.replies");
  const common = useTranslations("common");
  const locale = useLocale();
  const [texts, setTexts] = useState<Draft["texts"]>(reply?.texts ?? {});
  const first = REPLY_LANGUAGES.find((language) => locale.startsWith(language)) ?? "en";
  const [language, setLanguage] = useState<ReplyLanguage>(first);
  const fields = useRef<Partial<Record<ReplyLanguage, HTMLTextAreaElement | null>>>({});
  const write = (which: ReplyLanguage, text: string) => setTexts((known) => ({ ...known, [which]: text }));

  /** At the pen, in the text that was written in last. */
  const insert = (variable: string) => {
    const field = fields.current[language];
    const text = texts[language] ?? "";
    const at = field?.selectionStart ?? text.length;
    const word = `{{${variable}}}`;
    write(language, text.slice(0, at) + word + text.slice(field?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSave({
      name: String(form.get("name")),
      isPersonal: !canChooseScope || form.get("scope") === "own",
      texts,
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{t("dialogText")}</DialogDescription>
      </DialogHeader>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")} hint={t("nameHint")} error={errors.name} required>
          <Input name="name" defaultValue={reply?.name} maxLength={40} autoComplete="off" />
        </Field>
        {reply ? null : (
          <Field label={t("scope")} hint={canChooseScope ? undefined : t("ownOnly")}>
            <NativeSelect
              name="scope"
              defaultValue={canChooseScope ? "shop" : "own"}
              disabled={!canChooseScope}
            >
              <option value="shop">{t("scopes.shop")}</option>
              <option value="own">{t("scopes.own")}</option>
            </NativeSelect>
          </Field>
        )}
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium text-compact">{t("variables")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {VARIABLES.map((variable) => (
            <Button key={variable} variant="outline" size="sm" onClick={() => insert(variable)}>
              {t(`variable.${variable}`)}
            </Button>
          ))}
        </div>
        <p className="text-ink-3 text-xs">{t("variablesHint")}</p>
      </fieldset>
      {REPLY_LANGUAGES.map((each) => (
        <Field key={each} label={languageName(each, locale)} error={errors[`texts.${each}`]}>
          <Textarea
            ref={(field: HTMLTextAreaElement | null) => {
              fields.current[each] = field;
            }}
            lang={each}
            rows={2}
            maxLength={MAX_REPLY_LENGTH}
            value={texts[each] ?? ""}
            onFocus={() => setLanguage(each)}
            onChange={(event) => write(each, event.target.value)}
          />
        </Field>
      ))}
      {errors.texts ? (
        <p role="alert" className="text-cinnabar-ink text-xs">
          {errors.texts}
        </p>
      ) : null}
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {common("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
