import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { readDemo } from "./login";
import { openProfile } from "./profile";

export type Locale = "en" | "zh-CN" | "es";
export type Language = "en" | "zh" | "es";

const url = process.env.ZHANGGUI_E2E_URL!;

interface VisitOptions extends BrowserContextOptions {
  locale: Locale;
  /** Be a customer of the shop who writes this language; a guest where left out. */
  as?: Language;
  /** Which of the two that are offered. */
  index?: number;
}

/** Calls the desk's API with the demo key, as a shop's own program would. */
export async function desk<Answer = unknown>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${readDemo().apiKey}`, "Content-Type": "application/json" },
    ...(method === "POST" || method === "PUT" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

export interface Parcel {
  number: string;
  carrier: string;
  trackingNumber: string;
}

/** The storefront of the demo shop with the chat on it, seen by one visitor in a browser profile of their own. */
export class Storefront {
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly field: Locator;
  readonly messages: Locator;
  readonly answers: Locator;
  readonly activities: Locator;

  private constructor(readonly page: Page) {
    this.launcher = page.locator("zhanggui-chat .launcher");
    this.panel = page.locator("zhanggui-chat").getByRole("dialog");
    this.log = this.panel.getByRole("log");
    this.field = this.panel.locator(".composer textarea");
    this.messages = this.log.locator(".msg");
    this.answers = this.log.locator(".msg.bot .bubble");
    this.activities = this.log.locator(".activity");
  }

  static async visit(
    browser: Browser,
    { locale, as, index = 0, ...options }: VisitOptions,
  ): Promise<Storefront> {
    const context = await openProfile(browser, { baseURL: url, locale, ...options });
    await context.addCookies([{ name: "locale", value: locale, url }]);
    const store = new Storefront(await context.newPage());
    await store.page.goto("/demo/store");
    if (as) await store.become(as, index);
    await expect(store.launcher).toBeVisible();
    return store;
  }

  private async become(language: Language, index: number): Promise<void> {
    const session = this.page.waitForResponse(
      (response) =>
        response.url().endsWith("/widget/sessions") && Boolean(response.request().postDataJSON()?.customer),
    );
    await this.page.locator(`button[data-language=${language}]`).nth(index).click();
    const { conversationId } = (await (await session).json()) as { conversationId: string | null };
    await expect(this.page.locator(`button[data-language=${language}][aria-pressed=true]`)).toHaveCount(1);
    // What an earlier run left with a person goes back to the bot.
    if (conversationId) await desk("POST", `/conversations/${conversationId}/resolve`);
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.panel).toBeVisible();
    await expect(this.field).toBeFocused();
  }

  /** Says something and waits until the desk has stored it. */
  async say(text: string): Promise<{ id: string; owner: "bot" | "human" }> {
    const stored = this.page.waitForResponse((response) => response.url().endsWith("/widget/messages"));
    await this.field.fill(text);
    await this.field.press("Enter");
    const response = await stored;
    expect(response.status()).toBe(200);
    return ((await response.json()) as { conversation: { id: string; owner: "bot" | "human" } }).conversation;
  }

  /** Says something and gives the bot's answer to it as the visitor reads it. */
  async ask(text: string): Promise<string> {
    await expect(this.log).toHaveAttribute("aria-live", "polite");
    const before = await this.answers.count();
    await this.say(text);
    await expect(this.answers).toHaveCount(before + 1);
    return this.answers.last().innerText();
  }

  /** An order from the page's own table that is on its way, with what the desk knows of its parcel. */
  async shippedOrder(): Promise<Parcel> {
    const number = await this.page.locator("tr[data-status=shipped]").first().getAttribute("data-order");
    const { data } = await desk<{
      data: { number: string; shipments: { carrier: string; trackingNumber: string }[] }[];
    }>("GET", `/orders?q=${number}&limit=1`);
    const shipment = data[0]?.shipments.at(-1);
    expect(data[0]?.number).toBe(number);
    return { number: number!, carrier: shipment!.carrier, trackingNumber: shipment!.trackingNumber };
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
