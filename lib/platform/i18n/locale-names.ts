import type { Locale } from "@/lib/core/context";

/** Each language in its own words, for the language switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", "zh-CN": "简体中文", es: "Español" };
