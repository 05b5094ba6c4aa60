export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "theme";

const YEAR_SECONDS = 31_536_000;

/** A preference of this browser, read by the server at the next paint. */
export function rememberPreference(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  rememberPreference(THEME_COOKIE, theme);
}
