"use client";

import { signOut } from "next-auth/react";
import type { FormEvent } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changePassword } from "../_actions";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("settings.account");
  const { run, isPending, fields } = useAction(changePassword, {
    showsFields: true,
    onSuccess: () => signOut({ callbackUrl: "/login" }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run({ current: String(form.get("current")), next: String(form.get("next")) });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <h2 className="font-semibold text-sm">{t("password")}</h2>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t("current")} error={fields.current} required>
        <Input name="current" type="password" autoComplete="current-password" />
      </Field>
      <Field label={t("next")} hint={t("nextHint")} error={fields.next} required>
        <Input name="next" type="password" autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" loading={isPending}>
          {t("change")}
        </Button>
      </div>
    </form>
  );
}
