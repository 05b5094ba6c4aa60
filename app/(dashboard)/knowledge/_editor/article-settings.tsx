"use client";

import { useTranslations } from "use-intl";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Draft } from "./draft";
import type { Editor } from "./use-editor";

/** Whom the open language is for, from when until when. */
export function ArticleSettings({ editor, canWrite }: { editor: Editor; canWrite: boolean }) {
  const t = useTranslations("knowledge");
  const { drafts, language, change, fields, timeZone } = editor;
  const draft = drafts[language];
  const time = (name: "validFrom" | "validUntil") => (
    <Field label={t(`editor.${name}`)} error={fields[name]} aside={t("editor.optional")}>
      <Input
        type="datetime-local"
        value={draft[name]}
        max="2199-12-31T23:59"
        disabled={!canWrite}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("editor.settings")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3.5">
        <Field label={t("editor.audience")} hint={t("editor.audienceHint")} error={fields.audience}>
          <NativeSelect
            value={draft.audience}
            disabled={!canWrite}
            onChange={(event) => change({ audience: event.target.value as Draft["audience"] })}
          >
            <option value="customers">{t("audience.customers")}</option>
            <option value="agents">{t("audience.agents")}</option>
          </NativeSelect>
        </Field>
        {time("validFrom")}
        {time("validUntil")}
        <p className="text-ink-3 text-xs">{t("editor.zone", { zone: timeZone })}</p>
        <Field
          label={t("editor.tags")}
          hint={t("editor.tagsHint")}
          aside={t("editor.optional")}
          error={Object.entries(fields).find(([path]) => path.startsWith("tags"))?.[1]}
        >
          <Input
            value={draft.tags}
            autoComplete="off"
            disabled={!canWrite}
            onChange={(event) => change({ tags: event.target.value })}
          />
        </Field>
      </CardContent>
    </Card>
  );
}
