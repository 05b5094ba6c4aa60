import type { Locale } from "@/lib/core/context";

type LocalizedName = { zh?: string | undefined; en?: string | undefined; es?: string | undefined };

/** A name in the reader's language, else in the first that it has. */
export function nameIn(name: LocalizedName, locale: Locale): string {
  return name[locale.slice(0, 2) as keyof LocalizedName] ?? name.en ?? name.zh ?? name.es ?? "";
}
