import type { Locale } from "@/lib/core/context";

type LocalizedName = { zh?: string | undefined; en?: string | undefined; es?: string | undefined };

/** The name in the reader's language, else in one that the shop wrote. */
export function localizedName(name: LocalizedName, locale: Locale): string {
  const own = locale === "zh-CN" ? name.zh : name[locale];
  return own ?? name.en ?? name.zh ?? name.es ?? "";
}
