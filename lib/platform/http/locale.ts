import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "@/lib/core/context";
import { LOCALE_COOKIE } from "@/lib/core/cookies";
import { type Area, areaMessages, type Messages } from "@/lib/platform/i18n";
import { negotiateLocale } from "./negotiate-locale";

/** The reader's language: the choice kept in a cookie, else what the browser asks for. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(jar.get(LOCALE_COOKIE)?.value, requestHeaders.get("accept-language"));
});

/** `t` for server components: `await getTranslations("orders")`, or a part of an area, `"orders.columns"`. */
export async function getTranslations<Name extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  area: Name,
) {
  const locale = await getLocale();
  const [top] = area.split(".");
  const messages = areaMessages(locale, [top as Area]) as Messages;
  return createTranslator<Messages, Name>({ locale, messages, namespace: area });
}
