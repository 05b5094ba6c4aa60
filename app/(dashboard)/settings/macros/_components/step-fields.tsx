"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { useStepWords } from "@/components/macros/use-step-words";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { LabelDto } from "@/lib/service/labels/schemas";
import type { MacroStep } from "@/lib/service/macros/schemas";
import type { Choices } from "./choices";
import { NoteFields, ReplyFields } from "./text-fields";

interface StepFieldsProps<Step extends MacroStep = MacroStep> {
  step: Step;
  choices: Choices;
  onChange: (step: MacroStep) => void;
}

/** What a step of its kind needs to know. */
export function StepFields({ step, choices, onChange }: StepFieldsProps) {
  const t = useTranslations("deskActs.macros.about");
  switch (step.type) {
    case "reply":
      return <ReplyFields step={step} replies={choices.replies} onChange={onChange} />;
    case "note":
      return <NoteFields step={step} onChange={onChange} />;
    case "label":
      return <LabelFields step={step} choices={choices} onChange={onChange} />;
    case "assign":
      return <AssignFields step={step} choices={choices} onChange={onChange} />;
    case "snooze":
      return <SnoozeFields step={step} choices={choices} onChange={onChange} />;
    default:
      return <p className="text-ink-3 text-xs">{t(step.type)}</p>;
  }
}

type Of<Type extends MacroStep["type"]> = Extract<MacroStep, { type: Type }>;

function LabelFields({ step, choices, onChange }: StepFieldsProps<Of<"label">>) {
  const t = useTranslations("deskActs.macros");
  if (choices.labels.length === 0) return <p className="text-ink-3 text-xs">{t("noLabels")}</p>;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <LabelChoice
        legend={t("addLabels")}
        labels={choices.labels}
        chosen={step.add}
        onChange={(add) => onChange({ ...step, add, remove: step.remove.filter((id) => !add.includes(id)) })}
      />
      <LabelChoice
        legend={t("removeLabels")}
        labels={choices.labels}
        chosen={step.remove}
        onChange={(remove) =>
          onChange({ ...step, remove, add: step.add.filter((id) => !remove.includes(id)) })
        }
      />
    </div>
  );
}

interface LabelChoiceProps {
  legend: string;
  labels: readonly LabelDto[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

function LabelChoice({ legend, labels, chosen, onChange }: LabelChoiceProps) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-ink-2 text-xs">{legend}</legend>
      <div className="grid max-h-32 content-start overflow-y-auto rounded-md border px-2 py-1">
        {labels.map((label) => (
          <label
            key={label.id}
            htmlFor={`${id}-${label.id}`}
            className="flex min-h-6 items-center gap-2 text-compact"
          >
            <input
              id={`${id}-${label.id}`}
              type="checkbox"
              className="size-4 shrink-0 accent-ink"
              checked={chosen.includes(label.id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, label.id] : chosen.filter((each) => each !== label.id))
              }
            />
            <span className="truncate">{label.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function AssignFields({ step, choices, onChange }: StepFieldsProps<Of<"assign">>) {
  const t = useTranslations("deskActs.macros");
  const isGone = step.to !== "me" && step.to !== "none" && !choices.members.some(({ id }) => id === step.to);
  return (
    <Field label={t("assignTo")}>
      <NativeSelect value={step.to} onChange={({ target }) => onChange({ ...step, to: target.value })}>
        <option value="me">{t("toMe")}</option>
        <option value="none">{t("toNobody")}</option>
        {isGone ? <option value={step.to}>{t("gone")}</option> : null}
        {choices.members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

const SPANS = [30, 60, 180, 480, 1_440, 2_880, 4_320, 10_080, 20_160, 43_200];

function SnoozeFields({ step, onChange }: StepFieldsProps<Of<"snooze">>) {
  const t = useTranslations("deskActs.macros");
  const { span } = useStepWords([], []);
  const spans = SPANS.includes(step.minutes) ? SPANS : [...SPANS, step.minutes].sort((a, b) => a - b);
  return (
    <Field label={t("snoozeFor")}>
      <NativeSelect
        value={step.minutes}
        onChange={({ target }) => onChange({ ...step, minutes: Number(target.value) })}
      >
        {spans.map((minutes) => (
          <option key={minutes} value={minutes}>
            {span(minutes)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
