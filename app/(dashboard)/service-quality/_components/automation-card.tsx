import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";
import { ShareRows } from "./share-rows";

interface AutomationCardProps {
  ctx: PageContext;
  automation: ServiceQualityDto["automation"];
}

/** What became of the conversations that have come to rest. */
export async function AutomationCard({ ctx, automation }: AutomationCardProps) {
  const t = await getTranslations("quality.automation");
  const parts = ["automated", "withPerson", "recontacted"] as const;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("note")}</CardDescription>
      </CardHeader>
      <CardContent>
        {automation.judged > 0 ? (
          <ShareRows
            locale={ctx.locale}
            rows={parts.map((key) => ({ key, label: t(key), count: automation[key] }))}
          />
        ) : (
          <p className="text-compact text-ink-3">{t("empty")}</p>
        )}
      </CardContent>
    </Card>
  );
}
