import { type Browser, type BrowserContext, type BrowserContextOptions, test } from "@playwright/test";

/** Which test each open profile belongs to. */
const profiles = new Map<BrowserContext, string>();

/**
 * A browser profile of its own for this test. Those that earlier tests left open are closed first: their pages would go
 * on listening to the desk and drawing what it says.
 */
export async function openProfile(
  browser: Browser,
  options: BrowserContextOptions,
  isForWholeFile = false,
): Promise<BrowserContext> {
  const { testId } = test.info();
  const past = [...profiles].filter(([, owner]) => owner !== testId).map(([context]) => context);
  for (const context of past) profiles.delete(context);
  await Promise.all(past.map((context) => context.close()));
  const context = await browser.newContext(options);
  if (!isForWholeFile) profiles.set(context, testId);
  return context;
}
