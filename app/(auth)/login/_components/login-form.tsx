"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Failure = "invalid" | "rate_limited" | "unreachable";

export function LoginForm({ target }: { target: string }) {
  const t = useTranslations("login");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setFailure(null);
    try {
      const result = await signIn("credentials", {
        redirect: false,
        email: String(form.get("email")),
        password: String(form.get("password")),
      });
      if (result?.ok && !result.error) {
        // A full load: the layout, its cookies and its nonce belong to the new session.
        window.location.assign(target);
        return;
      }
      setFailure(result?.error === "rate_limited" ? "rate_limited" : "invalid");
    } catch {
      setFailure("unreachable");
    }
    setPending(false);
  };

  return (
    <form onSubmit={submit} className="grid gap-4 rounded-lg border bg-surface p-5" method="post">
      {failure ? (
        <Alert role="alert" tone="cinnabar">
          {t(failure)}
        </Alert>
      ) : null}
      <Field label={t("email")} required>
        <Input name="email" type="email" autoComplete="username" autoFocus />
      </Field>
      <Field label={t("password")} required>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" size="lg" loading={isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}
