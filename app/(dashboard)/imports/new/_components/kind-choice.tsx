"use client";

import { useTranslations } from "use-intl";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import type { ImportKind } from "@/lib/data/imports/schemas";

interface KindChoiceProps {
  kinds: readonly ImportKind[];
  value: ImportKind | null;
  onChange: (kind: ImportKind) => void;
}

export function KindChoice({ kinds, value, onChange }: KindChoiceProps) {
  const t = useTranslations("imports");
  return (
    <RadioGroup
      aria-label={t("steps.kind")}
      value={value ?? ""}
      onValueChange={(kind) => onChange(kind as ImportKind)}
      className="grid gap-2 sm:grid-cols-3"
    >
      {kinds.map((kind) => (
        <label
          key={kind}
          htmlFor={`kind-${kind}`}
          className="flex cursor-pointer items-start gap-2.5 rounded-md border p-3 text-compact transition-colors hover:border-field has-data-[state=checked]:border-blue has-data-[state=checked]:bg-blue-wash"
        >
          <RadioGroupItem id={`kind-${kind}`} value={kind} className="mt-px" />
          <span>
            <span className="block font-medium">{t(`kinds.${kind}.name`)}</span>
            <span className="text-ink-3">{t(`kinds.${kind}.hint`)}</span>
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
