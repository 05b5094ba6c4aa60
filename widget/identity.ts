export type Locale = "zh-CN" | "en" | "es";

/** Whom the shop's server vouches for: `signature` is its HMAC-SHA256 (hex) of `externalId`. */
export interface Customer {
  externalId: string;
  signature: string;
  name?: string;
  locale?: "zh" | "en" | "es";
}

/** The language spoken here that a tag such as zh-Hans or es-MX asks for. */
export function matchLocale(tag: string | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === "zh") return "zh-CN";
  return language === "en" || language === "es" ? language : null;
}

/** What the desk takes as a customer; without a signature anybody could be anyone, so the visitor stays a stranger. */
export function readCustomer(value: unknown): Customer | null {
  if (typeof value !== "object" || value === null) return null;
  const { externalId, signature, name, locale } = value as Record<string, unknown>;
  if (typeof externalId !== "string" || externalId === "") return null;
  if (typeof signature !== "string" || signature === "") {
    console.warn(
      "Zhanggui chat: a customer needs a signature made by your server; the visitor stays anonymous.",
    );
    return null;
  }
  const matched = typeof locale === "string" ? matchLocale(locale) : null;
  return {
    externalId,
    signature,
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    ...(matched ? { locale: matched === "zh-CN" ? "zh" : matched } : {}),
  };
}
