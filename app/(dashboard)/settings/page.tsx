import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getShop } from "@/lib/platform/shop";
import { ShopForm } from "./_components/shop-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function ShopSettingsPage() {
  const ctx = await requirePageContext();
  const shop = await getShop(ctx);
  return (
    <ShopForm
      shop={shop}
      timeZones={Intl.supportedValuesOf("timeZone")}
      canWrite={can(ctx.actor, "settings:write")}
    />
  );
}
