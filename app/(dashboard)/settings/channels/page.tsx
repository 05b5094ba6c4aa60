import { Radio } from "lucide-react";
import type { Metadata } from "next";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { EmptyState } from "@/components/feedback/empty-state";
import { can } from "@/lib/core/permissions";
import { listChannelAccounts, listChannelKinds, listDeliveries } from "@/lib/platform/channels";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { AddChannel } from "./_components/add-channel";
import { ChannelCard } from "./_components/channel-card";
import { DeliveryList } from "./_components/delivery-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.channels") };
}

interface Search {
  cursor?: string;
  troubled?: string;
}

export default async function ChannelsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const ctx = await requirePageContext("settings:write");
  const { cursor, troubled } = await searchParams;
  const [t, common, kinds, accounts, deliveries] = await Promise.all([
    getTranslations("channels"),
    getTranslations("common"),
    listChannelKinds(ctx),
    listChannelAccounts(ctx, { cursor }),
    can(ctx.actor, "conversations:read")
      ? listDeliveries(ctx, { state: "troubled", limit: 20, cursor: troubled })
      : null,
  ]);
  const href = (search: Search) => `/settings/channels?${new URLSearchParams({ ...search })}`;
  return (
    <div className="grid gap-8">
      <section className="grid max-w-2xl gap-4">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <p className="min-w-0 flex-1 basis-60 text-compact text-ink-3">{t("lead")}</p>
          <AddChannel kinds={kinds.data} />
        </div>
        {accounts.data.length === 0 && !cursor ? (
          <EmptyState icon={Radio} title={t("emptyTitle")} description={t("emptyText")} />
        ) : (
          accounts.data.map((account) => (
            <ChannelCard
              key={account.id}
              account={account}
              kind={kinds.data.find(({ kind }) => kind === account.kind) ?? null}
            />
          ))
        )}
        <CursorPager
          {...(cursor ? { previousHref: "/settings/channels" } : {})}
          {...(accounts.nextCursor ? { nextHref: href({ cursor: accounts.nextCursor }) } : {})}
          labels={{ region: common("pages"), previous: common("previousPage"), next: common("nextPage") }}
        />
      </section>
      {deliveries && (accounts.data.length > 0 || deliveries.data.length > 0) ? (
        <section aria-labelledby="troubled" className="grid gap-3">
          <div>
            <h2 id="troubled" className="font-medium">
              {t("troubled")}
            </h2>
            <p className="text-compact text-ink-3">
              {deliveries.data.length === 0 && !troubled ? t("troubledEmpty") : t("troubledText")}
            </p>
          </div>
          {deliveries.data.length > 0 ? (
            <DeliveryList deliveries={deliveries.data} canWrite={can(ctx.actor, "conversations:write")} />
          ) : null}
          <CursorPager
            {...(troubled ? { previousHref: "/settings/channels" } : {})}
            {...(deliveries.nextCursor ? { nextHref: href({ troubled: deliveries.nextCursor }) } : {})}
            labels={{ region: t("troubled"), previous: common("previousPage"), next: common("nextPage") }}
          />
        </section>
      ) : null}
    </div>
  );
}
