import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { expectAccessibleInBothThemes } from "./support/page-checks";
import { desk, Storefront } from "./support/storefront";

/** The inbox's own routes, called from a signed-in page: the desk's person has a name. */
function act(agent: Page, id: string, verb: string, body: object = {}): Promise<number> {
  return agent.evaluate(
    async ({ path, sent }) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(path, { method: "POST", headers, body: JSON.stringify(sent) })).status;
    },
    { path: `/api/v1/conversations/${id}/${verb}`, sent: body },
  );
}

test("the customer sees who takes over, who writes, what is new, and is asked for a rating at the end", async ({
  browser,
}) => {
  const agent = await openAs(browser, "/settings", { role: "agent", index: 1, locale: "es" });
  const store = await Storefront.visit(browser, { locale: "es" });
  await store.open();
  const { id } = await store.say("agente");
  const who = store.panel.locator(".who");
  await expect(who).toHaveText("Esperando a un agente…");

  expect(await act(agent, id, "takeover")).toBe(200);
  await expect(store.activities.last()).toHaveText(/^Sofía Marín se ha unido a la conversación/);
  await expect(who).toHaveText("Te atiende Sofía Marín");
  expect(await act(agent, id, "typing", { isTyping: true })).toBe(204);
  await expect(store.log).toContainText("Sofía Marín está escribiendo…");

  const say = (text: string) =>
    act(agent, id, "messages", { author: "agent", text, clientMessageId: crypto.randomUUID() });
  expect(await say("Hola, soy Sofía. Ahora mismo lo miro.")).toBe(200);
  await expect(store.messages.last()).toContainText("Sofía Marín");
  await expect(store.log).not.toContainText("está escribiendo…");

  await test.step("news do not move the reader", async () => {
    for (let line = 0; line < 12; line++) await say(`Línea ${line}\ny otra`);
    await expect(store.messages.last()).toContainText("Línea 11");
    await store.log.evaluate((log) => log.scrollTo(0, 40));
    await expect.poll(() => store.log.evaluate((log) => log.scrollTop)).toBe(40);
    await say("Una más");
    const pill = store.panel.getByRole("button", { name: "1 mensaje nuevo" });
    await expect(pill).toBeVisible();
    expect(await store.log.evaluate((log) => log.scrollTop)).toBe(40);
    await pill.click();
    await expect(pill).toBeHidden();
    await expect(store.messages.last()).toBeInViewport();
  });

  await test.step("a closed panel counts what is new", async () => {
    await store.field.press("Escape");
    await expect(store.panel).toBeHidden();
    await expect(store.launcher).toBeFocused();
    await say("¿Sigues ahí?");
    await expect(store.launcher).toHaveAccessibleName("Abrir el chat, 1 mensaje nuevo");
    await store.open();
    await expect(store.launcher).toHaveAccessibleName("Cerrar el chat");
  });

  await test.step("hand-back and end", async () => {
    expect(await act(agent, id, "handback")).toBe(200);
    await expect(store.activities.last()).toHaveText(/^El asistente vuelve a responder/);
    await expect(who).toHaveText("El asistente responde al momento");
    expect(await act(agent, id, "resolve")).toBe(200);
    await store.panel.getByRole("radio", { name: "4 de 5, Bien" }).check();
    await store.panel.getByRole("textbox", { name: /Quieres contarnos/ }).fill("Muy amable");
    await store.panel.getByRole("button", { name: "Enviar valoración" }).click();
    await expect(store.activities.last()).toHaveText(/^Has valorado la conversación con 4 de 5/);
    await expect(store.field).toBeFocused();
    expect((await desk<{ rating: number }>("GET", `/conversations/${id}`)).rating).toBe(4);
  });
  await store.close();
  await agent.context().close();
});

test("the chat works by keyboard alone, and Enter within a Chinese word sends nothing", async ({
  browser,
}) => {
  const store = await Storefront.visit(browser, { locale: "zh-CN" });
  const { page } = store;
  await page.locator("footer").evaluate((footer) => {
    footer.tabIndex = -1;
    footer.focus();
  });
  // The last stop of the page; Next's development server adds one of its own before it.
  await page.keyboard.press("Tab");
  if (!(await store.launcher.evaluate((button) => button.matches(":focus"))))
    await page.keyboard.press("Tab");
  await expect(store.launcher).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(store.field).toBeFocused();

  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "nihao", selectionStart: 5, selectionEnd: 5 });
  await store.field.dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  await input.send("Input.insertText", { text: "你好" });
  await expect(store.field).toHaveValue("你好");
  await expect(store.messages).toHaveCount(0);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("HP-1");
  await expect(store.field).toHaveValue("你好\nHP-1");
  await page.keyboard.press("Enter");
  await expect(store.log.locator(".msg.own .bubble")).toHaveText("你好\nHP-1");

  // Not a trap: on a wide screen Tab leaves the panel again.
  await page.keyboard.press("Escape");
  await expect(store.launcher).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(store.launcher).not.toBeFocused();
  await store.close();
});

test("on a phone the chat fills the screen and keeps the focus inside", async ({ browser }) => {
  const store = await Storefront.visit(browser, {
    locale: "es",
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: "reduce",
  });
  const { page } = store;
  await store.launcher.tap();
  await expect(store.panel).toHaveAttribute("aria-modal", "true");
  expect(await store.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
  await expect(store.launcher).toBeHidden();
  const inside = () => page.evaluate(() => document.activeElement?.localName);
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press("Tab");
    expect(await inside()).toBe("zhanggui-chat");
  }
  await store.ask("¡Hola!");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  await store.panel.getByRole("button", { name: "Cerrar el chat" }).tap();
  await expect(store.panel).toBeHidden();
  await expect(store.launcher).toBeVisible();
  await store.close();
});

test("axe finds nothing in the shop with the chat open, in either theme", async ({ browser }) => {
  const store = await Storefront.visit(browser, { locale: "en", as: "en", index: 1, colorScheme: "light" });
  const { page } = store;
  const check = () => expectAccessibleInBothThemes(page, { hasBestPractice: true, follows: "system" });
  await check();
  await store.open();
  await check();
  await store.ask("Hello, see https://example.com");
  const { id } = await store.say("human");
  await expect(store.activities.last()).toHaveText(/^Passed to a colleague/);
  await check();
  await desk("POST", `/conversations/${id}/resolve`);
  await expect(store.panel.locator(".who")).toHaveText("The assistant answers at once");
  await store.panel.getByRole("radio", { name: "5 out of 5, Very good" }).check();
  await check();
  await store.field.press("Escape");
  await page.goto("/demo/store?category=LGT");
  await check();
  await page.locator("main h3 a").first().click();
  await page.waitForURL(/store\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle(`${await page.locator("main h1").innerText()} · Harbour & Pine`);
  await check();
  await store.close();
});

test("search, category and language are in the address and the cookie; a stranger's product is not there", async ({
  browser,
}) => {
  const store = await Storefront.visit(browser, { locale: "en" });
  const { page } = store;
  await page.getByRole("searchbox").fill("lamp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?]q=lamp/);
  await expect(page.locator("main h3").first()).toContainText(/lamp/i);
  await page.getByRole("link", { name: "Lighting" }).click();
  await expect(page).toHaveURL(/category=LGT/);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page).toHaveURL(/q=lamp&category=LGT/);
  await expect(store.launcher).toHaveAccessibleName("Abrir el chat");
  const missing = await page.goto("/demo/store/0190a000-0000-7000-8000-000000000000");
  expect(missing?.status()).toBe(404);
  await expect(page.locator("main h1")).toHaveText("Este producto no está");
  await store.close();
});
