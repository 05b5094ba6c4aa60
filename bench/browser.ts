import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { ensureChromium, findSystemChromium } from "../scripts/find-chromium";
import type { Product } from "./product";

export type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

export async function launchBrowser(): Promise<Browser> {
  await ensureChromium();
  const executablePath = findSystemChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
}

/** The cookies of a signed-in member, without drawing a page. */
export async function signIn(
  browser: Browser,
  { url, demo }: Product,
  role = "owner",
): Promise<StorageState> {
  const user = demo.users.find((one) => one.role === role);
  if (!user) throw new Error(`The demo shop has no ${role}.`);
  const context = await browser.newContext({ baseURL: url });
  try {
    const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
    await context.request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email: user.email, password: user.password, json: "true" },
    });
    const session = await context.request.get("/api/v1/conversations/counts");
    if (!session.ok()) throw new Error(`Signing in as ${user.email} failed (${session.status()}).`);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
