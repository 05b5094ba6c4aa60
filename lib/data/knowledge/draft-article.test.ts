import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type ChatShop, openChatShop } from "@/test/support/chat-shop";
import { addPerson } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { draftArticleFromConversation, getArticle, listArticles, updateArticle } = await import(".");
const { eraseCustomer } = await import("@/lib/data/customers");
const conversations = await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

async function resolved(shop: ChatShop, question: string, answers: string[]): Promise<string> {
  const chat = await shop.customerChat("li", "en");
  await chat.say("hello");
  await chat.say(question);
  const agent = { ...shop.ctx, actor: (await addPerson(shop, "agent")).ctx.actor };
  await conversations.takeOverConversation(agent, { id: chat.id });
  for (const text of answers)
    await conversations.sendMessage(agent, { id: chat.id, author: "agent", text, clientMessageId: newId() });
  await chat.say("Thank you very much indeed");
  await conversations.addNote(agent, { id: chat.id, text: "difficult customer" });
  await conversations.resolveConversation(agent, { id: chat.id });
  return chat.id;
}

const QUESTION = "Can I have my name engraved on the cup? Call me on +34 612 345 678";

describe("a draft of a conversation", () => {
  it("is the customer's question and the agents' answers, without personal data", async () => {
    const shop = await openChatShop(sql);
    const [{ name }] = (await sql`SELECT name FROM customers WHERE id = ${shop.customers.li}`) as unknown as [
      { name: string },
    ];
    const conversationId = await resolved(shop, QUESTION, [
      `Hello ${name}.`,
      "Yes, within a week.",
      "I wrote to li@example.test",
    ]);
    const draft = await draftArticleFromConversation(shop.ctx, { conversationId });
    expect(draft).toMatchObject({
      ...{ status: "draft", publishedVersion: null, language: "en", sourceConversationId: conversationId },
      title: "Can I have my name engraved on the cup? Call me on [phone]",
      body: "Hello ….\n\nYes, within a week.\n\nI wrote to [e-mail]",
    });
    const [again, third] = await Promise.all(
      [1, 2].map(() => draftArticleFromConversation(shop.ctx, { conversationId })),
    );
    expect([again!.id, third!.id]).toEqual([draft.id, draft.id]);
    expect((await listArticles(shop.ctx)).data).toHaveLength(1);
  });

  it("needs a resolved conversation in which a person answered", async () => {
    const shop = await openChatShop(sql);
    const chat = await shop.customerChat("li");
    await chat.say("Where is my parcel that I ordered?");
    const draft = (conversationId: string) => draftArticleFromConversation(shop.ctx, { conversationId });
    await expect(draft(chat.id)).rejects.toMatchObject({ code: "conflict", message: /not resolved/ });
    await conversations.resolveConversation(shop.ctx, { id: chat.id });
    await expect(draft(chat.id)).rejects.toMatchObject({ code: "conflict", message: /No person answered/ });
    await expect(draft(newId())).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes with the person who asked, unless somebody has worked on it", async () => {
    for (const isEdited of [false, true]) {
      const shop = await openChatShop(sql);
      const conversationId = await resolved(shop, QUESTION, ["Yes, within a week."]);
      const { id } = await draftArticleFromConversation(shop.ctx, { conversationId });
      if (isEdited) await updateArticle(shop.ctx, { id, title: "Engraving" });
      await eraseCustomer(shop.ctx, { id: shop.customers.li });
      const left = (await listArticles(shop.ctx)).data.map(({ title }) => title);
      expect(left).toEqual(isEdited ? ["Engraving"] : []);
      if (isEdited) expect((await getArticle(shop.ctx, { id })).sourceConversationId).toBeNull();
    }
  });

  it("is for who may write, of one's own shop", async () => {
    const shop = await openChatShop(sql);
    const conversationId = await resolved(shop, QUESTION, ["Yes."]);
    const other = await createTestShop(sql);
    await expect(draftArticleFromConversation(other.ctx, { conversationId })).rejects.toMatchObject({
      code: "not_found",
    });
    for (const role of ["viewer", "agent"] as const)
      await expect(draftArticleFromConversation(shop.asRole(role), { conversationId })).rejects.toMatchObject(
        { code: "forbidden" },
      );
  });
});
