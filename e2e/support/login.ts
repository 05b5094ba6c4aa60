import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { MERCHANT_COOKIE } from "../../lib/core/cookies";
import { openProfile } from "./profile";

export interface Demo {
  merchantId: string;
  apiKey: string;
  widgetKey: string;
  users: { email: string; password: string; role: "owner" | "operator" | "agent" | "viewer" }[];
}

/** What the first start wrote down about the demo shop; the test command names the file. */
export function readDemo(): Demo {
  const file = process.env.ZHANGGUI_DEMO_FILE ?? join(process.env.ZHANGGUI_DATA_DIR ?? ".data", "demo.json");
  return JSON.parse(readFileSync(file, "utf8")) as Demo;
}

export interface LoginOptions {
  role?: Demo["users"][number]["role"];
  /** Which of several with that role. */
  index?: number;
  locale?: "en" | "zh-CN" | "es";
  theme?: "light" | "dark";
  /** The id of a shop that is not the demo shop. */
  shop?: string;
  /** Stays open from test to test; its file closes it. */
  isForWholeFile?: boolean;
}

/** Sessions by e-mail address: the sign-in limit is for guessers, and counts every sign-in from this machine. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Opens a page for a signed-in member, in a browser profile of its own; the first time through the form. */
export async function openAs(
  browser: Browser,
  path: string,
  { role = "agent", index = 0, locale = "en", theme = "light", shop, isForWholeFile }: LoginOptions = {},
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const user = readDemo().users.filter((each) => each.role === role)[index];
  if (!user) throw new Error(`The demo shop has no ${role} number ${index}.`);
  const url = process.env.ZHANGGUI_E2E_URL!;
  const context = await openProfile(browser, { baseURL: url, locale, viewport }, isForWholeFile);
  await context.addCookies([
    { name: "locale", value: locale, url },
    { name: "theme", value: theme, url },
    ...(shop ? [{ name: MERCHANT_COOKIE, value: shop, url }] : []),
  ]);
  const page = await context.newPage();
  const known = sessions.get(user.email);
  if (known) {
    await context.addCookies(known);
    await page.goto(path);
    if (new URL(page.url()).pathname !== "/login") return page;
  }
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.locator("input[name=email]").fill(user.email);
  await page.locator("input[name=password]").fill(user.password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((address) => address.pathname !== "/login");
  const cookies = await context.cookies();
  sessions.set(
    user.email,
    cookies.filter(({ name }) => name.includes("session-token")),
  );
  return page;
}
