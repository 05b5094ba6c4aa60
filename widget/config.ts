import { type Customer, type Locale, matchLocale, readCustomer } from "./identity";

export interface WidgetConfig {
  /** Where the desk lives: the origin that served this script. */
  origin: string;
  widgetKey: string;
  locale: Locale;
  theme: "light" | "dark" | null;
  customer: Customer | null;
  /** For browsers that need a <style> element, under a policy that wants a nonce on it. */
  nonce: string;
}

/** Reads the script tag's data attributes; null when they are not usable, with the reason in the console. */
export function readConfig(): WidgetConfig | null {
  const script = findScript();
  const widgetKey = script?.dataset.key?.trim();
  if (!script || !widgetKey) {
    console.warn('Zhanggui chat: add data-key="wk_…" to the script tag of widget.js.');
    return null;
  }
  const { locale, theme, customer } = script.dataset;
  return {
    origin: new URL(script.src).origin,
    widgetKey,
    locale: pickLocale(locale),
    theme: theme === "light" || theme === "dark" ? theme : null,
    customer: customer ? readCustomer(parseJson(customer)) : null,
    nonce: script.nonce ?? "",
  };
}

/** `currentScript` is null when a loader runs the file in its own way. */
function findScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return current;
  return document.querySelector<HTMLScriptElement>('script[data-key][src*="widget.js"]');
}

function pickLocale(wanted: string | undefined): Locale {
  const candidates = [wanted, document.documentElement.lang, ...navigator.languages];
  for (const candidate of candidates) {
    const locale = matchLocale(candidate);
    if (locale) return locale;
  }
  return "en";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    console.warn("Zhanggui chat: data-customer is not valid JSON; the visitor stays anonymous.");
    return null;
  }
}
