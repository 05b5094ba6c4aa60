import { LOCALES, type Locale } from "@/lib/core/context";

/** The chosen language if it is one of ours, else the best of Accept-Language (RFC 9110, 12.5.4), else English. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const known = LOCALES.find((locale) => locale === chosen);
  if (known) return known;
  const wanted = (acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return {
        language: tag.trim().split("-")[0] ?? "",
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    // A quality of 0 says "not this one".
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const match = LOCALES.find((locale) => locale.split("-")[0] === language);
    if (match) return match;
  }
  return "en";
}
