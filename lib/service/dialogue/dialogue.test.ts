import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation } = await import("@/lib/service/conversations");
const { createArticle, listQuestions, publishArticle } = await import("@/lib/data/knowledge");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

describe("a customer who is vouched for", () => {
  it.each([
    [
      "en",
      "Where is my order HP-20431?",
      "Order HP-20431 (Longjing tea ×2 and Tea cup) is on its way with SF Express, tracking number SF1234567890123. It should arrive on Jul 3.",
    ],
    [
      "zh",
      "我的订单HP-20431到哪了？",
      "订单 HP-20431（龙井茶 ×2和茶杯）正在运输途中，承运商 SF Express，运单号 SF1234567890123，预计 7月3日送达。",
    ],
    [
      "es",
      "¿Dónde está mi pedido HP-20431?",
      "El pedido HP-20431 (Té Longjing ×2 y Taza de té) va en camino con SF Express, número de seguimiento SF1234567890123. Debería llegar el 3 jul.",
    ],
  ])(
    "hears in %s where an order is: number, items, carrier, tracking and the shop's date",
    async (language, text, answer) => {
      const { reply, conversation } = await (await shop.customerChat("li")).say(text);
      expect(reply).toMatchObject({ text: answer, language, intent: "order_tracking" });
      expect(reply!.sources.map(({ type, label }) => [type, label])).toEqual([
        ["order", "HP-20431"],
        ["shipment", "SF1234567890123"],
      ]);
      expect(conversation).toMatchObject({ owner: "bot", slots: { orderNumber: "HP-20431" } });
    },
  );

  it("is asked which of their orders they mean, the newest first", async () => {
    const { reply, conversation } = await (await shop.customerChat("li")).say("Where is my order?");
    expect(reply!.text).toBe(
      "Which order do you mean: HP-20440 (Longjing tea ×2 and Tea cup) or HP-20431 (Longjing tea ×2 and Tea cup)?",
    );
    expect(conversation.slots).toMatchObject({
      awaiting: "order_number",
      tasks: [{ id: "track_order", awaiting: "order" }],
    });
  });

  it("with one order is told about that one without asking", async () => {
    const { reply } = await (await shop.customerChat("wang")).say("Where is my order?");
    expect(reply!.text).toContain("HP-20500");
    expect(reply!.text).toContain("Jun 24");
  });

  it("hears the same of an unknown number and of somebody else's", async () => {
    const answers = [];
    for (const number of ["HP-99999", "HP-20500", "HP-20600"]) {
      const { reply } = await (await shop.customerChat("li")).say(`Where is my order ${number}?`);
      answers.push(reply!.text.replaceAll(number, "N"));
      expect(reply!.sources).toEqual([]);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("HP-20440 (Longjing tea ×2 and Tea cup) or HP-20431");
    expect(answers[0]).not.toMatch(/JD|delivered|wang/i);
  });

  it("without orders is told so, and gets a person after three numbers that lead nowhere", async () => {
    const chat = await shop.customerChat("nobody-yet");
    expect((await chat.say("Where is my order?")).reply!.text).toMatch(/no orders/);
    const owners = [];
    for (const number of ["HP-20431", "HP-20432", "HP-20433"])
      owners.push((await chat.say(number)).conversation.owner);
    expect(owners).toEqual(["bot", "bot", "human"]);
    expect(await getConversation(shop.ctx, { id: chat.id })).toMatchObject({
      handoffReason: "order_not_verified",
    });
  });

  it("who has not got what was delivered gets the facts and a person", async () => {
    const chat = await shop.customerChat("wang");
    const { reply, conversation } = await chat.say("I have not received my order HP-20500");
    expect(reply!.text).toMatch(/delivered on Jun 24 by JD Logistics.*\n.*colleague/s);
    expect(conversation.owner).toBe("human");
  });
});

describe("a stranger", () => {
  it.each([
    ["guest@example.com", "HP-20600"],
    ["GUEST@example.com", "HP-20600"],
    ["my phone is 13912345678", "HP-20600"],
    ["li@example.com", "HP-20431"],
  ])("proves an order by %s", async (proof, number) => {
    const browser = await shop.openBrowser();
    const asked = await browser.say(`Where is my order ${number}?`);
    expect(asked.reply!.text).toBe(
      `To protect your data: which e-mail address or phone number is on order ${number}?`,
    );
    expect(asked.reply!.sources).toEqual([]);
    const told = await browser.say(proof);
    expect(told.reply!.text).toMatch(new RegExp(`^Order ${number} `));
    expect(told.conversation.owner).toBe("bot");
  });

  it("may say the proof first, or all at once", async () => {
    const browser = await shop.openBrowser();
    expect((await browser.say("我的订单到哪了")).reply!.text).toMatch(/订单号.*手机号或邮箱/);
    expect((await browser.say("13912345678")).reply!.text).toBe("收到，请再发一下订单号。");
    expect((await browser.say("HP-20600")).reply!.text).toContain("订单 HP-20600（");
    const direct = await (await shop.openBrowser()).say("Where is my order HP-20600? guest@example.com");
    expect(direct.reply!.text).toContain("is paid");
  });

  it("hears the same whether the number or the proof is wrong", async () => {
    const answers = [];
    for (const text of [
      "HP-20600 wrong@example.com",
      "HP-99999 guest@example.com",
      "HP-20431 guest@example.com",
    ]) {
      const { reply } = await (await shop.openBrowser()).say(text);
      answers.push(reply!.text.replace(/HP-\d+/, "N"));
    }
    expect(answers).toEqual(Array(3).fill(answers[0]));
  });

  it("corrects the half that was mistyped, without saying the other again", async () => {
    const browser = await shop.openBrowser();
    await browser.say("Where is my order HP-20600? gest@example.com");
    expect((await browser.say("guest@example.com")).reply!.text).toMatch(/^Order HP-20600 /);
    const other = await shop.openBrowser();
    await other.say("Where is my order HP-20601? guest@example.com");
    expect((await other.say("HP-20600")).reply!.text).toMatch(/^Order HP-20600 /);
  });

  it("gets a person after three wrong proofs, and no more answers", async () => {
    const browser = await shop.openBrowser();
    await browser.say("Where is my order HP-20600?");
    const said = [];
    for (const proof of ["a@example.com", "b@example.com", "c@example.com", "guest@example.com"])
      said.push(await browser.say(proof));
    expect(said.map(({ conversation }) => conversation.owner)).toEqual(["bot", "bot", "human", "human"]);
    expect(said[3]!.reply).toBeNull();
    const id = said[3]!.conversation.id;
    expect(await getConversation(shop.ctx, { id })).toMatchObject({ handoffReason: "order_not_verified" });
  });

  it("cannot try one order's proof for ever by opening new chats", async () => {
    await sql`DELETE FROM rate_limits`;
    for (let i = 0; i < 20; i++) {
      const { reply } = await (await shop.openBrowser()).say(`HP-20600 guess${i}@example.com`);
      expect(reply!.text).toContain("do not belong together");
    }
    // Other spellings of the number find the same order, so they have no tries of their own.
    for (const number of ["HP-20600", "hp20600", "#20600", "20600"]) {
      const { reply } = await (await shop.openBrowser()).say(`${number} guest@example.com`);
      expect(reply!.text).toContain("do not belong together");
    }
    await sql`DELETE FROM rate_limits`;
    expect((await (await shop.openBrowser()).say("HP-20600 guest@example.com")).reply!.text).toContain(
      "is paid",
    );
  });
});

describe("asking for a person", () => {
  it.each([
    "人工",
    "转人工",
    "转人工客服",
    "human",
    "agente",
    "quiero hablar con una persona",
    "I want to talk to a human",
    "找客服！",
  ])("as %j is acknowledged once, and then the bot is silent", async (text) => {
    const chat = await shop.customerChat("li");
    const { reply, conversation } = await chat.say(text);
    expect([reply!.intent, conversation.owner]).toEqual(["human_agent", "human"]);
    for (const more of ["hello?", text, "Where is my order HP-20431?"]) {
      const next = await chat.say(more);
      expect([next.reply, next.conversation.owner]).toEqual([null, "human"]);
    }
    const stored = await getConversation(shop.ctx, { id: chat.id });
    expect(stored).toMatchObject({ handoffReason: "asked_for_human", assigneeId: null });
    expect(stored.waitingSince).not.toBeNull();
    const authors = stored.messages.map(({ author }) => author);
    expect(authors).toEqual(["customer", "bot", "activity", "customer", "customer", "customer"]);
  });

  it("works in the middle of a proof", async () => {
    const browser = await shop.openBrowser();
    await browser.say("Where is my order HP-20600?");
    expect((await browser.say("human")).conversation).toMatchObject({ owner: "human", slots: {} });
  });
});

describe("what the bot cannot do", () => {
  it.each([
    ["我要投诉你们的快递员，态度太差了", "complaint"],
    ["What does delivery cost?", "unsupported_intent"],
  ])("%j goes to a person: %s", async (text, reason) => {
    const chat = await shop.customerChat("li");
    expect((await chat.say(text)).conversation.owner).toBe("human");
    const stored = await getConversation(shop.ctx, { id: chat.id });
    expect(stored.handoffReason).toBe(reason);
    expect(stored.messages.at(-1)!.activity).toMatchObject({ type: "handoff", reason });
  });

  it.each([
    ["what about it then", "en"],
    ["🙂", "en"],
  ] as const)(
    "%j is asked for in other words, and goes to a person the second time",
    async (text, locale) => {
      const chat = await shop.customerChat("li", locale);
      const first = await chat.say(text);
      expect([first.conversation.owner, first.reply!.text]).toEqual([
        "bot",
        expect.stringMatching(/other words/),
      ]);
      expect((await chat.say(text)).conversation.owner).toBe("human");
      const stored = await getConversation(shop.ctx, { id: chat.id });
      expect(stored.handoffReason).toBe("low_confidence");
    },
  );

  it.each([
    [
      "en",
      "This is ridiculous, two weeks and still nothing!!",
      "I have had enough of your lies, you are useless!",
    ],
    ["zh", "等了两周了还没到，你们什么破服务", "太气人了，骗子公司"],
    ["es", "Esto es una vergüenza, llevo tres semanas esperando", "Estoy harto, sois unos inútiles"],
  ] as const)("anger in %s goes to a person when it stays", async (locale, first, second) => {
    const chat = await shop.customerChat("li", locale);
    await chat.say(locale === "en" ? "Where is HP-20431?" : "HP-20431");
    const replies = [await chat.say(first), await chat.say(second)];
    expect(replies.at(-1)!.conversation.owner).toBe("human");
    const { handoffReason } = await getConversation(shop.ctx, { id: chat.id });
    expect(["angry", "complaint"]).toContain(handoffReason);
  });

  it("what was understood in between counts from the beginning", async () => {
    const chat = await shop.customerChat("li");
    const owners = [];
    for (const text of ["🙂", "Where is my order HP-20431?", "🙂"])
      owners.push((await chat.say(text)).conversation.owner);
    expect(owners).toEqual(["bot", "bot", "bot"]);
  });

  it("small talk does not", async () => {
    const chat = await shop.customerChat("li");
    for (const text of ["你好", "谢谢", "再见"]) {
      const { reply, conversation } = await chat.say(text);
      expect([conversation.owner, reply!.language]).toEqual(["bot", "zh"]);
    }
  });
});

describe("a product", () => {
  it.each([
    [
      "Is the tea cup in stock?",
      "Tea cup is sold out at the moment. Shall I write to you when it is back? Please answer yes or no.",
    ],
    ["龙井茶有货吗", "龙井茶 暂时缺货。到货后需要通知您吗？请回复“是”或“否”。"],
    ["¿Cuánto cuesta la taza de té?", "Taza de té cuesta ahora 29,00 ¥."],
  ])("%j is answered from the catalogue", async (text, answer) => {
    const { reply } = await (await shop.customerChat("li")).say(text);
    expect(reply!.text.replace(/\u00a0/g, " ")).toBe(answer);
    expect(reply!.sources).toEqual([expect.objectContaining({ type: "product" })]);
  });

  it("is asked for where none is named, and it is the one that was talked of last", async () => {
    const chat = await shop.customerChat("li");
    expect((await chat.say("How much does it cost?")).reply!.text).toMatch(/^Which product/);
    expect((await chat.say("the Longjing tea")).reply!.text).toContain("88.00");
    expect((await chat.say("is it in stock?")).reply!.text).toContain("Longjing tea");
  });

  it("may be asked about in the middle of something else, which goes on after it", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order?");
    const { reply } = await chat.say("By the way, how much is the tea cup?");
    expect(reply!.text).toMatch(/^Tea cup costs.*\n.*Which order do you mean/s);
    expect((await chat.say("the first one")).reply!.text).toMatch(/^Order HP-20440 /);
  });

  it("and an order are answered together when both are asked for at once", async () => {
    const chat = await shop.customerChat("li");
    const { reply } = await chat.say("Where is HP-20431? And how much is the tea cup?");
    expect(reply!.text).toMatch(/^Order HP-20431 .*\nTea cup costs/s);
  });
});

describe("an article", () => {
  beforeAll(async () => {
    const { id } = await createArticle(shop.ctx, {
      title: "How do I brew green tea?",
      body: "Pour water of 80 degrees over three grams of leaves and wait two minutes. The leaves may be used three times.",
      language: "en",
    });
    await publishArticle(shop.ctx, { id });
  });

  it("answers what no task does, and is named", async () => {
    const { reply, conversation } = await (await shop.customerChat("li")).say(
      "How hot should the water be to brew green tea?",
    );
    expect(reply!.text).toMatch(/80 degrees.*How do I brew green tea/s);
    expect(reply!.sources).toEqual([
      expect.objectContaining({ type: "article", label: "How do I brew green tea?" }),
    ]);
    expect(conversation.owner).toBe("bot");
  });

  it("answers in the middle of something else, which goes on after it", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order?");
    const { reply } = await chat.say("How hot should the water be to brew green tea?");
    expect(reply!.text).toMatch(/80 degrees.*Which order do you mean/s);
  });

  it("that is missing is noted as an unanswered question", async () => {
    await (await shop.customerChat("li")).say("Do you engrave names on tea cups?");
    const { data } = await listQuestions(shop.ctx, {});
    expect(data.map(({ text }) => text)).toContain("Do you engrave names on tea cups?");
  });
});

describe("a question that waits", () => {
  it("is answered by the place of what was offered", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order?");
    expect((await chat.say("the second one")).reply!.text).toMatch(/^Order HP-20431 /);
  });

  it("is asked again after something that is not its answer", async () => {
    const chat = await shop.customerChat("li");
    const { reply: asked } = await chat.say("Where is my order?");
    const { reply } = await chat.say("What is the capital of France?");
    expect(reply!.text).toContain("only help with this shop");
    expect(reply!.text).toContain(asked!.text);
    expect((await chat.say("HP-20431")).reply!.text).toMatch(/^Order HP-20431 /);
  });

  it("waits while the customer says thanks", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("我的快递到哪了");
    await chat.say("谢谢");
    expect((await chat.say("第一个")).reply!.text).toContain("HP-20440");
  });

  it("means the order that was talked of last by it", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is HP-20431?");
    expect((await chat.say("When will it arrive?")).reply!.text).toMatch(/^Order HP-20431 /);
  });
});

describe("the language of an answer", () => {
  it("follows each message", async () => {
    const chat = await shop.customerChat("li");
    const languages = [];
    for (const text of ["Where is my order?", "我的快递到哪了", "¿Dónde está mi pedido?"])
      languages.push((await chat.say(text)).reply!.language);
    expect(languages).toEqual(["en", "zh", "es"]);
  });

  it("stays what it was when a message is only a number", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("¿Dónde está mi pedido?");
    expect((await chat.say("HP-20431")).reply).toMatchObject({
      language: "es",
      text: expect.stringMatching(/^El pedido/),
    });
  });

  it.each(["zh", "es", "en"] as const)("is the customer's %s when nothing was said yet", async (locale) => {
    const { reply } = await (await shop.customerChat(`new-${locale}`, locale)).say("HP-20431");
    expect(reply!.language).toBe(locale);
  });

  it("is the shop's where nobody knows better", async () => {
    await sql`UPDATE merchants SET default_locale = 'zh-CN' WHERE id = ${shop.merchantId}`;
    const { reply } = await (await shop.openBrowser()).say("HP-20431");
    await sql`UPDATE merchants SET default_locale = 'en' WHERE id = ${shop.merchantId}`;
    expect(reply!.language).toBe("zh");
  });
});

it("answers many strangers at once, more than there are connections", async () => {
  const browsers = await Promise.all(Array.from({ length: 20 }, () => shop.openBrowser()));
  await sql`DELETE FROM rate_limits`;
  const said = await Promise.all(browsers.map((browser) => browser.say("HP-20600 guest@example.com")));
  for (const { reply } of said) expect(reply!.text).toContain("is paid");
});
