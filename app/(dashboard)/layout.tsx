import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shell/account-menu";
import { CommandsProvider } from "@/components/shell/commands";
import { Messages } from "@/components/shell/messages";
import { MobileBar } from "@/components/shell/mobile-bar";
import { NAVIGATION } from "@/components/shell/navigation";
import { THEME_COOKIE, THEMES } from "@/components/shell/preferences";
import { QueryProvider } from "@/components/shell/query-provider";
import { ShopSwitcher } from "@/components/shell/shop-switcher";
import { Sidebar } from "@/components/shell/sidebar";
import { Toaster } from "@/components/ui/sonner";
import { TooltipProvider } from "@/components/ui/tooltip";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { countInbox } from "@/lib/service/conversations";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const ctx = await requirePageContext();
  const { session } = ctx;
  const [t, jar, counts] = await Promise.all([getTranslations("common"), cookies(), countInbox(ctx)]);
  const theme = THEMES.find((known) => known === jar.get(THEME_COOKIE)?.value) ?? "system";
  const allowed = NAVIGATION.flatMap((group) => group.items)
    .filter((item) => !item.permission || can(ctx.actor, item.permission))
    .map((item) => item.key);
  const shops = session.memberships.map(({ merchantId, merchantName, isDemo }) => ({
    id: merchantId,
    name: merchantName,
    isDemo,
  }));
  const sidebar = (
    <Sidebar
      allowed={allowed}
      waiting={counts.needsPerson}
      switcher={<ShopSwitcher shops={shops} activeId={ctx.merchantId} />}
      account={
        <AccountMenu
          name={session.user.name}
          email={session.user.email}
          role={session.active.role}
          theme={theme}
        />
      }
    />
  );
  return (
    <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["navigation"]}>
      <QueryProvider>
        <TooltipProvider>
          <CommandsProvider allowed={allowed}>
            <a
              href="#content"
              className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
            >
              {t("skipToContent")}
            </a>
            <div className="md:grid md:grid-cols-[228px_minmax(0,1fr)]">
              <div className="sticky top-0 hidden h-dvh overflow-y-auto border-r md:block">{sidebar}</div>
              <MobileBar shopName={session.active.merchantName}>{sidebar}</MobileBar>
              <main id="content" tabIndex={-1} className="min-w-0 outline-none">
                {children}
              </main>
            </div>
            <Toaster label={t("notifications")} />
          </CommandsProvider>
        </TooltipProvider>
      </QueryProvider>
    </Messages>
  );
}
