import { Compass, Lock } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/feedback/empty-state";
import { Button } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/http/locale";

/** A page that cannot be shown: why, and the way on. */
export async function StatusPage({ kind }: { kind: "notFound" | "forbidden" }) {
  const t = await getTranslations("common");
  return (
    <EmptyState
      icon={kind === "notFound" ? Compass : Lock}
      title={<h1>{t(`error.${kind}Title`)}</h1>}
      description={t(`error.${kind}Remedy`)}
      action={
        <Button asChild>
          <Link href="/overview">{t("error.goHome")}</Link>
        </Button>
      }
      className="min-h-[60dvh] justify-center"
    />
  );
}
