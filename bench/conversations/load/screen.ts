import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { launchBrowser, signIn } from "../../browser";
import type { Product } from "../../product";
import { watchFor } from "../../walking/inbox-page";
import { call } from "../../walking/talkers";

/** An agent's inbox in a real browser, with one conversation open among all the others that move. */
export interface Screen {
  /** From sending to standing in the open thread, in milliseconds, once a second. */
  measure(seconds: number): Promise<number[]>;
  close(): Promise<void>;
}

export async function watchScreen(product: Product): Promise<Screen> {
  const token = product.demo.apiKey;
  const customer = { externalId: `bench-${randomUUID()}`, name: "Screen" };
  const { id } = await call<{ id: string }>(product, "/conversations", {
    token,
    body: { channel: "api", customer },
  });
  const say = (text: string) =>
    call(product, `/conversations/${id}/messages`, {
      token,
      body: { author: "customer", text, clientMessageId: randomUUID() },
    });
  await say("Hello!");
  const browser = await launchBrowser();
  const context = await browser.newContext({
    storageState: await signIn(browser, product, "agent"),
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(`${product.url}/inbox/${id}?view=bot`);
  await page.getByRole("log").waitFor();
  await sleep(1_000); // the stream opens after the first paint
  return {
    measure: async (seconds) => {
      const delaysMs: number[] = [];
      for (const endsAt = Date.now() + seconds * 1_000; Date.now() < endsAt; await sleep(900)) {
        const text = `Hello ${randomUUID()}`;
        const seen = watchFor(page, text);
        await sleep(50);
        const sentAt = Date.now();
        const [seenAt] = await Promise.all([seen, say(text)]);
        delaysMs.push(seenAt - sentAt);
      }
      return delaysMs;
    },
    close: () => browser.close(),
  };
}
