import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { PasswordForm } from "../_components/password-form";
import { SignOutEverywhere } from "../_components/sign-out-everywhere";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.account") };
}

export default async function AccountPage() {
  const ctx = await requirePageContext();
  const t = await getTranslations("settings");
  return (
    <div className="grid max-w-lg gap-8">
      {ctx.session.user.mustChangePassword ? <Alert tone="amber">{t("account.mustChange")}</Alert> : null}
      <PasswordForm email={ctx.session.user.email} />
      <SignOutEverywhere />
    </div>
  );
}
