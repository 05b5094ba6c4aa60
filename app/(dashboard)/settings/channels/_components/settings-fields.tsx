"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ChannelAccountDto, ChannelFieldDto } from "@/lib/platform/channels/schemas";

interface SettingsFieldsProps {
  fields: ChannelFieldDto[];
  /** By path, such as `settings.botToken`. */
  errors: Record<string, string>;
  /** What is stored; null for a new account. */
  account: ChannelAccountDto | null;
}

/** A control for each setting of a platform, as its adapter describes them. */
export function SettingsFields({ fields, errors, account }: SettingsFieldsProps) {
  const t = useTranslations("channels");
  return fields.map((field) => {
    const { name, isSecret, isRequired } = field;
    const isKept = isSecret && (account?.secretsSet.includes(name) ?? false);
    const key = `fields.${name}` as "fields.botToken";
    return (
      <Field
        key={name}
        label={t.has(key) ? t(key) : name}
        hint={isKept ? t("secretKept") : undefined}
        aside={isRequired ? undefined : t("optional")}
        error={errors[`settings.${name}`]}
        required={isRequired && !isKept}
      >
        <Control field={field} stored={account?.settings[name]} />
      </Field>
    );
  });
}

function Control({ field, stored, ...control }: { field: ChannelFieldDto; stored: unknown }) {
  const { name, type, choices, isSecret } = field;
  const value = String(stored ?? field.default ?? "");
  if (type === "choice" || type === "boolean") {
    const options = type === "boolean" ? ["true", "false"] : choices;
    return (
      <NativeSelect name={name} defaultValue={value} {...control}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </NativeSelect>
    );
  }
  return (
    <Input
      name={name}
      type={isSecret ? "password" : "text"}
      inputMode={type === "number" ? "numeric" : undefined}
      // A browser must not fill in the member's own password.
      autoComplete={isSecret ? "new-password" : "off"}
      spellCheck={false}
      defaultValue={isSecret ? "" : value}
      className="font-mono text-xs"
      {...control}
    />
  );
}

/** What was entered, in the types that the settings have; what was left empty is left out. */
export function readSettings(form: FormData, fields: ChannelFieldDto[]): Record<string, unknown> {
  const entered = fields.map(({ name, type }) => {
    const text = String(form.get(name) ?? "").trim();
    const value = type === "number" ? Number(text) : type === "boolean" ? text === "true" : text;
    return [name, text === "" ? undefined : value] as const;
  });
  return Object.fromEntries(entered.filter(([, value]) => value !== undefined));
}
