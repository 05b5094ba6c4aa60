import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Messages } from "@/components/shell/messages";
import { getSession } from "@/lib/platform/auth/session";
import { getLocale, getTranslations } from "@/lib/platform/http/locale";
import { LoginForm } from "./_components/login-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [session, locale, t, { next }] = await Promise.all([
    getSession(),
    getLocale(),
    getTranslations("login"),
    searchParams,
  ]);
  const target = safeTarget(next);
  if (session) redirect(target);
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-[360px]">
        <div className="mb-6 flex items-center gap-3">
          <span
            aria-hidden
            lang="zh"
            className="grid size-10 place-items-center rounded-lg bg-seal font-bold font-seal text-white text-xl"
          >
            掌
          </span>
          <div>
            <h1 className="text-title">{t("title")}</h1>
            <p className="text-compact text-ink-3">{t("lead")}</p>
          </div>
        </div>
        <Messages locale={locale} timeZone="UTC" areas={["login"]}>
          <LoginForm target={target} />
        </Messages>
        <p className="mt-5 text-ink-3 text-xs">
          <b className="text-ink-2">{t("demoTitle")}.</b> {t("demoHint")}
        </p>
      </div>
    </main>
  );
}

/** Only a path of our own: anything else would let a link send people to another site after signing in. */
function safeTarget(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%[\]]*$/.test(next) ? next : "/overview";
}
