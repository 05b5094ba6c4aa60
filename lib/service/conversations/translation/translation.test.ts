import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";
import type { ChatShop } from "@/test/support/chat-shop";
import { ModelServer } from "@/test/support/model-server";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { connectTelegram, openTakenConversation, runJobs } = await import("@/test/support/channel-shop");
const { getLanguageModel, setLanguageModel } = await import("@/lib/platform/llm");
const { eraseCustomer } = await import("@/lib/data/customers");
const {
  addNote,
  getConversation,
  sendMessage,
  summariseConversation,
  takeOverConversation,
  translateDraft,
  translateMessages,
} = await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);

let model: ModelServer;
let shop: ChatShop;
beforeAll(async () => {
  model = await ModelServer.start();
});
beforeEach(async () => {
  shop = await openChatShop(sql);
  model.asked.length = 0;
  model.mishaps = [];
  model.answer = translate;
});
afterAll(async () => {
  await model.stop();
  await sql.end();
});

const IN_SPANISH: Record<string, string> = {
  "Your parcel HP-20440 leaves on Monday, it costs 29.00 CNY.":
    "Tu paquete HP-20440 sale el lunes, cuesta 29,00 CNY.",
  "We are looking for it.": "Lo estamos buscando.",
};
const IN_ENGLISH: Record<string, string> = {
  "Hola, ¿dónde está mi pedido HP-20440? Lo necesito antes del 5 de marzo.":
    "Hello, where is my order HP-20440? I need it before March 5.",
};
const translate = ({ system, prompt }: { system: string; prompt: string }) =>
  (system.includes("Spanish") ? IN_SPANISH : IN_ENGLISH)[prompt] ?? `Something of ${prompt.length} letters`;
const useModel = (of: Pick<TestShop, "ctx"> = shop, tasks: object = {}) =>
  setLanguageModel(of.ctx, {
    baseUrl: model.baseUrl,
    model: "small-1",
    apiKey: model.apiKey,
    tasks: { phrase: false, summarise: true, translate: true, ...tasks },
  });
const WRITTEN = "Hola, ¿dónde está mi pedido HP-20440? Lo necesito antes del 5 de marzo.";

async function openChat() {
  await useModel();
  const chat = await shop.customerChat("li", "es");
  await chat.say(WRITTEN);
  await takeOverConversation(shop.ctx, { id: chat.id });
  return chat;
}
const write = (id: string, text: string, original?: { text: string; language: "en" }) =>
  sendMessage(shop.ctx, {
    id,
    author: "agent",
    text,
    clientMessageId: newId(),
    ...(original ? { original } : {}),
  });

describe("messages in the reader's language", () => {
  it("come beside the original, are stored, and cost once", async () => {
    const chat = await openChat();
    const first = await translateMessages(shop.ctx, { id: chat.id, language: "en" });
    const { messages } = await getConversation(shop.ctx, { id: chat.id });
    const asked = messages.find(({ text }) => text === WRITTEN)!;
    expect(first.translations.find(({ messageId }) => messageId === asked.id)).toMatchObject({
      text: "Hello, where is my order HP-20440? I need it before March 5.",
      isOriginal: false,
      lost: [],
    });
    const calls = model.asked.length;
    expect(await translateMessages(shop.ctx, { id: chat.id, language: "en" })).toMatchObject({ waiting: 0 });
    expect(model.asked.length).toBe(calls);
    expect(messages.find(({ id }) => id === asked.id)!.text).toBe(WRITTEN);
  });

  it("are not asked for by two at once, nor where they are in that language already", async () => {
    const chat = await openChat();
    await Promise.all([1, 2, 3].map(() => translateMessages(shop.ctx, { id: chat.id, language: "en" })));
    const prompts = model.asked.map(({ prompt }) => prompt);
    expect(prompts.length).toBe(new Set(prompts).size);
    model.asked.length = 0;
    await translateMessages(shop.ctx, { id: chat.id, language: "es" });
    expect(model.asked).toEqual([]);
  });

  it("say which numbers they do not keep", async () => {
    const chat = await openChat();
    model.answer = () => "Hello, where is my order HP-20404? I need it before March 15.";
    const { translations } = await translateMessages(shop.ctx, { id: chat.id, language: "en" });
    const { messages } = await getConversation(shop.ctx, { id: chat.id });
    const id = messages.find(({ text }) => text === WRITTEN)!.id;
    const { lost } = translations.find(({ messageId }) => messageId === id)!;
    expect(lost).toEqual(expect.arrayContaining(["HP-20440", "HP-20404"]));
    expect((await getLanguageModel(shop.ctx)).usage.at(-1)!.refused).toBeGreaterThan(0);
  });

  it("are left out with the reason where no model answers", async () => {
    const chat = await openChat();
    await useModel(shop, { translate: false });
    expect(await translateMessages(shop.ctx, { id: chat.id, language: "en" })).toMatchObject({
      translations: [],
      failure: { code: "not_allowed" },
    });
  });

  it("are the shop's alone", async () => {
    const chat = await openChat();
    const other = await openChatShop(sql);
    await useModel(other);
    for (const act of [
      () => translateMessages(other.ctx, { id: chat.id, language: "en" }),
      () => translateDraft(other.ctx, { id: chat.id, text: "Hello" }),
      () => summariseConversation(other.ctx, { id: chat.id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    await expect(
      translateMessages(shop.asRole("viewer"), { id: chat.id, language: "en" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what an agent writes", () => {
  const DRAFT = "Your parcel HP-20440 leaves on Monday, it costs 29.00 CNY.";

  it("is read in the customer's language before it is sent, and kept in their own", async () => {
    const chat = await openChat();
    const draft = await translateDraft(shop.ctx, { id: chat.id, text: DRAFT });
    expect(draft).toEqual({ text: IN_SPANISH[DRAFT], language: "es", lost: [], added: [] });
    const { message } = await write(chat.id, draft.text, { text: DRAFT, language: "en" });
    expect(message.text).toBe(IN_SPANISH[DRAFT]);
    const { translations } = await translateMessages(shop.ctx, { id: chat.id, language: "en" });
    expect(translations.find(({ messageId }) => messageId === message.id)).toEqual({
      messageId: message.id,
      language: "en",
      text: DRAFT,
      isOriginal: true,
      lost: [],
    });
    // What the author wrote in English needs no translation back.
    expect(model.asked.filter(({ prompt }) => prompt === IN_SPANISH[DRAFT])).toEqual([]);
  });

  it("is marked where the translation changes a number", async () => {
    const chat = await openChat();
    model.answer = () => "Tu paquete HP-20440 sale el martes, cuesta 92,00 CNY.";
    const { lost, added } = await translateDraft(shop.ctx, { id: chat.id, text: DRAFT });
    expect(lost).toEqual(["Monday", "29.00 CNY"]);
    expect(added).toEqual(["martes", "92,00 CNY"]);
  });

  it("costs once, however often it is looked at", async () => {
    const chat = await openChat();
    await translateDraft(shop.ctx, { id: chat.id, text: DRAFT });
    await translateDraft(shop.ctx, { id: chat.id, text: DRAFT });
    expect(model.asked.filter(({ prompt }) => prompt === DRAFT)).toHaveLength(1);
  });

  it("fails with the model's reason, and is asked for anew after that", async () => {
    const chat = await openChat();
    model.mishaps = [{ is: "broken_json" }];
    const text = "We are looking for it.";
    await expect(translateDraft(shop.ctx, { id: chat.id, text })).rejects.toMatchObject({
      code: "unavailable",
      details: { reason: "bad_answer" },
    });
    expect(await translateDraft(shop.ctx, { id: chat.id, text })).toMatchObject({
      text: "Lo estamos buscando.",
    });
  });

  it("reaches a platform as the translation", async () => {
    const api = await BotApi.start();
    const there = await createTestShop(sql);
    const { id } = await openTakenConversation(there, await connectTelegram(there, api), api);
    api.taken.length = 0;
    await sendMessage(there.ctx, {
      id,
      author: "agent",
      text: "Lo estamos buscando.",
      clientMessageId: newId(),
      original: { text: "We are looking for it.", language: "en" },
    });
    await runJobs(there);
    expect(api.texts).toEqual(["Lo estamos buscando."]);
    await api.stop();
  });
});

describe("a summary", () => {
  it("holds what was said, and is stored until something new is", async () => {
    const chat = await openChat();
    await addNote(shop.ctx, { id: chat.id, text: "Secret: VIP 999999" });
    model.answer = () => "The customer asks where order HP-20440 is and needs it before March 5.";
    const summary = await summariseConversation(shop.ctx, { id: chat.id, language: "en" });
    expect(summary).toMatchObject({
      language: "en",
      model: "small-1",
      text: expect.stringContaining("HP-20440"),
    });
    expect(model.asked.at(-1)!.prompt).toContain(`Customer: ${WRITTEN}`);
    expect(model.asked.at(-1)!.prompt).not.toContain("VIP");
    const calls = model.asked.length;
    await summariseConversation(shop.ctx, { id: chat.id, language: "en" });
    expect(model.asked.length).toBe(calls);
    await write(chat.id, "Lo estamos buscando.");
    await summariseConversation(shop.ctx, { id: chat.id, language: "en" });
    expect(model.asked.length).toBe(calls + 1);
  });

  it.each([
    "The customer asks where order HP-20441 is and needs it before March 5.",
    "The customer asks where order HP-20440 is and was promised a refund of 50 CNY.",
    "The customer Maria Fernandez asks where order HP-20440 is.",
    "El cliente pregunta por su pedido HP-20440 y lo necesita antes del 5 de marzo.",
  ])("that holds more is not shown: %s", async (text) => {
    const chat = await openChat();
    model.answer = () => text;
    await expect(summariseConversation(shop.ctx, { id: chat.id, language: "en" })).rejects.toMatchObject({
      code: "unavailable",
      details: { reason: "not_grounded" },
    });
  });
});

describe("when a person is erased", () => {
  it("the same words in other languages and wordings go too", async () => {
    const chat = await openChat();
    await translateMessages(shop.ctx, { id: chat.id, language: "en" });
    model.answer = () => "The customer asks where order HP-20440 is.";
    await summariseConversation(shop.ctx, { id: chat.id, language: "en" });
    await eraseCustomer(shop.ctx, { id: shop.customers.li });
    for (const table of ["message_translations", "conversation_summaries", "reply_phrasings"]) {
      const rows = await sql`SELECT 1 FROM ${sql(table)} WHERE merchant_id = ${shop.merchantId}`;
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });
});
