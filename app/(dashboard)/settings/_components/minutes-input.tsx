"use client";

import { useTranslations } from "use-intl";
import type { FieldControlProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface MinutesInputProps extends Partial<FieldControlProps> {
  /** Null is no target. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  disabled?: boolean;
}

/** Whole minutes; empty means none. */
export function MinutesInput({ value, onChange, ...control }: MinutesInputProps) {
  const t = useTranslations("staffing");
  return (
    <span className="flex items-center gap-2">
      <Input
        {...control}
        type="number"
        inputMode="numeric"
        min={1}
        step={1}
        placeholder={t("noTarget")}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
      />
      <span className="whitespace-nowrap text-ink-3 text-xs">{t("minutes")}</span>
    </span>
  );
}
