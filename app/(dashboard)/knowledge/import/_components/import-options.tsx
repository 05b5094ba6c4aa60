import { useTranslations } from "use-intl";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import type { ArticleLanguage } from "@/lib/data/knowledge/schemas";

export interface Options {
  language: ArticleLanguage;
  audience: "customers" | "agents";
  publish: boolean;
}

interface ImportOptionsProps {
  options: Options;
  disabled: boolean;
  onChange: (options: Options) => void;
}

/** What holds where the file does not say. */
export function ImportOptions({ options, disabled, onChange }: ImportOptionsProps) {
  const t = useTranslations("knowledge");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("importer.options")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3.5">
        <Field label={t("importer.language")}>
          <NativeSelect
            value={options.language}
            disabled={disabled}
            onChange={(event) => onChange({ ...options, language: event.target.value as ArticleLanguage })}
          >
            <option value="zh">{t("language.zh")}</option>
            <option value="en">{t("language.en")}</option>
            <option value="es">{t("language.es")}</option>
          </NativeSelect>
        </Field>
        <Field label={t("importer.audience")}>
          <NativeSelect
            value={options.audience}
            disabled={disabled}
            onChange={(event) =>
              onChange({ ...options, audience: event.target.value as Options["audience"] })
            }
          >
            <option value="customers">{t("audience.customers")}</option>
            <option value="agents">{t("audience.agents")}</option>
          </NativeSelect>
        </Field>
        <Field label={t("importer.publish")} hint={t("importer.publishHint")}>
          {(control) => (
            <Switch
              {...control}
              checked={options.publish}
              disabled={disabled}
              onCheckedChange={(publish) => onChange({ ...options, publish })}
            />
          )}
        </Field>
      </CardContent>
    </Card>
  );
}
