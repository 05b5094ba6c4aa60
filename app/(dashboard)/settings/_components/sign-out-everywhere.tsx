"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { signOutEverywhere } from "../_actions";

export function SignOutEverywhere() {
  const t = useTranslations("settings.account");
  const { run, isPending } = useAction(signOutEverywhere, {
    onSuccess: () => signOut({ callbackUrl: "/login" }),
  });
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-sm">{t("sessions")}</h2>
      <p className="text-compact text-ink-3">{t("sessionsText")}</p>
      <div>
        <Button variant="outline" loading={isPending} onClick={() => run(undefined)}>
          {t("signOutEverywhere")}
        </Button>
      </div>
    </section>
  );
}
