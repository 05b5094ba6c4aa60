import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/lib/core/context";
import type { OverviewDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";

/** What needs somebody, most urgent first, each with the act that settles it. Nothing when nothing does. */
export async function AttentionList({ overview, locale }: { overview: OverviewDto; locale: Locale }) {
  const t = await getTranslations("overview.attention");
  const { conversations, stock } = overview;
  const first = conversations.waitingList[0];
  const scarce = stock.top[0];
  if (conversations.waiting === 0 && stock.alerts === 0) return null;
  const language = locale.slice(0, 2) as "zh" | "en" | "es";
  const productName = scarce
    ? (scarce.name[language] ?? scarce.name.en ?? scarce.name.zh ?? scarce.name.es ?? scarce.sku)
    : "";
  return (
    <Card className="mb-4.5 divide-y">
      {conversations.waiting > 0 ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-2.5 py-2.5 text-compact">
          <span className="w-32 shrink-0">
            <Badge tone="cinnabar">{t("waiting")}</Badge>
          </span>
          <p className="min-w-0 flex-1 basis-64">
            <b>{t("waitingCount", { count: conversations.waiting })}</b>{" "}
            <span className="text-ink-3">
              {first?.customerName ? t("waitingFirst", { name: first.customerName }) : null}
            </span>
          </p>
          <Button asChild>
            <Link href="/inbox?view=needs_person">{t("openInbox")}</Link>
          </Button>
        </div>
      ) : null}
      {stock.alerts > 0 && scarce ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-2.5 py-2.5 text-compact">
          <span className="w-32 shrink-0">
            <Badge tone="amber">{t("stock")}</Badge>
          </span>
          <p className="min-w-0 flex-1 basis-64">
            <b>{productName}</b>{" "}
            {scarce.available <= 0
              ? t("soldOut")
              : scarce.daysOfCover !== null
                ? t("sellsOut", { days: Math.max(1, Math.round(scarce.daysOfCover)) })
                : t("low", { available: scarce.available })}{" "}
            <span className="text-ink-3">{t("stockMore", { count: stock.alerts - 1 })}</span>
          </p>
          <Button variant="outline" asChild>
            <Link href="/products?stock=low">{t("openStock")}</Link>
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
