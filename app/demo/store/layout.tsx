import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE } from "@/components/shell/preferences";
import { getTranslations } from "@/lib/platform/http/locale";
import { CustomerBar } from "./_components/customer-bar";
import { StoreHeader } from "./_components/store-header";
import { readStoreContext, signedCustomer } from "./_data/store-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("store");
  return { title: { absolute: `${t("title")} · Harbour & Pine`, template: "%s · Harbour & Pine" } };
}

/** The shop's own page around everything, with the chat embedded as any shop embeds it: by one script tag. */
export default async function StoreLayout({ children }: { children: ReactNode }) {
  const store = await readStoreContext();
  if (!store) return children;
  const [t, jar, requestHeaders, customer] = await Promise.all([
    getTranslations("store"),
    cookies(),
    headers(),
    signedCustomer(store),
  ]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="absolute top-2 left-2 z-10 -translate-y-20 rounded-md bg-ink px-3 py-2 text-paper focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <CustomerBar people={store.people} customer={store.customer} />
      <StoreHeader locale={store.ctx.locale} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1200px] flex-1 px-5 pb-24 outline-none sm:px-7"
      >
        {children}
      </main>
      <footer className="border-line border-t bg-sidebar py-6 text-center text-compact text-ink-3">
        {t("madeUp")}
      </footer>
      <script
        async
        src="/widget.js"
        nonce={requestHeaders.get("x-nonce") ?? undefined}
        data-key={store.shop.widgetKey}
        data-locale={store.ctx.locale}
        data-theme={jar.get(THEME_COOKIE)?.value}
        data-customer={customer}
        suppressHydrationWarning
      />
    </div>
  );
}
