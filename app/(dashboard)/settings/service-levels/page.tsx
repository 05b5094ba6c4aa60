import type { Metadata } from "next";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { getServiceLevels } from "@/lib/service/staffing";
import { ServiceLevelsForm } from "../_components/service-levels-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.serviceLevels") };
}

export default async function ServiceLevelsPage() {
  const ctx = await requirePageContext("conversations:read");
  const { levels } = await getServiceLevels(ctx);
  return <ServiceLevelsForm levels={levels} canWrite={can(ctx.actor, "settings:write")} />;
}
