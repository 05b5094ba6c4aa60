import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE, THEMES } from "@/components/shell/preferences";
import { CspNonce } from "@/components/ui/csp-nonce";
import { getLocale } from "@/lib/platform/http/locale";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Zhanggui", template: "%s · Zhanggui" },
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#161310" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, requestHeaders, locale] = await Promise.all([cookies(), headers(), getLocale()]);
  const theme = THEMES.find((known) => known === jar.get(THEME_COOKIE)?.value) ?? "system";
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <CspNonce nonce={requestHeaders.get("x-nonce") ?? undefined}>{children}</CspNonce>
      </body>
    </html>
  );
}
