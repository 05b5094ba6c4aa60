import { expect, type Page, test } from "@playwright/test";
import { webhookSecret } from "@/lib/platform/channels/telegram/settings";
import { BotApi } from "@/test/support/bot-api";
import { makePerson, say, talk } from "./support/handoff-shop";
import { openAs, readDemo } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk, Storefront } from "./support/storefront";

const aside = (page: Page) => page.getByRole("complementary");

test("a handoff tells the reader in their own language what the customer wants", async ({ browser }) => {
  const person = await makePerson({ name: "Rosa Traspaso", locale: "es" });
  const id = await talk(
    person,
    "es",
    "¿Dónde está mi pedido?",
    "Quiero cambiar la dirección de mi pedido",
    "quiero hablar con una persona",
  );
  const page = await openAs(browser, `/inbox/${id}`, { locale: "zh-CN" });
  const trouble = collectTrouble(page);
  const card = aside(page).locator("section").first();
  await expect(card.getByRole("heading", { name: "转接摘要" })).toBeVisible();
  await expect(card).toContainText("客户要求转人工");
  await expect(card).toContainText(`查物流 · 订单 ${person.orderNumber}：已答复`);
  await expect(card).toContainText("已询问新地址，客户未答");
  await expect(card).toContainText("西班牙语");
  await expectAccessible(page);
  const { handoff } = await desk<{ handoff: { summary: string; profile: { name: string } } }>(
    "GET",
    `/conversations/${id}`,
  );
  expect(handoff.profile.name).toBe("Rosa Traspaso");
  expect(handoff.summary).toContain(`Where the order is · order ${person.orderNumber}: answered`);
  expect(trouble).toEqual([]);
});

test("a suggested reply is taken under the pen, changed and sent; another is put away", async ({
  browser,
}) => {
  const person = await makePerson({ name: "Sam Suggest", locale: "en" });
  const id = await talk(person, "en", "human", "Where is my order, and can I cancel it?");
  const page = await openAs(browser, `/inbox/${id}`);
  const trouble = collectTrouble(page);
  const drafts = page.getByRole("region", { name: "Suggested replies" });
  const first = drafts.getByRole("listitem").first();
  await expect(first).toContainText(person.orderNumber);
  await expect(first.getByRole("link", { name: person.orderNumber })).toBeVisible();
  await expectAccessible(page);

  const count = await drafts.getByRole("listitem").count();
  await drafts.getByRole("listitem").last().getByRole("button", { name: "Not this one" }).click();
  await expect(drafts.getByRole("listitem")).toHaveCount(count - 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(drafts.getByRole("listitem")).toHaveCount(count);

  await first.getByRole("button", { name: "Use" }).click();
  const field = page.getByRole("textbox", { name: "Reply" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(person.orderNumber));
  await field.press("End");
  await field.pressSequentially(" Best, Chen");
  await field.press("Control+Enter");
  await expect(page.getByRole("log")).toContainText("Best, Chen");
  await expect(drafts).toHaveCount(0);
  await say(id, "Where is my order now?");
  await expect(drafts.getByRole("listitem").first()).toContainText(person.orderNumber);
  expect(trouble).toEqual([]);
});

test("what a visitor writes is shown to people only where the shop wants it, and the visitor is told", async ({
  browser,
}) => {
  const settings = await openAs(browser, "/settings/widget", { role: "owner" });
  const preview = settings.getByRole("switch", { name: "Typing preview" });
  // Off as it comes, unless a run before this one was killed in the middle.
  if (await preview.isChecked()) await preview.click();
  await expect(preview).not.toBeChecked();
  await preview.click();
  await expect(settings.locator("[data-sonner-toast]").last()).toContainText("Saved");
  try {
    const store = await Storefront.visit(browser, { locale: "en" });
    await store.launcher.click();
    await expect(store.panel).toContainText("can see what you write before you send it");
    // By a word of their own: others ask for people at the same time.
    const mark = `parcel${String(Date.now()).slice(-8)}`;
    await store.field.fill(`I want to talk to a human about ${mark}`);
    await store.field.press("Enter");
    await expect(store.activities.first()).toBeVisible();
    const { data } = await desk<{ data: { id: string }[] }>("GET", `/conversations?owner=human&q=${mark}`);
    const page = await openAs(browser, `/inbox/${data[0]!.id}`);
    await expect(page.getByRole("log")).toBeVisible();
    const shown = page.getByRole("region", { name: "Being written, not sent yet" });
    await expect(async () => {
      await store.field.press("End");
      await store.field.pressSequentially("x");
      await expect(shown).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await store.field.fill("I never got my parcel");
    await expect(shown).toContainText("I never got my parcel");
    await expectAccessible(page);
    await store.field.press("Enter");
    await expect(shown).toHaveCount(0);
    await expect(page.getByRole("log")).toContainText("I never got my parcel");
  } finally {
    await preview.click();
    await expect(settings.locator("[data-sonner-toast]").last()).toContainText("Saved");
  }
});

test("on a phone the card and the drafts fit", async ({ browser }) => {
  const person = await makePerson({ name: "Paula Phone", locale: "en" });
  const id = await talk(person, "en", "Where is my order?", "human", "When will it arrive?");
  const page = await openAs(browser, `/inbox/${id}`, { locale: "es" }, { width: 390, height: 844 });
  await expect(page.getByRole("region", { name: "Respuestas sugeridas" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("two records of one person are laid side by side and merged; others are told apart", async ({
  browser,
}) => {
  const phone = `+34 6${String(Date.now()).slice(-8)}`;
  const ana = await makePerson({ name: "Ana Doble", phone });
  const twin = await makePerson({ name: "Doble, Ana María", phone: phone.replaceAll(" ", "") });
  const son = await makePerson({ name: "Hugo Otro", phone });
  const page = await openAs(browser, `/customers/${ana.id}`);
  const trouble = collectTrouble(page);
  const line = (name: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  await expect(line("Doble, Ana María")).toContainText("Probably the same person as");
  await expect(line("Doble, Ana María")).toContainText("because the phone agrees");
  await expect(line("Hugo Otro")).toContainText("The names differ.");
  await expectAccessible(page);

  await line("Hugo Otro").getByRole("button", { name: "Not the same" }).click();
  await expect(line("Hugo Otro")).toHaveCount(0);
  // It is offered to be taken back once it is stored.
  await expect(page.locator("[data-sonner-toast]").filter({ hasText: "Hugo Otro" })).toBeVisible();
  await page.reload();
  await expect(line("Doble, Ana María")).toBeVisible();
  await expect(line("Hugo Otro")).toHaveCount(0);

  await line("Doble, Ana María").getByRole("button", { name: "Compare and merge…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Orders, returns, conversations, events and contacts of");
  await expect(dialog).toContainText("This cannot be undone.");
  await expectAccessible(page);
  await dialog.getByRole("radio").first().check();
  await dialog.getByRole("button", { name: "Merge into Ana Doble" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(ana.id));
  await expect(line("Doble, Ana María")).toHaveCount(0);
  const gone = await desk<{ id: string }>("GET", `/customers/${twin.id}`);
  expect(gone.id).toBe(ana.id);
  expect((await desk<{ id: string }>("GET", `/customers/${son.id}`)).id).toBe(son.id);
  expect(trouble).toEqual([]);
});

test("somebody unknown on a platform is linked to the customer they are, and unlinked", async ({
  browser,
}) => {
  const api = await BotApi.start();
  const settings = { botToken: api.token, apiBaseUrl: api.url };
  const account = await desk<{ id: string; address: string }>("POST", "/channel-accounts", {
    ...{ kind: "telegram", name: `Handoff ${Date.now()}`, settings },
  });
  try {
    const person = await makePerson({ name: "Nadia Enlace", locale: "en" });
    const name = `Nadia ${String(Date.now()).slice(-6)}`;
    await write(account.address, settings, name);
    const found = await waitForConversation(name);
    const page = await openAs(browser, `/inbox/${found}`);
    const panel = page.getByRole("complementary");
    await panel.getByRole("button", { name: "Link to a customer…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("tells them about that customer's orders");
    await dialog.getByRole("searchbox").fill(person.externalId);
    await dialog.getByRole("radio").first().click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Link to Nadia Enlace" }).click();
    await expect(panel).toContainText("Nadia Enlace");
    expect(await desk("GET", `/conversations/${found}`)).toMatchObject({ customerId: person.id });
    await panel.getByRole("button", { name: "Not this customer…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Unlink Nadia Enlace" }).click();
    await expect(panel.getByRole("button", { name: "Link to a customer…" })).toBeVisible();
    expect(await desk("GET", `/conversations/${found}`)).toMatchObject({ customerId: null });
  } finally {
    await fetch(`${process.env.ZHANGGUI_E2E_URL}/api/v1/channel-accounts/${account.id}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${readDemo().apiKey}` },
    });
    await api.stop();
  }
});

/** A first message on Telegram, signed as it signs. */
async function write(
  address: string,
  settings: { botToken: string; apiBaseUrl: string },
  name: string,
): Promise<void> {
  const from = { id: Date.now(), is_bot: false, first_name: name };
  const date = Math.floor(Date.now() / 1_000);
  const message = { message_id: 1, from, chat: { id: from.id, type: "private" }, date, text: "Hello there" };
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": webhookSecret(settings),
    },
    body: JSON.stringify({ update_id: 1, message }),
  });
  expect(answer.status).toBe(200);
}

async function waitForConversation(name: string): Promise<string> {
  let id: string | undefined;
  await expect
    .poll(
      async () => {
        const { data } = await desk<{ data: { id: string }[] }>(
          "GET",
          `/conversations?q=${encodeURIComponent(name)}&limit=1`,
        );
        id = data[0]?.id;
        return id;
      },
      { timeout: 30_000 },
    )
    .toBeDefined();
  return id!;
}
