import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getShop } from "@/lib/platform/shop";
import { getEscalationRules } from "@/lib/service/dialogue";
import { EscalationForm } from "../_components/escalation-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("escalation.title") };
}

export default async function EscalationPage() {
  const ctx = await requirePageContext("conversations:read");
  const [rules, shop] = await Promise.all([getEscalationRules(ctx), getShop(ctx)]);
  return (
    <EscalationForm rules={rules} currency={shop.baseCurrency} canWrite={can(ctx.actor, "settings:write")} />
  );
}
