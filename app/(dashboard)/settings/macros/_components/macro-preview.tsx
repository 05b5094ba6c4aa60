"use client";

import { useTranslations } from "use-intl";
import { useStepWords } from "@/components/macros/use-step-words";
import { fillVariables, VARIABLES, type Variable } from "@/lib/service/canned-replies/schemas";
import type { MacroStep } from "@/lib/service/macros/schemas";
import type { Choices } from "./choices";

/** What the steps would do, in sentences, with a sample customer's values where variables stand. */
export function MacroPreview({ steps, choices }: { steps: readonly MacroStep[]; choices: Choices }) {
  const t = useTranslations("deskActs.macros");
  const { sentence } = useStepWords(choices.labels, choices.members);
  const values = Object.fromEntries(VARIABLES.map((name) => [name, t(`sample.${name}`)])) as Record<
    Variable,
    string
  >;
  return (
    <section aria-label={t("preview")} className="rounded-md bg-paper px-3.5 py-3 text-compact">
      <h3 className="font-medium">{t("preview")}</h3>
      <p className="pb-1.5 text-ink-3 text-xs">{t("previewText")}</p>
      <ol className="list-decimal pl-5 marker:text-ink-3" data-testid="macro-preview">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other identity than its place
          <li key={index} className="whitespace-pre-line py-px [overflow-wrap:anywhere]">
            {sentence(step, (text) => fillVariables(text, values).text)}
          </li>
        ))}
      </ol>
    </section>
  );
}
