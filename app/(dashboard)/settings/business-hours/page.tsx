import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getBusinessHours } from "@/lib/data/business-hours";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { BusinessHoursForm } from "../_components/business-hours-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.businessHours") };
}

export default async function BusinessHoursPage() {
  const ctx = await requirePageContext("conversations:read");
  const hours = await getBusinessHours(ctx);
  return (
    <BusinessHoursForm
      hours={hours}
      now={ctx.now().toISOString()}
      canWrite={can(ctx.actor, "settings:write")}
    />
  );
}
