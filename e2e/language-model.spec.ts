import { randomUUID } from "node:crypto";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { type Asked, ModelServer } from "@/test/support/model-server";
import { openAs } from "./support/login";
import { expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk } from "./support/storefront";

/** One after the other: they set up and take away the shop's one model, each for itself. */
test.describe.configure({ mode: "serial" });

let model: ModelServer;
test.beforeAll(async () => {
  model = await ModelServer.start();
  model.answer = answer;
});
test.afterAll(async () => {
  await desk("DELETE", "/language-model");
  await model.stop();
});

const WRITTEN = "Hola, quiero hablar con una persona sobre mi pedido HP-4711.";
const DRAFT = "Your parcel leaves on Monday and costs 29.00 EUR.";
const KNOWN: Record<string, string> = {
  [WRITTEN]: "Hello, I want to talk to a person about my order HP-4711.",
  [DRAFT]: "Tu paquete sale el lunes y cuesta 29,00 EUR.",
};

/** Keeps to the bot's words unless a test's own customer asks, so that tests beside this one see no difference. */
function answer({ system, prompt }: Asked): string {
  if (prompt.includes("to reword:")) {
    const template = prompt.split('to reword:\n"""')[1]!.slice(0, -3);
    return prompt.includes("Wanda") ? `Nice to meet you! ${template}` : template;
  }
  if (system.includes("summarise")) return "The customer wants to talk to a person about order HP-4711.";
  return KNOWN[prompt] ?? prompt;
}

const useModel = () =>
  desk("PUT", "/language-model", {
    baseUrl: model.baseUrl,
    model: "small-1",
    apiKey: model.apiKey,
    tasks: { phrase: true, summarise: true, translate: true },
  });

async function talk(name: string, text: string, locale: "zh" | "en" | "es") {
  const customer = { externalId: `model-${randomUUID()}`, name, locale };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  const said = await desk<{ reply: { text: string } | null }>("POST", `/conversations/${id}/messages`, {
    author: "customer",
    text,
    clientMessageId: randomUUID(),
  });
  return { id, reply: said.reply?.text ?? "" };
}

async function openTaken(browser: Browser, id: string): Promise<{ page: Page; field: Locator }> {
  const page = await openAs(browser, `/inbox/${id}`);
  await expect(page.locator("[data-live]")).toBeAttached();
  const field = page.getByRole("textbox", { name: "Reply" });
  const takeOver = page.getByRole("button", { name: "Take over" }).first();
  await expect(takeOver.or(field).first()).toBeVisible();
  if (await takeOver.isVisible()) await takeOver.click();
  await expect(field).toBeVisible();
  return { page, field };
}

test("without a model the inbox shows nothing of it, and the page says what it would do", async ({
  browser,
}) => {
  await desk("DELETE", "/language-model");
  const { id } = await talk("Quiet Quinn", WRITTEN, "es");
  const { page } = await openTaken(browser, id);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Resolve" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Sum up" })).toHaveCount(0);
  await expect(page.getByRole("menuitem", { name: "Show translations" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Translate" })).toHaveCount(0);
  const settings = await openAs(browser, "/settings/language-model", { role: "owner" });
  await expect(settings.getByLabel("Address of the endpoint")).toHaveValue("");
  await expect(settings.getByRole("button", { name: "Test it" })).toHaveCount(0);
});

test("an owner sets it up, tests it, and never sees the key again", async ({ browser }) => {
  const page = await openAs(browser, "/settings/language-model", { role: "owner" });
  await page.getByLabel("Address of the endpoint").fill(model.baseUrl);
  await page.getByLabel("Model", { exact: true }).fill("small-1");
  await page.getByLabel("Key").fill("wrong");
  for (const name of ["Word the bot’s answers", "Sum up conversations", "Translate for agents"])
    await page.getByRole("switch", { name }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Test it" }).click();
  await expect(page.getByText("The endpoint refused the key.").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Test.*refused the key/ })).toBeVisible();

  await page.getByLabel("Key").fill(model.apiKey);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Key")).toHaveValue("");
  await expect(page.getByText("A key is stored.")).toBeVisible();
  await page.getByRole("button", { name: "Test it" }).click();
  await expect(page.getByText(/It answered in [\d.]+ s/)).toBeVisible();
  await page.reload();
  expect(await page.content()).not.toContain(model.apiKey);
  await expect(page.getByText(/of 200,000 tokens used today/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("the bot's finished answers come in its words", async () => {
  await useModel();
  const { reply } = await talk("Wanda Word", "Hello, I am Wanda!", "en");
  expect(reply).toMatch(/^Nice to meet you! /);
});

test("messages are read in the agent's language, and an answer is sent in the customer's", async ({
  browser,
}) => {
  await useModel();
  const { id } = await talk("Ines Idioma", WRITTEN, "es");
  const { page, field } = await openTaken(browser, id);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Show translations" }).click();
  const theirs = page.locator("[data-author=customer]").first();
  await expect(theirs).toContainText(WRITTEN);
  await expect(theirs.locator("[data-translation=en]")).toContainText(KNOWN[WRITTEN]!);
  await expectAccessible(page);
  // Remembered for this conversation.
  await page.reload();
  await expect(page.locator("[data-translation=en]").first()).toBeVisible();

  await field.fill(DRAFT);
  await page.getByRole("button", { name: "Translate" }).click();
  const dialog = page.getByRole("dialog", { name: "Send in Spanish" });
  await expect(dialog.getByLabel("In Spanish")).toHaveValue(KNOWN[DRAFT]!);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send translation" }).click();
  const sent = page.locator("[data-author=agent]").last();
  await expect(sent).toContainText(KNOWN[DRAFT]!);
  await expect(sent.locator("[data-translation=original]")).toContainText(DRAFT);
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(page.locator("[data-translation]")).toHaveCount(0);
});

test("a translation that changes a number is not sent unread", async ({ browser }) => {
  await useModel();
  const { id } = await talk("Nora Número", WRITTEN, "es");
  const { page, field } = await openTaken(browser, id);
  model.answer = () => "Tu paquete sale el martes y cuesta 92,00 EUR.";
  await field.fill("Your parcel leaves on Monday, it costs 29.00 EUR.");
  await page.getByRole("button", { name: "Translate" }).click();
  const dialog = page.getByRole("dialog", { name: "Send in Spanish" });
  await expect(dialog).toContainText("Monday · 29.00 EUR · martes · 92,00 EUR");
  const send = dialog.getByRole("button", { name: "Send translation" });
  await expect(send).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel("I have read it, and it is right.").click();
  await expect(send).toBeEnabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(field).toHaveValue("Your parcel leaves on Monday, it costs 29.00 EUR.");
  model.answer = answer;
});

test("a conversation is summed up from what was said, or not at all", async ({ browser }) => {
  await useModel();
  const { id } = await talk("Sonia Suma", WRITTEN, "es");
  const { page } = await openTaken(browser, id);
  const open = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Sum up" }).click();
    return page.getByRole("dialog", { name: "Summary" });
  };
  model.answer = () => "The customer was promised a refund of 500 EUR.";
  const refused = await open();
  await expect(refused).toContainText("did not keep to what was said");
  model.answer = answer;
  await refused.getByRole("button", { name: "Try again" }).click();
  await expect(refused.locator("[data-slot=summary]")).toContainText("about order HP-4711");
  await expectAccessible(page);
});

test("the pages hold in the dark, on a phone and in Chinese", async ({ browser }) => {
  await useModel();
  const phone = { width: 390, height: 844 };
  const options = { role: "owner", locale: "zh-CN", theme: "dark" } as const;
  const page = await openAs(browser, "/settings/language-model", options, phone);
  await expect(page.getByRole("button", { name: "测试" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("an owner takes it away, and nothing of it is left in the inbox", async ({ browser }) => {
  await useModel();
  const page = await openAs(browser, "/settings/language-model", { role: "owner" });
  await page.getByRole("button", { name: "Remove the model" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove the model" }).click();
  await expect(page.getByLabel("Address of the endpoint")).toHaveValue("");
  await expect(page.getByRole("button", { name: "Test it" })).toHaveCount(0);
});
