import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { signIn } from "../browser";
import { percentile } from "../measure";
import type { Product } from "../product";
import { call } from "./talkers";

export interface InboxFigures {
  /** From sending to the text standing in the open thread of a real browser. */
  p95Ms: number;
  p50Ms: number;
  count: number;
}

const GAP_MS = 400;

/** Writes to a conversation that an agent has open in the inbox, and waits for each message on the screen. */
export async function measureInboxPage(
  browser: Browser,
  product: Product,
  count: number,
): Promise<InboxFigures> {
  const token = product.demo.apiKey;
  const { id } = await call<{ id: string }>(product, "/conversations", {
    token,
    body: { channel: "api", customer: { externalId: `bench-${randomUUID()}`, name: "Bench" } },
  });
  const say = (text: string) =>
    call(product, `/conversations/${id}/messages`, {
      token,
      body: { author: "customer", text, clientMessageId: randomUUID() },
    });
  await say("Hello!");
  const context = await browser.newContext({
    storageState: await signIn(browser, product, "agent"),
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(`${product.url}/inbox/${id}?view=bot`);
    await page.getByRole("log").waitFor();
    await page.waitForTimeout(1_000); // the stream opens after the first paint
    const delaysMs: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const text = `Hello ${randomUUID()}`;
      const seen = watchFor(page, text);
      await sleep(50);
      const sentAt = Date.now();
      const [seenAt] = await Promise.all([seen, say(text)]);
      delaysMs.push(seenAt - sentAt);
      await sleep(GAP_MS);
    }
    return { p95Ms: percentile(delaysMs, 0.95), p50Ms: percentile(delaysMs, 0.5), count };
  } finally {
    await context.close();
  }
}

/** When the text first stood in the thread, by the clock that both processes share. */
export function watchFor(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const log = document.querySelector("[role=log]")!;
        const observer = new MutationObserver(() => {
          if (!log.textContent?.includes(wanted)) return;
          observer.disconnect();
          // After the frame that draws it.
          requestAnimationFrame(() => resolve(Date.now()));
        });
        observer.observe(log, { childList: true, subtree: true, characterData: true });
        setTimeout(() => reject(new Error("The message did not come to the screen.")), 10_000);
      }),
    text,
  );
}
