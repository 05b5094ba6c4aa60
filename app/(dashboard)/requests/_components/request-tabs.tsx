import { LinkTabs } from "@/components/shell/link-tabs";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** What people asked for: about their orders, and to hear when something is there again. */
export async function RequestTabs({ ctx }: { ctx: PageContext }) {
  const t = await getTranslations("requests");
  const tabs = [
    { href: "/requests", label: t("tabs.orders"), isAllowed: true },
    { href: "/requests/restock", label: t("tabs.restock"), isAllowed: can(ctx.actor, "customers:read") },
  ];
  return (
    <div className="mb-4">
      <LinkTabs label={t("title")} tabs={tabs.filter((tab) => tab.isAllowed)} />
    </div>
  );
}
