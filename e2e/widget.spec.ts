import { expect, test } from "@playwright/test";
import { type Language, type Locale, Storefront } from "./support/storefront";

const CHINESE = /[\u4e00-\u9fff]/;

interface Tongue {
  locale: Locale;
  language: Language;
  question: (number: string) => string;
  /** Words of a parcel on its way that only this language has. */
  onItsWay: RegExp;
  unknown: RegExp;
  personWord: string;
  personButton: string;
  waiting: string;
  handedOver: RegExp;
}

const TONGUES: Tongue[] = [
  {
    locale: "en",
    language: "en",
    question: (number) => `Where is my order ${number}?`,
    onItsWay: /is on its way with/,
    unknown: /do not find HP-99999/,
    personWord: "human",
    personButton: "Talk to a person",
    waiting: "Waiting for a colleague…",
    handedOver: /^Passed to a colleague/,
  },
  {
    locale: "zh-CN",
    language: "zh",
    question: (number) => `我的订单 ${number} 到哪了？`,
    onItsWay: /正在运输途中/,
    unknown: /没有查到 HP-99999/,
    personWord: "人工",
    personButton: "转人工",
    waiting: "正在为您转接人工客服…",
    handedOver: /^已转人工客服/,
  },
  {
    locale: "es",
    language: "es",
    question: (number) => `¿Dónde está mi pedido ${number}?`,
    onItsWay: /va en camino con/,
    unknown: /No encuentro HP-99999/,
    personWord: "agente",
    personButton: "Hablar con una persona",
    waiting: "Esperando a un agente…",
    handedOver: /^Hemos avisado a un agente/,
  },
];

for (const tongue of TONGUES) {
  test(`a customer asks about an order in ${tongue.language} and is told status, carrier and tracking number`, async ({
    browser,
  }) => {
    const store = await Storefront.visit(browser, { locale: tongue.locale, as: tongue.language });
    const parcel = await store.shippedOrder();
    await store.open();
    const answer = await store.ask(tongue.question(parcel.number));
    expect(answer).toContain(parcel.number);
    expect(answer).toContain(parcel.trackingNumber);
    expect(answer).toContain(parcel.carrier);
    expect(answer).toMatch(tongue.onItsWay);
    if (tongue.language !== "zh") expect(answer).not.toMatch(CHINESE);

    const unknown = await store.ask(tongue.question("HP-99999"));
    expect(unknown).toMatch(tongue.unknown);
    expect(unknown).not.toContain(parcel.trackingNumber);
    await store.close();
  });

  test(`the word for a person hands over in ${tongue.language}, and the bot falls silent`, async ({
    browser,
  }) => {
    const store = await Storefront.visit(browser, { locale: tongue.locale });
    await store.open();
    const { owner } = await store.say(tongue.personWord);
    expect(owner).toBe("human");
    await expect(store.activities.last()).toHaveText(tongue.handedOver);
    await expect(store.panel.locator(".who")).toHaveText(tongue.waiting);
    await expect(store.panel.getByRole("button", { name: tongue.personButton })).toBeHidden();
    const answers = await store.answers.count();
    expect(answers).toBe(1);
    await store.say("HP-31969");
    await expect(store.messages.last()).toContainText("HP-31969");
    expect(await store.answers.count()).toBe(answers);
    await store.close();
  });
}

test("a guest gets nothing about an order for its number with a wrong address, three times over", async ({
  browser,
}) => {
  const customer = await Storefront.visit(browser, { locale: "en", as: "en" });
  const parcel = await customer.shippedOrder();
  await customer.close();

  const store = await Storefront.visit(browser, { locale: "en" });
  await store.open();
  const said = [await store.ask(`Where is my order ${parcel.number}?`)];
  for (const mail of ["nobody@example.com", "somebody@example.net", "anybody@example.org"]) {
    said.push(await store.ask(`It is ${parcel.number}, my e-mail is ${mail}`));
  }
  const everything = await store.log.innerText();
  expect(everything).not.toContain(parcel.trackingNumber);
  expect(everything).not.toContain(parcel.carrier);
  expect(said[0]).toMatch(/which e-mail address or phone number/);
  expect(said[1]).toMatch(/do not belong together/);
  await expect(store.activities.last()).toHaveText(/^Passed to a colleague/);
  await store.close();
});

test("a reload keeps the thread, the open panel and what was being written", async ({ browser }) => {
  const store = await Storefront.visit(browser, { locale: "es" });
  await store.open();
  await store.ask("¡Hola!");
  await store.field.fill("¿Dónde está");
  const before = await store.messages.allInnerTexts();
  await store.page.reload();
  await expect(store.panel).toBeVisible();
  await expect(store.messages).toHaveCount(before.length);
  expect(await store.messages.allInnerTexts()).toEqual(before);
  await expect(store.field).toHaveValue("¿Dónde está");
  await expect(store.field).not.toBeFocused();

  const second = await store.page.context().newPage();
  await second.goto("/demo/store");
  await second.locator("zhanggui-chat .launcher").click();
  await expect(second.locator("zhanggui-chat .msg")).toHaveCount(before.length);
  await store.say("gracias");
  await expect(second.locator("zhanggui-chat .msg.own").last()).toContainText("gracias");
  await store.close();
});

test("what a customer writes stays text; web addresses alone become links", async ({ browser }) => {
  const store = await Storefront.visit(browser, { locale: "en" });
  let dialogs = 0;
  store.page.on("dialog", (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await store.open();
  const text = '<img src=x onerror="alert(1)"> <b>bold</b> javascript:alert(2) https://example.com/a?b=<i>';
  await store.say(text);
  const bubble = store.log.locator(".msg.own .bubble").last();
  expect(await bubble.innerText()).toBe(text);
  await expect(bubble.locator("img, b, i")).toHaveCount(0);
  await expect(bubble.locator("a")).toHaveCount(1);
  await expect(bubble.locator("a")).toHaveAttribute("href", "https://example.com/a?b=");
  await expect(bubble.locator("a")).toHaveAttribute("rel", /noopener/);
  expect(dialogs).toBe(0);
  await store.close();
});

test("a message written without a connection is kept, tried again and stored once", async ({ browser }) => {
  const store = await Storefront.visit(browser, { locale: "en" });
  await store.open();
  await store.ask("Hello");
  const sent: string[] = [];
  store.page.on("request", (request) => {
    if (request.url().endsWith("/widget/messages")) sent.push(request.postDataJSON().clientMessageId);
  });
  await store.page.context().setOffline(true);
  await store.field.fill("thanks");
  await store.field.press("Enter");
  const message = store.log.locator(".msg.own").last();
  await expect(message).toContainText("Not sent");
  await expect(message.getByRole("button", { name: "Try again" })).toBeVisible();
  await store.page.context().setOffline(false);
  await expect(message).toContainText("Sent");
  expect(new Set(sent).size).toBe(1);
  await store.page.reload();
  await expect(store.log.locator(".msg.own")).toHaveCount(2);
  await store.close();
});
