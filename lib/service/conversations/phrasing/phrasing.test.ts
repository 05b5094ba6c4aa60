import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";
import type { ChatShop } from "@/test/support/chat-shop";
import { ModelServer } from "@/test/support/model-server";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { connectTelegram, post, runJobs, update } = await import("@/test/support/channel-shop");
const { setLanguageModel } = await import("@/lib/platform/llm");
const { getConversation, getVisitorConversation } = await import("@/lib/service/conversations");
const { settleRepliesJob } = await import("../jobs");
const sql = openOwner(ownerUrl);

let model: ModelServer;
let api: BotApi;
beforeAll(async () => {
  model = await ModelServer.start();
  api = await BotApi.start();
});
beforeEach(() => {
  model.asked.length = 0;
  model.mishaps = [];
  model.answer = warmly;
  api.taken.length = 0;
});
afterAll(async () => {
  await model.stop();
  await api.stop();
  await sql.end();
});

/** As a model that keeps to its template words it: the same facts, a friendlier beginning. */
const templateIn = (prompt: string) => prompt.split('to reword:\n"""')[1]!.slice(0, -3);
const warmly = ({ prompt }: { prompt: string }) => `Thanks for asking! ${templateIn(prompt)}`;
const useModel = (shop: Pick<TestShop, "ctx">) =>
  setLanguageModel(shop.ctx, {
    baseUrl: model.baseUrl,
    model: "small-1",
    apiKey: model.apiKey,
    tasks: { phrase: true, summarise: false, translate: false },
  });
const phrasings = (shop: Pick<TestShop, "merchantId">) =>
  sql`SELECT state, reason, template FROM reply_phrasings WHERE merchant_id = ${shop.merchantId} ORDER BY message_id`;
const announced = (conversationId: string) =>
  sql`SELECT audience, payload->'message'->>'text' AS text FROM stream_events
      WHERE conversation_id = ${conversationId} AND type = 'message' AND payload->'message'->>'author' = 'bot' ORDER BY id`;
const TRACK = "Where is my order HP-20431?";

async function chatIn(shop: ChatShop) {
  await useModel(shop);
  return shop.customerChat("li", "en");
}

describe("an answer in a model's words", () => {
  it("says what the template says, and is what the customer is told, once", async () => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    const { reply } = await chat.say(TRACK);
    expect(reply!.text).toMatch(/^Thanks for asking! .*HP-20431/s);
    const [kept] = await phrasings(shop);
    expect(kept).toMatchObject({ state: "phrased", reason: null });
    expect(reply!.text).toBe(`Thanks for asking! ${kept!.template}`);
    const { messages } = await getConversation(shop.ctx, { id: chat.id });
    expect(messages.filter(({ author }) => author === "bot").map(({ text }) => text)).toEqual([reply!.text]);
    // The desk sees the template at once, the customer the settled words alone.
    const events = await announced(chat.id);
    expect(events.map(({ audience }) => audience)).toEqual(["agents", "everyone"]);
    expect(events[1]!.text).toBe(reply!.text);
  });

  it("is asked for with the customer's message, and never with a key of the shop's", async () => {
    const shop = await openChatShop(sql);
    await (await chatIn(shop)).say(TRACK);
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]!.prompt).toContain(TRACK);
    expect(JSON.stringify([model.asked[0]!.prompt, model.asked[0]!.system])).not.toContain(model.apiKey);
  });

  const LIES: [string, (template: string) => string][] = [
    ["another date", (template) => template.replace(/(?<=July? )3|3(?= July?)/, "4")],
    ["another tracking number", (template) => template.replace("0123", "0132")],
    ["a promise", (template) => `${template} We will refund the shipping.`],
    ["a fact left out", () => "Your order is on its way!"],
    ["another language", () => "Su pedido está en camino y llegará muy pronto, gracias por su paciencia."],
    ["markup", (template) => `**Good news** ${template}`],
    ["nothing", () => ""],
  ];
  it.each(LIES)("with %s is not sent: the template is", async (_, lie) => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    model.answer = ({ prompt }) => lie(templateIn(prompt));
    const { reply } = await chat.say(TRACK);
    const [kept] = await phrasings(shop);
    expect(kept).toMatchObject({ state: "kept", reason: expect.any(String) });
    expect(reply!.text).toBe(kept!.template);
    expect((await announced(chat.id)).at(-1)).toEqual({ audience: "everyone", text: kept!.template });
  });

  it.each([
    ["slow", { is: "slow", ms: 6_000 }, "timeout"],
    ["broken", { is: "broken_json" }, "bad_answer"],
    ["refused", { is: "status", status: 401 }, "key_refused"],
  ] as const)("that is %s costs the wording alone, within a bound", async (_, mishap, reason) => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    model.mishaps = [mishap];
    const startedAt = performance.now();
    const { reply } = await chat.say(TRACK);
    expect(performance.now() - startedAt).toBeLessThan(4_500);
    expect((await phrasings(shop))[0]).toMatchObject({ state: "kept", reason, template: reply!.text });
  });

  it("is never tried for what asks for a yes, for a list to choose from, or at a handoff", async () => {
    const shop = await openChatShop(sql);
    await useModel(shop);
    const chat = await shop.customerChat("li", "en");
    expect((await chat.say("Please cancel order HP-20440")).reply!.text).toContain("yes or no");
    expect((await chat.say("no")).reply).not.toBeNull();
    const asked = model.asked.length;
    await chat.say("I want to talk to a person");
    expect(model.asked.length).toBe(asked);
    expect(model.asked.every(({ prompt }) => !prompt.includes("yes or no"))).toBe(true);
  });

  it("is not tried without a model", async () => {
    const shop = await openChatShop(sql);
    const chat = await shop.customerChat("li", "en");
    await chat.say(TRACK);
    expect(model.asked).toEqual([]);
    expect(await phrasings(shop)).toEqual([]);
    expect((await announced(chat.id)).map(({ audience }) => audience)).toEqual(["everyone"]);
  });
});

describe("while the model is thinking", () => {
  it("no transaction is open: the conversation can be read and written", async () => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    model.mishaps = [{ is: "slow", ms: 700 }];
    const first = chat.say(TRACK);
    await expect.poll(() => model.asked.length).toBe(1);
    const [{ locks } = { locks: "" }] = await sql`
      SELECT count(*) AS locks FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`;
    expect(Number(locks)).toBe(0);
    await first;
  });

  it("a second message lets the first answer go as it is, in order", async () => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    model.mishaps = [{ is: "slow", ms: 1_500 }];
    const first = chat.say(TRACK);
    await expect.poll(() => model.asked.length).toBe(1);
    await chat.say("Thank you!");
    await first;
    expect((await phrasings(shop))[0]).toMatchObject({ state: "kept", reason: "overtaken" });
    const told = (await announced(chat.id)).filter(({ audience }) => audience === "everyone");
    expect(told[0]!.text).toContain("HP-20431");
    expect(told).toHaveLength(2);
  });

  it("a process may die: a job sends the template", async () => {
    const shop = await openChatShop(sql);
    const chat = await chatIn(shop);
    await chat.say(TRACK);
    const [template] = (await phrasings(shop)).map((row) => row.template);
    // As it stood after the commit and before the model's answer.
    await sql`UPDATE reply_phrasings SET state = 'waiting', waits_until = now() - interval '1 second'
      WHERE merchant_id = ${shop.merchantId}`;
    const run = () => settleRepliesJob.run(shop.merchantId, {}, "r", new AbortController().signal);
    await run();
    await run();
    const events = await announced(chat.id);
    expect(events.at(-1)).toEqual({ audience: "everyone", text: template });
    expect(events).toHaveLength(3);
  });

  it("a visitor in the widget gets the settled answer", async () => {
    const shop = await openChatShop(sql);
    await useModel(shop);
    const browser = await shop.openBrowser("li");
    const { reply } = await browser.say(TRACK);
    expect(reply!.text).toContain("Thanks for asking!");
    const seen = await getVisitorConversation(browser.ctx);
    expect(seen!.messages.at(-1)!.text).toBe(reply!.text);
  });
});

describe("on a platform's channel", () => {
  let shop: TestShop;
  let account: ChannelAccountDto;
  beforeEach(async () => {
    shop = await createTestShop(sql);
    account = await connectTelegram(shop, api);
    await useModel(shop);
  });

  it("the model's words are what is sent, once", async () => {
    await post(account, api, update(777, { text: "Hello!" }));
    await runJobs(shop);
    await runJobs(shop);
    expect(api.texts).toHaveLength(1);
    expect(api.texts[0]).toMatch(/^Thanks for asking!/);
  });

  it("a lie is not, and the template is sent once", async () => {
    model.answer = ({ prompt }) => `${templateIn(prompt)} Everything is free today.`;
    await post(account, api, update(777, { text: "Hello!" }));
    await runJobs(shop);
    await runJobs(shop);
    expect(api.texts).toHaveLength(1);
    expect(api.texts[0]).not.toContain("free");
  });
});
