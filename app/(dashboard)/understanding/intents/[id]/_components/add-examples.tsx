"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import {
  type AddedExamplesDto,
  MAX_EXAMPLES,
  type MerchantIntentDto,
} from "@/lib/service/understanding/schemas";
import { addExamples } from "../../../_actions";

type LineError = NonNullable<AddedExamplesDto["results"][number]["error"]>;

/** Non-empty lines, each once trimmed, as they will be sent. */
export function readLines(typed: string): string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Examples by pasting lines. What was added leaves the field; what was not stays in it, with the reason below. */
export function AddExamples({ intent }: { intent: MerchantIntentDto }) {
  const t = useTranslations("understanding.intents");
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<{ text: string; error: LineError }[]>([]);
  const lines = readLines(typed);
  const { run, isPending, fields } = useAction(addExamples, {
    showsFields: true,
    onSuccess: ({ added, results }: AddedExamplesDto) => {
      const rejected = results.flatMap(({ index, error }) =>
        error ? [{ text: lines[index] ?? "", error }] : [],
      );
      setRefused(rejected);
      setTyped(rejected.map(({ text }) => text).join("\n"));
      if (added > 0) toast.success(t("added", { count: added }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lines.length > 0) run({ id: intent.id, texts: lines });
  };
  return (
    <Card className="px-4 py-3.5">
      <form onSubmit={submit} className="grid gap-3">
        <h2 className="font-semibold text-sm">{t("addTitle")}</h2>
        <Field
          label={t("addLabel")}
          hint={t("addHint", { max: MAX_EXAMPLES })}
          aside={t("lines", { count: lines.length })}
          error={fields.texts}
        >
          <Textarea
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setRefused([]);
            }}
            placeholder={t("addPlaceholder")}
            className="max-h-96 min-h-36"
            aria-invalid={refused.length > 0 || undefined}
          />
        </Field>
        {refused.length > 0 ? (
          <div role="alert" className="grid gap-1 text-cinnabar-ink text-xs">
            <p>{t("rejected", { count: refused.length })}</p>
            <ul className="grid max-h-48 gap-1 overflow-y-auto">
              {refused.map(({ text, error }, index) => (
                <li key={text} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
                  <span className="font-medium">{t("line", { line: index + 1 })}</span>
                  <span>
                    <span className="block truncate text-ink-2">{text}</span>
                    {t(`lineError.${error.code}`)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Button
          type="submit"
          loading={isPending}
          aria-disabled={lines.length === 0}
          className="justify-self-start"
        >
          {t("add", { count: lines.length })}
        </Button>
      </form>
    </Card>
  );
}
