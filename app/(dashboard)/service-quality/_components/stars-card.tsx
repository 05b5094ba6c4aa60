import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";
import { ShareRows } from "./share-rows";

/** How many of each number of stars customers gave, five first. */
export async function StarsCard({
  ctx,
  ratings,
}: {
  ctx: PageContext;
  ratings: ServiceQualityDto["ratings"];
}) {
  const t = await getTranslations("quality.stars");
  const rows = [5, 4, 3, 2, 1].map((count) => ({
    key: String(count),
    label: t("stars", { count }),
    count: ratings.stars[count - 1] ?? 0,
  }));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("note")}</CardDescription>
      </CardHeader>
      <CardContent>
        {ratings.count > 0 ? (
          <ShareRows locale={ctx.locale} rows={rows} />
        ) : (
          <p className="text-compact text-ink-3">{t("empty")}</p>
        )}
      </CardContent>
    </Card>
  );
}
