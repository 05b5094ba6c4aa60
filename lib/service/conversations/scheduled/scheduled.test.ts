import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type ChatShop, openChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const conversations = await import("..");
const { sendScheduledJob } = await import("../jobs");
const { sendScheduled } = await import("./send-scheduled");
const { removeMember } = await import("@/lib/platform/members");
const { eraseCustomer } = await import("@/lib/data/customers");
const { cancelScheduled, getConversation, handBackConversation, scheduleMessage, sendMessage } =
  conversations;
const { startConversation, takeOverConversation } = conversations;
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-11-27T02:00:00Z");
let shop: ChatShop;
let ana: Person;
let id: string;
let now: number;
beforeEach(async () => {
  const base = await openChatShop(sql);
  now = START;
  const at = () => new Date(now);
  shop = { ...base, ctx: { ...base.ctx, now: at } };
  const person = await addPerson(shop, "agent", { name: "Ana" });
  ana = { ...person, ctx: { ...person.ctx, now: at } };
  const customer = { externalId: newId() };
  id = (await startConversation(shop.ctx, { channel: "api", customer })).id;
  await say("human");
  await takeOverConversation(ana.ctx, { id });
});

const say = (text: string) =>
  sendMessage(shop.ctx, { id, author: "customer", text, clientMessageId: newId() });
const later = (hours: number) => new Date(now + hours * HOUR_MS).toISOString();
const schedule = async (text: string, hours = 1, clientMessageId: string = newId()) => {
  const { scheduled } = await scheduleMessage(ana.ctx, { id, text, sendAt: later(hours), clientMessageId });
  return scheduled.find((one) => one.text === text)!;
};
const read = () => getConversation(shop.ctx, { id });
const answers = async () =>
  (await read()).messages.flatMap(({ author, text, authorName }) =>
    author === "agent" ? [`${authorName}: ${text}`] : [],
  );
const holds = async () =>
  (await read()).messages.flatMap(({ activity }) =>
    activity?.type === "held" ? [[activity.reason, activity.detail]] : [],
  );

it("waits for its time, and goes out under its author's name, once, though four workers look", async () => {
  const { id: wish } = await schedule("Good morning");
  expect((await read()).scheduled).toEqual([
    { id: wish, text: "Good morning", sendAt: later(1), authorName: "Ana", heldBecause: null },
  ]);
  now += HOUR_MS - 1;
  await sendScheduled(shop.ctx, { id: wish });
  expect(await answers()).toEqual([]);
  now += 1;
  await Promise.all(Array.from({ length: 4 }, () => sendScheduled(shop.ctx, { id: wish })));
  expect(await answers()).toEqual(["Ana: Good morning"]);
  expect((await conversations.searchConversations(ana.ctx, { q: "good morning" })).data).toMatchObject([
    { id, hit: { author: "agent" } },
  ]);
  expect(await read()).toMatchObject({ scheduled: [], lastMessage: { preview: "Good morning" } });
});

it("is kept once when it is sent twice, and cancelled as often as one likes", async () => {
  const { id: wish } = await schedule("One", 1, "same");
  await schedule("One", 1, "same");
  expect((await read()).scheduled).toHaveLength(1);
  for (let i = 0; i < 2; i++) {
    const { scheduled } = await cancelScheduled(ana.ctx, { id, scheduledId: wish });
    expect(scheduled).toEqual([]);
  }
  now += 2 * HOUR_MS;
  await sendScheduled(shop.ctx, { id: wish });
  expect(await answers()).toEqual([]);
});

it("is held, and the desk told, when the customer writes before; then it can only be taken back", async () => {
  const { id: wish } = await schedule("First");
  await schedule("Second", 2);
  await say("Never mind, I found it");
  expect(await holds()).toEqual([["customer_wrote", "2"]]);
  now += 3 * HOUR_MS;
  await sendScheduled(shop.ctx, { id: wish });
  expect(await answers()).toEqual([]);
  expect((await read()).scheduled.map(({ heldBecause }) => heldBecause)).toEqual([
    "customer_wrote",
    "customer_wrote",
  ]);
  await cancelScheduled(ana.ctx, { id, scheduledId: wish });
  expect((await read()).scheduled.map(({ text }) => text)).toEqual(["Second"]);
});

it("is out before or held, never both, when the customer writes in the same moment", async () => {
  for (let round = 0; round < 5; round++) {
    const { id: wish } = await schedule(`Round ${round}`);
    now += HOUR_MS;
    await Promise.all([sendScheduled(shop.ctx, { id: wish }), say("Hello?")]);
    const [row] = await sql`SELECT state FROM scheduled_messages WHERE id = ${wish}`;
    const isOut = (await answers()).includes(`Ana: Round ${round}`);
    expect([row!.state, isOut]).toEqual(isOut ? ["sent", true] : ["held", false]);
  }
});

it("is held where the bot has the conversation, or its author has left", async () => {
  const { id: first } = await schedule("Bye");
  await handBackConversation(ana.ctx, { id });
  now += HOUR_MS;
  await sendScheduled(shop.ctx, { id: first });
  await takeOverConversation(ana.ctx, { id });
  const { id: second } = await schedule("Bye again");
  await addPerson(shop, "owner");
  await removeMember(shop.ctx, { userId: ana.id });
  now += HOUR_MS;
  await sendScheduled(shop.ctx, { id: second });
  expect(await answers()).toEqual([]);
  expect(await holds()).toEqual([
    ["not_with_people", "1"],
    ["author_left", "1"],
  ]);
});

it("is found by the minute's job", async () => {
  const { id: wish } = await schedule("Hello");
  await sql`UPDATE scheduled_messages SET send_at = '2020-01-01' WHERE id = ${wish}`;
  const run = () => sendScheduledJob.run(shop.merchantId, {}, "r", new AbortController().signal);
  await Promise.all([run(), run()]);
  expect(await answers()).toEqual(["Ana: Hello"]);
});

it("goes with the person whom it was meant for", async () => {
  await schedule("Dear Li");
  const { customerId } = await read();
  await eraseCustomer(shop.ctx, { id: customerId! });
  expect(await sql`SELECT 1 FROM scheduled_messages WHERE conversation_id = ${id}`).toHaveLength(0);
});

describe("what cannot be", () => {
  it("is refused: the past, the far future, no text, too many, while the bot answers", async () => {
    const invalid = { code: "invalid_input" };
    await expect(schedule("x", 0)).rejects.toMatchObject(invalid);
    await expect(schedule("x", 24 * 91)).rejects.toMatchObject(invalid);
    await expect(schedule("  ")).rejects.toMatchObject(invalid);
    for (let i = 0; i < 20; i++) await schedule(`wish ${i}`, i + 1);
    await expect(schedule("one more")).rejects.toMatchObject({ code: "conflict" });
    await handBackConversation(ana.ctx, { id });
    await expect(schedule("x")).rejects.toMatchObject({ code: "conversation_owned_by_bot" });
  });

  it("is refused while a variable of a canned reply stands open in it", async () => {
    await expect(schedule("Dear {{customer_name}}, it is on its way")).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "text" }],
    });
    expect((await read()).scheduled).toEqual([]);
  });

  it("is refused to whom it is not for", async () => {
    const wish = { id, text: "x", sendAt: later(1), clientMessageId: "1" };
    const viewer = await addPerson(shop, "viewer");
    await expect(scheduleMessage(viewer.ctx, wish)).rejects.toMatchObject({ code: "forbidden" });
    await expect(scheduleMessage(shop.ctx, wish)).rejects.toMatchObject({ code: "conflict" });
    const stranger = await addPerson(await createTestShop(sql), "agent");
    await expect(scheduleMessage({ ...stranger.ctx, now: ana.ctx.now }, wish)).rejects.toMatchObject({
      code: "not_found",
    });
    const { id: scheduledId } = await schedule("mine");
    await expect(cancelScheduled(stranger.ctx, { id, scheduledId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(cancelScheduled(ana.ctx, { id, scheduledId: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
    now += HOUR_MS;
    await sendScheduled(shop.ctx, { id: scheduledId });
    await expect(cancelScheduled(ana.ctx, { id, scheduledId })).rejects.toMatchObject({ code: "conflict" });
  });
});
