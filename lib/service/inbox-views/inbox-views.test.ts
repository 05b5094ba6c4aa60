import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const views = await import(".");
const desk = await import("@/lib/service/conversations");
const { createLabel } = await import("@/lib/service/labels");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let ben: Person;
let mei: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  ben = await addPerson(shop, "agent", { name: "Ben" });
  mei = await addPerson(shop, "operator", { name: "Mei" });
});

const namesSeenBy = async (person: Person) =>
  (await views.listInboxViews(person.ctx)).data.map(({ name }) => name);
const shared = (name: string, filters = {}) =>
  views.createInboxView(mei.ctx, { name, isPersonal: false, filters });

describe("a saved view", () => {
  it("of one's own is seen, changed and deleted by nobody else", async () => {
    const own = await views.createInboxView(ana.ctx, { name: "Mine first", filters: { assignee: "me" } });
    await views.createInboxView(ben.ctx, { name: "mine FIRST", filters: {} });
    expect(await namesSeenBy(ana)).toEqual(["Mine first"]);
    expect(await namesSeenBy(mei)).toEqual([]);
    const notFound = { code: "not_found" };
    await expect(views.updateInboxView(mei.ctx, { id: own.id, name: "x" })).rejects.toMatchObject(notFound);
    await expect(views.deleteInboxView(ben.ctx, { id: own.id })).rejects.toMatchObject(notFound);
    await views.deleteInboxView(ana.ctx, { id: own.id });
    expect(await namesSeenBy(ana)).toEqual([]);
  });

  it("of the shop is for operators to write, and a key has none of its own", async () => {
    const { id } = await shared("Refunds");
    expect(await namesSeenBy(ana)).toContain("Refunds");
    const forbidden = { code: "forbidden" };
    const byAgent = views.createInboxView(ana.ctx, { name: "x", isPersonal: false, filters: {} });
    await expect(byAgent).rejects.toMatchObject(forbidden);
    await expect(views.updateInboxView(ana.ctx, { id, name: "x" })).rejects.toMatchObject(forbidden);
    await expect(views.deleteInboxView(ana.ctx, { id })).rejects.toMatchObject(forbidden);
    const keys = views.createInboxView(shop.ctx, { name: "x", filters: {} });
    await expect(keys).rejects.toMatchObject({ code: "invalid_input" });
    const twice = shared("REFUNDS");
    await expect(twice).rejects.toMatchObject({ code: "conflict", issues: [{ path: "name" }] });
    await views.deleteInboxView(mei.ctx, { id });
  });

  it("counts what its filters let through, for the one who looks", async () => {
    const label = await createLabel(mei.ctx, { name: `vip-${newId().slice(-6)}` });
    const chat = await shop.customerChat("li", "zh");
    await chat.say("我要找人工客服，青花瓷壶碎了");
    await desk.labelConversation(ana.ctx, { id: chat.id, add: [label.id] });
    await desk.takeOverConversation(ana.ctx, { id: chat.id });
    const other = await shop.customerChat("wang", "en");
    await other.say("I want to talk to a person");
    const sets = {
      label: { label: label.id },
      chinese: { language: "zh" },
      unanswered: { owner: "human", lastFrom: "customer" },
      answered: { lastFrom: "agent" },
      searched: { q: "青花瓷", status: "open" },
      named: { q: "wang" },
      mine: { assignee: "me" },
      email: { channel: "email" },
      late: { due: "late" },
    } as const;
    const made = await Promise.all(Object.entries(sets).map(([name, filters]) => shared(name, filters)));
    const counts = async (person: Person) =>
      Object.fromEntries(
        (await views.listInboxViews(person.ctx)).data.map(({ name, count }) => [name, count]),
      );
    const common = {
      label: 1,
      chinese: 1,
      unanswered: 2,
      answered: 0,
      searched: 1,
      named: 1,
      email: 0,
      late: 0,
    };
    expect(await counts(ana)).toMatchObject({ ...common, mine: 1 });
    expect(await counts(mei)).toMatchObject({ ...common, mine: 0 });
    const reply = { author: "agent" as const, text: "Here I am", clientMessageId: newId() };
    await desk.sendMessage(ana.ctx, { id: chat.id, ...reply });
    expect(await counts(ana)).toMatchObject({ unanswered: 1, answered: 1 });
    const listed = await desk.listConversations(ana.ctx, sets.answered);
    expect(listed.data.map(({ id }) => id)).toEqual([chat.id]);
    for (const { id } of made) await views.deleteInboxView(mei.ctx, { id });
  });

  it("keeps the order it is given, and refuses an order of another list", async () => {
    const made = [await shared("one"), await shared("two"), await shared("three")];
    const ids = made.map(({ id }) => id);
    const { data } = await views.reorderInboxViews(mei.ctx, { isPersonal: false, ids: ids.toReversed() });
    expect(data.map(({ name }) => name)).toEqual(["three", "two", "one"]);
    const old = views.reorderInboxViews(mei.ctx, { isPersonal: false, ids: ids.slice(1) });
    await expect(old).rejects.toMatchObject({ code: "conflict" });
    const byAgent = views.reorderInboxViews(ana.ctx, { isPersonal: false, ids });
    await expect(byAgent).rejects.toMatchObject({ code: "forbidden" });
    for (const id of ids) await views.deleteInboxView(mei.ctx, { id });
  });

  it("is shared with the shop and taken back for oneself", async () => {
    const own = await views.createInboxView(mei.ctx, { name: "Quiet", filters: { status: "snoozed" } });
    await views.updateInboxView(mei.ctx, { id: own.id, isPersonal: false });
    expect(await namesSeenBy(ana)).toContain("Quiet");
    await views.updateInboxView(mei.ctx, { id: own.id, isPersonal: true, filters: { status: "resolved" } });
    expect(await namesSeenBy(ana)).not.toContain("Quiet");
    expect((await views.listInboxViews(mei.ctx)).data).toMatchObject([
      { id: own.id, isPersonal: true, filters: { status: "resolved", sort: "recent" } },
    ]);
  });

  it("names only labels and members of its own shop", async () => {
    const stranger = await createTestShop(sql);
    const label = await createLabel(stranger.ctx, { name: "theirs" });
    const notFound = { code: "not_found" };
    await expect(shared("x", { label: label.id })).rejects.toMatchObject(notFound);
    await expect(shared("x", { assignee: newId() })).rejects.toMatchObject(notFound);
    expect((await views.listInboxViews(stranger.ctx)).data).toEqual([]);
  });
});
