import { LinkTabs } from "@/components/shell/link-tabs";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

export async function CouponTabs({ ctx }: { ctx: PageContext }) {
  const t = await getTranslations("coupons");
  if (!can(ctx.actor, "orders:service")) return null;
  return (
    <div className="mb-4">
      <LinkTabs
        label={t("title")}
        tabs={[
          { href: "/coupons", label: t("tabs.list") },
          { href: "/coupons/try", label: t("tabs.try") },
        ]}
      />
    </div>
  );
}
