import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { openChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { createArticle, dismissQuestion, linkQuestion, listQuestions, publishArticle, recordQuestion } =
  await import(".");
const { archiveArticle, countKnowledge, getQuestion, reopenQuestion, searchKnowledge } = await import(".");
const { eraseCustomer } = await import("@/lib/data/customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql);
});
const ask = (text: string, more = {}) => recordQuestion(shop.ctx, { text, ...more });
const open = async (input = {}) => (await listQuestions(shop.ctx, input)).data;

describe("an unanswered question", () => {
  it("is counted with its near duplicates, personal data hidden", async () => {
    await ask("Do you sell gift cards? Write to ana@shop.example");
    expect(await ask("do you sell GIFT CARDS?? write to bob@shop.example")).toMatchObject({ timesAsked: 2 });
    await ask("你们卖礼品卡吗");
    expect(await open()).toMatchObject([
      { text: "你们卖礼品卡吗", language: "zh", timesAsked: 1, status: "open", conversationId: null },
      { text: "do you sell GIFT CARDS?? write to [e-mail]", language: "en", timesAsked: 2 },
    ]);
    expect(await open({ language: "zh" })).toHaveLength(1);
  });

  it("asked by many at once is one row", async () => {
    await Promise.all(Array.from({ length: 8 }, () => ask("Do you sell gift cards?")));
    expect(await open()).toMatchObject([{ timesAsked: 8 }]);
  });

  it("is dismissed for good", async () => {
    const { id } = await ask("Do you sell gift cards?");
    for (let round = 0; round < 2; round += 1)
      expect(await dismissQuestion(shop.ctx, { id })).toMatchObject({
        status: "dismissed",
        resolvedBy: "test",
      });
    await ask("Do you sell gift cards?");
    expect(await open()).toEqual([]);
    expect(await open({ status: "dismissed" })).toMatchObject([{ timesAsked: 2 }]);
  });

  it("linked to an article finds it from then on, until it is taken back", async () => {
    const article = await createArticle(shop.ctx, {
      ...{
        language: "en",
        title: "Vouchers of the house",
        body: "At the counter, from ten euros.",
        publish: true,
      },
    });
    const text = "¿Tenéis algo para quedar bien con mi suegra sin pensar?";
    const search = () => searchKnowledge(shop.ctx, { q: text });
    const before = (await search()).data[0]!.confidence;
    const { id } = await ask(text);
    expect(await linkQuestion(shop.ctx, { id, articleId: article.id })).toMatchObject({
      status: "linked",
      articleId: article.id,
    });
    const { data, isConfident } = await search();
    expect(isConfident).toBe(true);
    expect(data[0]).toMatchObject({ articleId: article.id, passage: "At the counter, from ten euros." });
    await publishArticle(shop.ctx, { id: (await archiveArticle(shop.ctx, { id: article.id })).id });
    expect((await search()).isConfident).toBe(true);
    await ask(text.toUpperCase());
    await dismissQuestion(shop.ctx, { id });
    expect((await search()).data[0]!.confidence).toBeCloseTo(before, 3);
  });

  it("linked to a draft finds it once it is published", async () => {
    const draft = await createArticle(shop.ctx, {
      language: "en",
      title: "Vouchers",
      body: "At the counter.",
    });
    const { id } = await ask("Something for my mother-in-law?");
    await linkQuestion(shop.ctx, { id, articleId: draft.id });
    expect((await searchKnowledge(shop.ctx, { q: "Something for my mother-in-law?" })).data).toEqual([]);
    await publishArticle(shop.ctx, { id: draft.id });
    expect((await searchKnowledge(shop.ctx, { q: "Something for my mother-in-law?" })).isConfident).toBe(
      true,
    );
  });

  it("that was put aside or linked by mistake waits again", async () => {
    const article = await createArticle(shop.ctx, {
      ...{ language: "en" as const, title: "Vouchers", body: "At the counter.", publish: true },
    });
    const text = "Something for my mother-in-law?";
    const { id } = await ask(text);
    await dismissQuestion(shop.ctx, { id });
    const open = { id, status: "open", articleId: null, resolvedBy: null, resolvedAt: null };
    expect(await reopenQuestion(shop.ctx, { id })).toMatchObject(open);
    await linkQuestion(shop.ctx, { id, articleId: article.id });
    expect((await searchKnowledge(shop.ctx, { q: text })).isConfident).toBe(true);
    expect(await reopenQuestion(shop.ctx, { id })).toMatchObject(open);
    expect((await searchKnowledge(shop.ctx, { q: text })).isConfident).toBe(false);
    expect(await getQuestion(shop.ctx, { id })).toMatchObject(open);
    const other = await createTestShop(sql);
    await expect(reopenQuestion(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getQuestion(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(reopenQuestion(shop.asRole("agent"), { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is linked to the article that is written for it, or neither is kept", async () => {
    const { id } = await ask("Something for my mother-in-law?");
    const write = (questionId: string) =>
      createArticle(shop.ctx, { language: "en", title: "Vouchers", body: "At the counter.", questionId });
    await expect(write(newId())).rejects.toMatchObject({ code: "not_found" });
    expect(await countKnowledge(shop.ctx)).toEqual({ openQuestions: 1, drafts: 0 });
    const article = await write(id);
    expect(await getQuestion(shop.ctx, { id })).toMatchObject({ status: "linked", articleId: article.id });
    expect(await countKnowledge(shop.ctx)).toEqual({ openQuestions: 0, drafts: 1 });
  });

  it("is another shop's business, and a reader's to see", async () => {
    const { id } = await ask("Do you sell gift cards?");
    const { id: articleId } = await createArticle(shop.ctx, { language: "en", title: "a b", body: "c" });
    const other = await createTestShop(sql);
    expect((await listQuestions(other.ctx)).data).toEqual([]);
    await expect(dismissQuestion(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    const foreign = await createArticle(other.ctx, { language: "en", title: "a b", body: "c" });
    await expect(linkQuestion(shop.ctx, { id, articleId: foreign.id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(linkQuestion(shop.ctx, { id: newId(), articleId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(ask("x", { conversationId: newId() })).rejects.toMatchObject({ code: "not_found" });
    await expect(ask(" ")).rejects.toMatchObject({ code: "invalid_input" });
    const agent = shop.asRole("agent");
    expect((await listQuestions(agent)).data).toHaveLength(1);
    await expect(dismissQuestion(agent, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(linkQuestion(agent, { id, articleId })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("goes when the person who asked is erased", async () => {
    const chat = await openChatShop(sql);
    const { id: conversationId } = await chat.customerChat("li");
    await recordQuestion(chat.ctx, { text: "Is my dog Rex welcome?", conversationId });
    await recordQuestion(chat.ctx, { text: "Do you sell gift cards?" });
    await eraseCustomer(chat.ctx, { id: chat.customers.li });
    expect((await listQuestions(chat.ctx)).data.map(({ text }) => text)).toEqual(["Do you sell gift cards?"]);
  });
});
