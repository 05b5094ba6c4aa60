"use client";

import { Eye, PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Markdown } from "@/components/markdown/markdown";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { MAX_BODY_LENGTH } from "@/lib/data/knowledge/schemas";
import type { Editor } from "./use-editor";

/** Title and text of the open language; who may not write reads them. */
export function ArticleText({ editor, canWrite }: { editor: Editor; canWrite: boolean }) {
  const t = useTranslations("knowledge.editor");
  const { language, drafts, change, fields } = editor;
  const { title, body } = drafts[language];
  if (!canWrite) {
    return (
      <article lang={language} className="grid gap-3">
        {title ? <h2 className="font-semibold text-base wrap-anywhere">{title}</h2> : null}
        <Preview body={body} language={language} />
      </article>
    );
  }
  return (
    <>
      <Field label={t("title")} hint={t("titleHint")} error={fields.title}>
        <Input
          lang={language}
          value={title}
          maxLength={300}
          autoComplete="off"
          className="h-9 font-medium text-sm"
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <BodyField editor={editor} body={body} error={fields.body} />
    </>
  );
}

function BodyField({ editor, body, error }: { editor: Editor; body: string; error: string | undefined }) {
  const t = useTranslations("knowledge.editor");
  const [mode, setMode] = useState<"write" | "preview">("write");
  const { language, change } = editor;
  const modes = (
    <ToggleGroup
      type="single"
      value={mode}
      aria-label={t("mode")}
      onValueChange={(value) => value && setMode(value as typeof mode)}
    >
      <ToggleGroupItem value="write">
        <PenLine aria-hidden className="size-3.5" />
        {t("write")}
      </ToggleGroupItem>
      <ToggleGroupItem value="preview">
        <Eye aria-hidden className="size-3.5" />
        {t("preview")}
      </ToggleGroupItem>
    </ToggleGroup>
  );
  return (
    <Field label={t("body")} aside={modes} hint={mode === "write" ? t("bodyHint") : undefined} error={error}>
      {(control) =>
        mode === "write" ? (
          <Textarea
            {...control}
            lang={language}
            value={body}
            maxLength={MAX_BODY_LENGTH}
            className="min-h-80 font-mono text-xs leading-5"
            onChange={(event) => change({ body: event.target.value })}
          />
        ) : (
          <section
            id={control.id}
            aria-label={t("preview")}
            className="min-h-80 rounded-md border bg-paper px-4 py-3"
          >
            <Preview body={body} language={language} />
          </section>
        )
      }
    </Field>
  );
}

function Preview({ body, language }: { body: string; language: string }) {
  const t = useTranslations("knowledge.editor");
  if (body.trim() === "") return <p className="text-compact text-ink-3">{t("nothing")}</p>;
  return <Markdown text={body} lang={language} />;
}
