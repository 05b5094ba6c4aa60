import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/feedback/empty-state";
import { Messages } from "@/components/shell/messages";
import { env } from "@/lib/core/env";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getShop, listWidgetKeys } from "@/lib/platform/shop";
import { CreateWidgetKey } from "../_components/create-widget-key";
import { TypingPreviewCard } from "../_components/typing-preview-card";
import { WidgetKeyCard } from "../_components/widget-key-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.widget") };
}

export default async function WidgetPage() {
  const ctx = await requirePageContext("settings:write");
  const [t, keys, shop] = await Promise.all([getTranslations("settings"), listWidgetKeys(ctx), getShop(ctx)]);
  return (
    <div className="grid max-w-2xl gap-4">
      <div className="flex items-start justify-between gap-4">
        <p className="text-compact text-ink-3">{t("widget.lead")}</p>
        <CreateWidgetKey />
      </div>
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["preview"]}>
        <TypingPreviewCard isOn={shop.typingPreview} />
      </Messages>
      {keys.length === 0 ? (
        <EmptyState icon={MessageSquare} title={t("widget.emptyTitle")} description={t("widget.emptyText")} />
      ) : (
        keys.map((key) => (
          <WidgetKeyCard key={key.id} widgetKey={key} scriptUrl={`${env().ZHANGGUI_URL}/widget.js`} />
        ))
      )}
    </div>
  );
}
