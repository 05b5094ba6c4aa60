import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { understandTexts } from "../lib/platform/models/understand-text";
import { readInWorker } from "../test/support/text-worker";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { type Site, serveSite } from "./support/site";
import { createWidgetKey } from "./support/widget-key";

const desk = process.env.ZHANGGUI_E2E_URL!;
/** The model's 40 MB come and are compiled: seconds, on a busy machine many. */
const LOADED = { timeout: 60_000 };
const MODEL = `${desk}/models/zhanggui-text`;

test.describe.configure({ timeout: 120_000 });

test("the browser reads the held-out lines as the server does", async ({ page }) => {
  test.setTimeout(180_000);
  const texts = readFileSync("training/corpus/held-out.jsonl", "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text);
  await page.goto("/login");
  const { readings } = await readInWorker(page, texts);
  const server = await understandTexts(texts);
  expect(readings).toHaveLength(texts.length);
  const share = (agrees: (i: number) => boolean) => texts.filter((_, i) => agrees(i)).length / texts.length;
  expect(share((i) => readings[i]!.intent.id === server[i]!.intent.id)).toBeGreaterThanOrEqual(0.995);
  expect(share((i) => readings[i]!.sentiment.label === server[i]!.sentiment.label)).toBeGreaterThan(0.99);
  expect(share((i) => readings[i]!.language === server[i]!.language)).toBe(1);
});

test("any site may load the model's files, and keep what names its version", async ({ request }) => {
  const sums = await (await request.get(`${MODEL}/SHA256SUMS`)).text();
  const version = /^(\w{32})\w{32} {2}tokenizer\.json$/m.exec(sums)![1]!;
  const kept = "public, max-age=31536000, immutable";
  const expected: [string, string | null][] = [
    [`${MODEL}/tokenizer.json?v=${version}`, kept],
    [`${desk}/onnxruntime/ort-wasm-simd-threaded.wasm?v=1`, kept],
    [`${MODEL}/tokenizer.json`, null],
    [`${MODEL}/card.json`, null],
    [`${desk}/text-worker.js`, null],
  ];
  for (const [url, cacheControl] of expected) {
    const response = await request.head(url);
    const headers = response.headers();
    expect(response.status(), url).toBe(200);
    expect(headers["access-control-allow-origin"], url).toBe("*");
    expect(headers["cross-origin-resource-policy"], url).toBe("cross-origin");
    if (cacheControl) expect(headers["cache-control"], url).toBe(cacheControl);
    else expect(headers["cache-control"], url).not.toContain("immutable");
  }
  const page = (await request.get(`${desk}/login?v=1`)).headers();
  expect(page["access-control-allow-origin"]).toBeUndefined();
  expect(page["cache-control"]).not.toContain("immutable");
  expect(page["content-security-policy"]).toContain("worker-src 'self'");
});

test.describe("the chat on another site", () => {
  let widgetKey: string;
  const sites: Site[] = [];
  const serve = async (lang: string, policy?: string) => {
    const site = await serveSite(widgetKey, lang, policy);
    sites.push(site);
    return site.address;
  };
  const setHints = async (owner: Page, isOn: boolean) => {
    const card = owner.locator("[data-slot=card]").filter({ hasText: widgetKey });
    const hints = card.getByRole("switch", { name: "Help while writing" });
    await expect(hints).toBeChecked({ checked: !isOn });
    await hints.focus();
    await owner.keyboard.press("Space");
    await expect(hints).toBeChecked({ checked: isOn });
    await expect(owner.locator("[data-sonner-toast]").last()).toBeVisible();
  };

  test.beforeAll(async ({ browser }) => {
    const owner = await openAs(browser, "/settings/widget", { role: "owner" });
    widgetKey = (await createWidgetKey(owner)).key;
    await setHints(owner, true);
    await owner.context().close();
  });
  test.afterAll(() => {
    for (const site of sites) site.close();
  });

  /** The chat, opened; what was asked of the desk by address, and what was sent to it. */
  async function openChat(page: Page, address: string) {
    const asked: string[] = [];
    const sent: string[] = [];
    page.on("request", (request) => {
      asked.push(new URL(request.url()).pathname);
      sent.push(request.postData() ?? "");
    });
    const session = page.waitForResponse((response) => response.url().endsWith("/widget/sessions"));
    await page.goto(address);
    await session;
    const chat = page.locator("zhanggui-chat");
    await chat.locator(".launcher").click();
    const [field, hint] = [chat.locator(".composer textarea"), chat.locator(".composer .hint")];
    return { chat, asked, sent, field, hint, person: chat.locator(".person") };
  }

  test("hints while the visitor writes, and sends nothing for it", async ({ page }) => {
    const { asked, sent, field, hint, person, chat } = await openChat(page, await serve("es"));
    await expect(hint).toHaveAttribute("role", "status");
    expect(asked).not.toContain("/text-worker.js");

    await field.fill("¿Dónde está mi pedido?");
    await expect(hint).toHaveText(/^Añade el número de pedido y el correo o teléfono/, LOADED);
    expect(asked).toContain("/text-worker.js");
    await field.fill("¿Dónde está mi pedido? Soy ana@example.com");
    await expect(hint).toHaveText("Añade el número de pedido y nos ahorramos una pregunta.");
    await field.fill("¿Dónde está mi pedido HP-31969?");
    await expect(hint).toBeEmpty();

    await expect(person).toBeHidden();
    await field.fill("Quiero hablar con una persona");
    await expect(hint).toHaveText("No hace falta escribir más: pulsa «Hablar con una persona».");
    await expect(person).toBeVisible();
    await expectAccessible(page);
    expect(sent.join()).not.toMatch(/pedido|persona/);
    await field.fill("");
    await expect(hint).toBeEmpty();
    await expect(person).toBeHidden();

    await field.fill("Quiero hablar con una persona");
    await person.click();
    await expect(chat.locator(".activity")).toHaveText(/^Hemos avisado a un agente/);
    await expect(hint).toBeEmpty();
  });

  test("where the site's policy refuses the worker, goes on without", async ({ page }) => {
    const warnings: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const policy = `default-src 'none'; script-src ${desk}; style-src 'unsafe-inline'; connect-src ${desk}; worker-src 'none'`;
    const { chat, field, hint } = await openChat(page, await serve("en", policy));
    await field.fill("Where is my order?");
    await expect.poll(() => warnings.join()).toContain("Zhanggui chat: no hints while writing");
    await expect(hint).toBeEmpty();
    await field.press("Enter");
    await expect(chat.locator(".msg.bot .bubble")).toHaveCount(1);
  });

  test("runs under a policy that allows no more than it needs", async ({ page }) => {
    const policy = `default-src 'none'; script-src ${desk} 'wasm-unsafe-eval'; connect-src ${desk}; worker-src blob:`;
    const { field, hint } = await openChat(page, await serve("zh-CN", policy));
    await field.fill("我的订单到哪里了");
    await expect(hint).toHaveText("写上订单号和下单时留的邮箱或手机号，处理更快。", {
      ...LOADED,
    });
  });

  test("loads nothing of it with the setting off", async ({ browser, page }) => {
    const owner = await openAs(browser, "/settings/widget", { role: "owner" });
    await setHints(owner, false);
    await owner.context().close();
    const { chat, asked, field, hint } = await openChat(page, await serve("en"));
    await field.fill("Where is my order?");
    await field.press("Enter");
    await expect(chat.locator(".msg.bot .bubble")).toHaveCount(1);
    expect(asked).toContain("/api/v1/widget/messages");
    expect(asked.filter((path) => /text-worker|widget-hints|models|onnxruntime/.test(path))).toEqual([]);
    await expect(hint).toBeEmpty();
  });
});

test("the playground sets the browser's answer beside the desk's", async ({ browser }) => {
  const page = await openAs(browser, "/understanding/playground", { role: "agent" });
  const trouble = collectTrouble(page);
  await page.getByRole("textbox", { name: "Customer message" }).fill("Where is my order?");
  await page.keyboard.press("Control+Enter");
  const card = page.getByTestId("browser-comparison");
  await expect(page.getByTestId("reading")).toBeVisible();
  await expect(card).toHaveCount(0);
  const inBrowser = page.getByRole("switch", { name: "Also in this browser" });
  await inBrowser.focus();
  await page.keyboard.press("Space");
  const table = card.getByRole("table");
  await expect(table.getByRole("row", { name: /^Intent/ })).toHaveText(/Track order.*Track order/s, LOADED);
  await expect(card.getByTestId("agreement")).toHaveAttribute("data-agrees", "true");
  await expect(table.getByRole("row", { name: /^Time/ })).toHaveText(/\d+ ms.*\d+ ms/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  expect(trouble).toEqual([]);
  await page.context().close();
});

test("the playground says when the browser cannot run the model, and tries again", async ({ browser }) => {
  const page = await openAs(browser, "/understanding/playground", { role: "agent" });
  await page.context().route("**/models/zhanggui-text/card.json", (route) => route.abort());
  const card = page.getByTestId("browser-comparison");
  await page.getByRole("switch", { name: "Also in this browser" }).click();
  await expect(card.getByRole("alert")).toContainText("card.json cannot be reached");
  await page.context().unroute("**/models/zhanggui-text/card.json");
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card).toContainText("The model is ready.", LOADED);
  await page.context().close();
});
