import Link from "next/link";
import { Button } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/http/locale";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <main className="grid min-h-dvh place-content-center gap-3 px-6 text-center">
      <h1 className="text-title">{t("error.notFoundTitle")}</h1>
      <p className="text-compact text-ink-3">{t("error.notFoundRemedy")}</p>
      <p>
        <Button asChild>
          <Link href="/overview">{t("error.goHome")}</Link>
        </Button>
      </p>
    </main>
  );
}
