import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { EmptyState } from "@/components/feedback/empty-state";
import { can, PERMISSIONS } from "@/lib/core/permissions";
import { listApiKeys } from "@/lib/platform/api-keys";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { ApiKeyList } from "../_components/api-key-list";
import { CreateApiKey } from "../_components/create-api-key";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.apiKeys") };
}

export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const ctx = await requirePageContext("api-keys:read");
  const { cursor } = await searchParams;
  const [t, common, keys] = await Promise.all([
    getTranslations("settings"),
    getTranslations("common"),
    listApiKeys(ctx, { cursor }),
  ]);
  const canWrite = can(ctx.actor, "api-keys:write");
  const scopes = PERMISSIONS.filter((scope) => can(ctx.actor, scope));
  return (
    <div className="grid gap-4">
      {canWrite ? <CreateApiKey scopes={scopes} /> : null}
      {keys.data.length === 0 && !cursor ? (
        <EmptyState icon={KeyRound} title={t("apiKeys.emptyTitle")} description={t("apiKeys.emptyText")} />
      ) : (
        <ApiKeyList keys={keys.data} canWrite={canWrite} />
      )}
      <CursorPager
        {...(cursor ? { previousHref: "/settings/api-keys" } : {})}
        {...(keys.nextCursor
          ? { nextHref: `/settings/api-keys?cursor=${encodeURIComponent(keys.nextCursor)}` }
          : {})}
        labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
      />
    </div>
  );
}
