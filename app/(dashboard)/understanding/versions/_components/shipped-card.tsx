import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { getTranslations } from "@/lib/platform/http/locale";
import { SHIPPED, type UnderstandingStatusDto } from "@/lib/service/understanding/schemas";
import { versionName } from "../_version-name";
import { ActivateButton } from "./activate-button";

/** Where every shop began, and to which it can always go back. */
export async function ShippedCard({
  status,
  canManage,
}: {
  status: UnderstandingStatusDto;
  canManage: boolean;
}) {
  const t = await getTranslations("understanding.versions");
  const isActive = status.active.versionId === null;
  return (
    <Card className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3.5" data-version="shipped">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="flex items-center gap-2 font-semibold text-sm">
          {t("shipped")}
          {isActive ? <Badge tone="jade">{t("state.active")}</Badge> : null}
        </h2>
        <p className="text-compact text-ink-2">{t("shippedText", { count: status.baseIntents.length })}</p>
        <p className="text-ink-3 text-xs">{status.model}</p>
      </div>
      {canManage && !isActive ? (
        <ActivateButton
          id={SHIPPED}
          name={t("shipped")}
          current={versionName(t, status.active.number)}
          isOlder
        />
      ) : null}
    </Card>
  );
}
