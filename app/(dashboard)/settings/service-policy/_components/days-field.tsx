"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface DaysFieldProps {
  label: string;
  hint?: string;
  unit: string;
  value: number;
  min?: number;
  max: number;
  error: string | undefined;
  onChange: (days: number) => void;
}

export function DaysField({ label, hint, unit, value, min = 0, max, error, onChange }: DaysFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required>
      {(control) => (
        <span className="flex items-center gap-2 text-compact text-ink-2">
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            className="w-20 text-right"
            min={min}
            max={max}
            step={1}
            value={Number.isNaN(value) ? "" : value}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
          {unit}
        </span>
      )}
    </Field>
  );
}
