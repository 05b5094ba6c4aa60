import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { addNote, countInbox, getConversation, getVisitorConversation, listConversations, readMentions } =
  await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  ben = await addPerson(shop, "viewer", { name: "Ben" });
});
const fresh = async () => (await shop.customerChat("li")).id;
const unread = async (person: Person) => (await countInbox(person.ctx)).mentions;
const mentionsOf = async (person: Person) =>
  (await listConversations(person.ctx, { mentioned: "me" })).data.map(({ id, hasUnreadMention }) => ({
    id,
    hasUnreadMention,
  }));

describe("a mention in a note", () => {
  it("reaches the person, is counted once a conversation, and goes when it is read", async () => {
    const id = await fresh();
    const before = await unread(ben);
    const note = await addNote(ana.ctx, { id, text: "@Ben please look", mentions: [ben.id] });
    expect(note.mentions).toEqual([{ id: ben.id, name: "Ben" }]);
    await addNote(ana.ctx, { id, text: "@Ben again", mentions: [ben.id, ben.id] });
    expect(await unread(ben)).toBe(before + 1);
    expect(await mentionsOf(ben)).toContainEqual({ id, hasUnreadMention: true });
    const { messages, hasUnreadMention } = await getConversation(ben.ctx, { id });
    expect(hasUnreadMention).toBe(true);
    expect(messages.filter(({ mentions }) => mentions.length > 0)).toHaveLength(2);

    expect(await readMentions(ben.ctx, { id })).toEqual({ read: 2 });
    expect(await readMentions(ben.ctx, { id })).toEqual({ read: 0 });
    expect(await unread(ben)).toBe(before);
    expect(await mentionsOf(ben)).toContainEqual({ id, hasUnreadMention: false });
  });

  it("is the named person's alone: nobody else sees it as theirs or reads it for them", async () => {
    const id = await fresh();
    await addNote(ana.ctx, { id, text: "@Ben", mentions: [ben.id] });
    expect(await mentionsOf(ana)).toEqual([]);
    expect((await getConversation(ana.ctx, { id })).hasUnreadMention).toBe(false);
    expect(await readMentions(ana.ctx, { id })).toEqual({ read: 0 });
    expect((await getConversation(ben.ctx, { id })).hasUnreadMention).toBe(true);
    // A key is nobody and has none.
    const key = shop.as({ type: "api_key", id: newId(), name: "k", scopes: ["conversations:read"] });
    expect((await listConversations(key, { mentioned: "me" })).data).toEqual([]);
    expect((await countInbox(key)).mentions).toBe(0);
    expect(await readMentions(key, { id })).toEqual({ read: 0 });
  });

  it("of oneself stands in the note and tells nobody", async () => {
    const id = await fresh();
    const note = await addNote(ana.ctx, { id, text: "@Ana to do", mentions: [ana.id] });
    expect(note.mentions).toEqual([{ id: ana.id, name: "Ana" }]);
    expect(await unread(ana)).toBe(0);
  });

  it("is announced to the desk with the note, and never to the customer", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("hello");
    await addNote(ana.ctx, { id: conversation.id, text: "@Ben secret", mentions: [ben.id] });
    const [event] = await sql`SELECT audience, payload FROM stream_events
      WHERE conversation_id = ${conversation.id} ORDER BY id DESC LIMIT 1`;
    expect(event).toMatchObject({
      audience: "agents",
      payload: { message: { mentions: [{ id: ben.id, name: "Ben" }] } },
    });
    expect(JSON.stringify(await getVisitorConversation(browser.ctx))).not.toContain(ben.id);
  });

  it("names members of the shop alone, and not too many", async () => {
    const id = await fresh();
    const stranger = await addPerson(await createTestShop(sql), "owner");
    for (const mentions of [[stranger.id], [ben.id, newId()]])
      await expect(addNote(ana.ctx, { id, text: "x", mentions })).rejects.toMatchObject({
        code: "not_found",
      });
    expect((await getConversation(ana.ctx, { id })).messages).toEqual([]);
    const many = addNote(ana.ctx, { id, text: "x", mentions: Array.from({ length: 21 }, newId) });
    await expect(many).rejects.toMatchObject({ code: "invalid_input" });
    await expect(addNote(ben.ctx, { id, text: "x", mentions: [ana.id] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(readMentions(stranger.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});
