"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { formatInstant } from "@/lib/core/dates";
import { type LanguageModelDto, MODEL_TASKS } from "@/lib/platform/llm/schemas";
import { setLanguageModel } from "../_actions";

/** Where the model is, and what it may do. The key is written and never read. */
export function ModelForm({ model }: { model: LanguageModelDto }) {
  const t = useTranslations("languageModel");
  const common = useTranslations("common");
  const [locale, timeZone] = [useLocale(), useTimeZone() ?? "UTC"];
  const [tasks, setTasks] = useState(model.tasks);
  const { run, isPending, fields } = useAction(setLanguageModel, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    run({
      baseUrl: text("baseUrl"),
      model: text("model"),
      apiKey: text("apiKey"),
      dailyTokens: Number(form.get("dailyTokens")),
      tasks,
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={t("endpoint")} hint={t("endpointHint")} error={fields.baseUrl} required>
        <Input
          name="baseUrl"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://api.example.com/v1"
          defaultValue={model.baseUrl ?? ""}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("model")} hint={t("modelHint")} error={fields.model} required>
          <Input name="model" autoComplete="off" spellCheck={false} defaultValue={model.model ?? ""} />
        </Field>
        <Field label={t("budget")} hint={t("budgetHint")} error={fields.dailyTokens} required>
          <Input
            name="dailyTokens"
            type="number"
            min={1_000}
            max={1_000_000_000}
            step={1_000}
            inputMode="numeric"
            defaultValue={model.dailyTokens}
            className="tabular-nums"
          />
        </Field>
      </div>
      <Field label={t("key")} hint={t(model.hasKey ? "keyStored" : "keyNone")} error={fields.apiKey}>
        <Input name="apiKey" type="password" autoComplete="new-password" spellCheck={false} />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-compact">{t("may")}</legend>
        <div className="divide-y divide-line rounded-lg border border-line">
          {MODEL_TASKS.map((task) => (
            <div key={task} className="flex items-start justify-between gap-4 p-4">
              <div>
                <Label htmlFor={`task-${task}`}>{t(task)}</Label>
                <p id={`task-${task}-hint`} className="mt-0.5 text-ink-3 text-xs">
                  {t(`${task}Hint`)}
                </p>
              </div>
              <Switch
                id={`task-${task}`}
                aria-describedby={`task-${task}-hint`}
                checked={tasks[task]}
                onCheckedChange={(checked) => setTasks({ ...tasks, [task]: checked })}
              />
            </div>
          ))}
        </div>
        <p className="text-ink-3 text-xs">{t("privacy")}</p>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" loading={isPending}>
          {common("save")}
        </Button>
        {model.updatedAt && model.updatedBy ? (
          <p className="text-ink-3 text-xs">
            {t("changed", {
              name: model.updatedBy,
              when: formatInstant(model.updatedAt, { locale, timeZone, style: "dateTime" }),
            })}
          </p>
        ) : null}
      </div>
    </form>
  );
}
