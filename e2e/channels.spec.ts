import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { webhookSecret } from "@/lib/platform/channels/telegram/settings";
import { BotApi } from "@/test/support/bot-api";
import { openAs } from "./support/login";
import { desk } from "./support/storefront";

let api: BotApi;
test.beforeAll(async () => {
  api = await BotApi.start();
});
test.afterAll(() => api.stop());

/** What an earlier try has left goes by other names. */
const mark = randomUUID().slice(0, 6);
const bot = `Tea bot ${mark}`;
const customer = `Ines ${mark}`;
const card = (page: Page) => page.getByRole("group", { name: bot });

/** Fills in the form, first with a token that is none. */
async function connect(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Connect a channel" }).click();
  const form = page.getByRole("dialog", { name: "Connect a channel" });
  await form.getByLabel("Platform").selectOption("telegram");
  await form.getByLabel("Name").fill(bot);
  await form.getByLabel("Bot API server").fill(api.url);
  await form.getByLabel("Bot token").fill("nonsense");
  await form.getByRole("button", { name: "Connect a channel" }).click();
  await expect(form.getByText("Copy the whole token from @BotFather")).toBeVisible();
  await form.getByLabel("Bot token").fill(api.token);
  await form.getByRole("button", { name: "Connect a channel" }).click();
  await expect(form).toBeHidden();
  await expect(card(page)).toContainText("Working");
  return card(page).locator("code").innerText();
}

async function say(address: string, text: string, id: number): Promise<void> {
  const message = {
    message_id: id,
    from: { id: 4711, is_bot: false, first_name: customer },
    chat: { id: 4711, type: "private" },
    date: Math.floor(Date.now() / 1_000),
    text,
  };
  const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify({ update_id: id, message }),
  });
  expect(answer.status).toBe(200);
}

test("a channel is connected, its customers are answered, and what did not arrive is sent again", async ({
  browser,
}) => {
  test.slow();
  const page = await openAs(browser, "/settings/channels", { role: "owner" });
  const address = await connect(page);

  await card(page).getByRole("button", { name: "Test the connection" }).click();
  // The tests' desk has no TLS, which Telegram asks for.
  const told = page.locator("[data-sonner-toast]").filter({ hasText: "An HTTPS URL must be provided" });
  await expect(told).toBeVisible();

  await say(address, "Hello there", 1);
  await expect.poll(() => api.texts.length, { timeout: 30_000 }).toBe(1);

  const inbox = await openAs(browser, "/inbox?view=bot", { role: "owner" });
  await inbox.getByRole("link", { name: customer }).first().click();
  await expect(inbox.locator("[data-author=customer]").last()).toContainText("Hello there");
  const id = new URL(inbox.url()).pathname.split("/").at(-1)!;
  await desk("POST", `/conversations/${id}/takeover`);

  api.blockedBy.add("4711");
  const sent = { author: "agent", text: "Your tea is on its way.", clientMessageId: "e2e" };
  await desk("POST", `/conversations/${id}/messages`, sent);
  const failed = inbox.locator("[data-delivery=failed]");
  await expect(failed).toContainText("The platform did not take it.", { timeout: 30_000 });

  await page.reload();
  const row = page.getByRole("row", { name: customer });
  await expect(row).toContainText("Forbidden: bot was blocked by the user");
  api.blockedBy.clear();
  await row.getByRole("button", { name: `Send again to ${customer}` }).click();
  await expect.poll(() => api.texts.at(-1), { timeout: 30_000 }).toBe("Your tea is on its way.");
  await expect(failed).toBeHidden();

  await card(page).getByRole("button", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(card(page)).toBeHidden();
  await page.context().close();
  await inbox.context().close();
});
