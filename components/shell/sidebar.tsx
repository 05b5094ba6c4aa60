"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import type { InboxCountsDto } from "@/lib/service/conversations/schemas";
import { useCommands } from "./commands-context";
import { fetchJson } from "./fetch-json";
import { NAVIGATION, type NavigationItem } from "./navigation";

interface SidebarProps {
  /** Keys of the items that this person may open. */
  allowed: readonly NavigationItem["key"][];
  waiting: number;
  switcher: React.ReactNode;
  account: React.ReactNode;
}

const COUNTS_INTERVAL_MS = 20_000;

export function Sidebar({ allowed, waiting, switcher, account }: SidebarProps) {
  const t = useTranslations("navigation");
  const { openPalette } = useCommands();
  const counts = useQuery({
    queryKey: ["conversations", "counts"],
    queryFn: ({ signal }) => fetchJson<InboxCountsDto>("/api/v1/conversations/counts", signal),
    refetchInterval: COUNTS_INTERVAL_MS,
    enabled: allowed.includes("inbox"),
  });
  const needsPerson = counts.data?.needsPerson ?? waiting;
  return (
    <nav aria-label={t("label")} className="flex h-full flex-col gap-0.5 bg-sidebar px-2.5 py-3 text-compact">
      {switcher}
      <button
        type="button"
        onClick={openPalette}
        className="mb-1.5 flex h-8 items-center gap-2 rounded-md border bg-surface px-2 text-ink-3 hover:border-line-strong"
      >
        <Search aria-hidden className="size-3.5" />
        {t("searchHint")}
        <Kbd className="ml-auto">⌘K</Kbd>
      </button>
      {NAVIGATION.map((group) => {
        const items = group.items.filter((item) => allowed.includes(item.key));
        if (items.length === 0) return null;
        return (
          <div
            key={group.key ?? "top"}
            className={cn("flex flex-col gap-0.5", group.key === "platform" && "mt-auto pt-3")}
          >
            {group.key && group.key !== "platform" ? (
              <h2 className="px-2 pt-3.5 pb-1 font-medium text-ink-3 text-micro">
                {t(`groups.${group.key}`)}
              </h2>
            ) : null}
            {items.map((item) => (
              <SidebarLink key={item.key} item={item} badge={item.key === "inbox" ? needsPerson : 0} />
            ))}
          </div>
        );
      })}
      {account}
    </nav>
  );
}

function SidebarLink({ item, badge }: { item: NavigationItem; badge: number }) {
  const t = useTranslations("navigation");
  const pathname = usePathname();
  const isCurrent = pathname === item.href || pathname.startsWith(`${item.href}/`);
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex h-7 items-center gap-2.5 rounded-sm px-2 text-ink-2 transition-colors hover:bg-hover hover:text-ink",
        isCurrent && "bg-surface font-medium text-ink shadow-[0_0_0_1px_var(--line)] hover:bg-surface",
      )}
    >
      <Icon aria-hidden className={cn("size-4 text-ink-3", isCurrent && "text-ink")} strokeWidth={1.75} />
      {t(`items.${item.key}`)}
      {badge > 0 ? (
        <span className="ml-auto rounded-full bg-cinnabar px-1.5 font-medium text-micro text-on-cinnabar">
          <span aria-hidden>{badge}</span>
          <span className="sr-only">{t("waiting", { count: badge })}</span>
        </span>
      ) : null}
    </Link>
  );
}
