"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

const PATH = "/knowledge/try";

interface AskFormProps {
  q: string;
  audience: string;
  locale: string;
}

/** A plain GET form: a question with its answer has an address that can be sent to a colleague. */
export function AskForm({ q, audience, locale }: AskFormProps) {
  const t = useTranslations("knowledge.try");
  const language = useTranslations("knowledge.language");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string" && value.trim()) query.set(name, value.trim());
    startTransition(() => router.push(`${PATH}?${query}`, { scroll: false }));
  };
  return (
    <Card className="px-4 py-3.5">
      <form action={PATH} method="get" onSubmit={submit} aria-busy={isPending} className="grid gap-3">
        <Field label={t("question")}>
          <Input
            name="q"
            required
            maxLength={2000}
            defaultValue={q}
            placeholder={t("placeholder")}
            autoComplete="off"
            className="h-9"
          />
        </Field>
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t("as")} className="w-40">
            <NativeSelect name="audience" defaultValue={audience}>
              <option value="customers">{t("asCustomer")}</option>
              <option value="agents">{t("asAgent")}</option>
            </NativeSelect>
          </Field>
          <Field label={t("locale")} className="w-48">
            <NativeSelect name="locale" defaultValue={locale}>
              <option value="">{t("localeAuto")}</option>
              <option value="zh">{language("zh")}</option>
              <option value="en">{language("en")}</option>
              <option value="es">{language("es")}</option>
            </NativeSelect>
          </Field>
          <Button type="submit" loading={isPending} className="ml-auto">
            {t("ask")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
