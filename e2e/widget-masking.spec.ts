import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { expectAccessible } from "./support/page-checks";
import { type Site, serveSite } from "./support/site";
import { createWidgetKey } from "./support/widget-key";

let widgetKey: string;
let site: Site;

test.beforeAll(async ({ browser }) => {
  const owner = await openAs(browser, "/settings/widget", { role: "owner" });
  const { card, key } = await createWidgetKey(owner);
  widgetKey = key;
  const masking = card.getByRole("switch", { name: "Hide personal data" });
  await expect(masking).not.toBeChecked();
  await expect(masking).toHaveAccessibleDescription(/these two are sent, and only then/);
  await masking.focus();
  await owner.keyboard.press("Space");
  await expect(masking).toBeChecked();
  await owner.reload();
  await expect(masking).toBeChecked();
  await expectAccessible(owner);
  await owner.context().close();
  site = await serveSite(widgetKey, "es");
});

test.afterAll(() => site?.close());

/** The chat, opened, and everything that it sent since. */
async function openChat(page: Page) {
  const sent: string[] = [];
  page.on("request", (request) => {
    const body = request.postData();
    if (body) sent.push(body);
  });
  await page.goto(site.address);
  const chat = page.locator("zhanggui-chat");
  await chat.locator(".launcher").click();
  const field = chat.locator(".composer textarea");
  const say = async (text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  const [own, answers] = [chat.locator(".msg.own .bubble"), chat.locator(".msg.bot .bubble")];
  return { chat, sent, field, say, own, answers, note: chat.locator(".composer .note[role=status]") };
}

test("what is personal never leaves the page, and the customer is told what was hidden", async ({ page }) => {
  const { sent, field, say, own, answers, note } = await openChat(page);
  await say("Soy ana@example.com, mi móvil es 612 345 678 y la tarjeta 4111 1111 1111 1111");
  await expect(own).toHaveText("Soy [correo], mi móvil es [teléfono] y la tarjeta [tarjeta]");
  await expect(note).toHaveText(
    "Ocultado antes de enviar: correo, teléfono y número de tarjeta. La tienda no lo recibe.",
  );
  await expect(field).toHaveValue("");
  await expect(answers).toHaveCount(1);
  expect(sent.join()).toContain("[tarjeta]");
  expect(sent.join()).not.toMatch(/ana@|612 345|4111/);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/ana@|612 345|4111/);
  await page.reload();
  await expect(own).toHaveText("Soy [correo], mi móvil es [teléfono] y la tarjeta [tarjeta]");
});

test("an order number stays, and the e-mail that the bot asks for is sent", async ({ page }) => {
  const { sent, say, own, answers, note } = await openChat(page);
  await say("¿Dónde está mi pedido HP-31969? Mi correo es nadie@example.com");
  await expect(own.last()).toHaveText("¿Dónde está mi pedido HP-31969? Mi correo es [correo]");
  await expect(answers).toHaveText([/qué correo o teléfono figura en el pedido HP-31969/]);
  expect(sent.join()).not.toContain("nadie@");
  await say("nadie@example.com, tarjeta 4111111111111111");
  await expect(own.last()).toHaveText("nadie@example.com, tarjeta [tarjeta]");
  await expect(note).toHaveText(/^Ocultado antes de enviar: número de tarjeta\./);
  await expect(answers.last()).toHaveText(/esos datos no coinciden/);
  expect(sent.join()).not.toContain("4111");
});

test("nothing is sent while what hides cannot be loaded", async ({ page }) => {
  await page.route("**/widget-mask.js", (route) => route.abort());
  const { chat, sent, field, say, own } = await openChat(page);
  const messages = () => sent.filter((body) => body.includes("clientMessageId"));
  await say("hola, soy ana@example.com");
  await expect(chat.locator(".composer .error")).toHaveText(/^No se ha enviado: no se pudo cargar/);
  await expect(field).toHaveValue("hola, soy ana@example.com");
  await expect(own).toHaveCount(0);
  expect(messages()).toEqual([]);
  await page.unroute("**/widget-mask.js");
  await field.press("Enter");
  await expect(own).toHaveText("hola, soy [correo]");
  expect(messages().join()).not.toContain("ana@");
});

test("with masking there is no microphone", async ({ page }) => {
  const session = page.waitForResponse((response) => response.url().endsWith("/widget/sessions"));
  const { chat } = await openChat(page);
  expect(await (await session).json()).toMatchObject({ maskPersonalData: true, takesVoiceMessages: false });
  await expect(chat.locator(".submit")).toBeVisible();
  await expect(chat.locator(".mic:not(.attach)")).toBeHidden();
});
