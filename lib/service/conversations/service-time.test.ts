import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type Chat, type ChatShop, openChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const conversations = await import(".");
const { setBusinessHours } = await import("@/lib/data/business-hours");
const { setServiceLevels } = await import("@/lib/service/staffing");
const { refreshDeadlinesJob } = await import("./jobs");
const { markBreaches } = await import("./clocks/mark-breaches");
const { getConversation, handBackConversation, listConversations, resolveConversation } = conversations;
const { reopenConversation, sendMessage, snoozeConversation, takeOverConversation } = conversations;
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const MINUTE_MS = 60_000;
/** A Friday, ten in the morning in Shanghai. */
const START = Date.parse("2026-11-27T02:00:00Z");
const office = [{ from: "09:00", to: "18:00" }];

let shop: ChatShop;
let ana: Person;
let chat: Chat;
let now: number;
beforeEach(async () => {
  const base = await openChatShop(sql);
  now = START;
  const at = () => new Date(now);
  shop = { ...base, ctx: { ...base.ctx, now: at } };
  ana = await addPerson(shop, "agent", { name: "Ana" });
  ana.ctx = { ...ana.ctx, now: at };
  const { id } = await conversations.startConversation(shop.ctx, {
    channel: "api",
    customer: { externalId: newId() },
  });
  const say = (text: string, clientMessageId = newId()) =>
    sendMessage(shop.ctx, { id, author: "customer", text, clientMessageId });
  chat = { id, say };
});

const pass = (minutes: number) => {
  now += minutes * MINUTE_MS;
};
const levels = (change: object = {}) =>
  setServiceLevels(shop.ctx, {
    levels: [
      {
        channel: "any",
        firstResponseMinutes: 30,
        nextResponseMinutes: 15,
        resolutionMinutes: 120,
        counts: "business",
        ...change,
      },
    ],
  });
const hours = () =>
  setBusinessHours(shop.ctx, { week: [office, office, office, office, office, [], []], special: [] });
const read = () => getConversation(shop.ctx, { id: chat.id });
const due = async () => (await read()).due;
const dueIn = async () => {
  const found = await due();
  return found && [found.kind, (Date.parse(found.at) - now) / MINUTE_MS];
};
const answer = (text = "Hello") =>
  sendMessage(ana.ctx, { id: chat.id, author: "agent", text, clientMessageId: newId() });
const breaches = async () =>
  (await read()).messages.flatMap(({ activity }) => (activity?.type === "breached" ? [activity.reason] : []));

describe("what is due", () => {
  beforeEach(async () => {
    await levels();
    await hours();
  });

  it("is nothing while the bot answers, the first answer after a handoff, the next one after a reply", async () => {
    await chat.say("Where is my order?");
    expect(await due()).toBeNull();
    await chat.say("human");
    expect(await dueIn()).toEqual(["first_response", 30]);
    pass(10);
    await takeOverConversation(ana.ctx, { id: chat.id });
    expect(await dueIn()).toEqual(["first_response", 20]);
    await answer();
    expect(await due()).toBeNull();
    pass(60);
    await chat.say("And the other one?");
    expect(await dueIn()).toEqual(["next_response", 15]);
    await handBackConversation(ana.ctx, { id: chat.id });
    expect(await due()).toBeNull();
  });

  it("is not put off by more messages of the customer", async () => {
    await chat.say("human");
    pass(25);
    await chat.say("Hello?");
    expect(await dueIn()).toEqual(["first_response", 5]);
  });

  it("is the end of it once that comes first, without the time in which the customer was waited for", async () => {
    await chat.say("human");
    await takeOverConversation(ana.ctx, { id: chat.id });
    pass(20);
    await answer();
    pass(300);
    await chat.say("No");
    pass(10);
    await answer();
    // 30 of 120 minutes are used up.
    now = Date.parse("2026-11-30T02:00:00Z");
    await chat.say("Still not");
    await levels({ nextResponseMinutes: null });
    await refreshDeadlinesJob.run(shop.merchantId, {}, "r", new AbortController().signal);
    expect(await dueIn()).toEqual(["resolution", 90]);
  });

  it("stands still while it is snoozed", async () => {
    await chat.say("human");
    pass(10);
    const until = new Date(now + 60 * MINUTE_MS).toISOString();
    await takeOverConversation(ana.ctx, { id: chat.id });
    await snoozeConversation(ana.ctx, { id: chat.id, until });
    expect(await due()).toBeNull();
    pass(45);
    await reopenConversation(ana.ctx, { id: chat.id });
    expect(await dueIn()).toEqual(["first_response", 20]);
  });

  it("goes on where it stood when a resolve is taken back", async () => {
    await chat.say("human");
    await takeOverConversation(ana.ctx, { id: chat.id });
    pass(10);
    await resolveConversation(ana.ctx, { id: chat.id });
    expect(await due()).toBeNull();
    pass(45);
    await reopenConversation(ana.ctx, { id: chat.id });
    expect(await dueIn()).toEqual(["first_response", 20]);
  });

  it("counts opening time: what comes on Friday evening is due on Monday morning", async () => {
    now = Date.parse("2026-11-27T09:50:00Z");
    const { reply } = await chat.say("human");
    expect(reply!.text).not.toContain("not in at the moment");
    expect((await due())!.at).toBe("2026-11-30T01:20:00.000Z");
  });

  it("around the clock, or by a channel's own level, where the shop says so", async () => {
    now = Date.parse("2026-11-27T09:50:00Z");
    await levels({ counts: "calendar" });
    await chat.say("human");
    expect(await dueIn()).toEqual(["first_response", 30]);
    const level = { nextResponseMinutes: null, resolutionMinutes: null, counts: "calendar" as const };
    await setServiceLevels(shop.ctx, {
      levels: [
        { channel: "any", firstResponseMinutes: 30, ...level },
        { channel: "api", firstResponseMinutes: 5, ...level },
      ],
    });
    await refreshDeadlinesJob.run(shop.merchantId, {}, "r", new AbortController().signal);
    expect(await dueIn()).toEqual(["first_response", 5]);
    await setServiceLevels(shop.ctx, { levels: [] });
    await refreshDeadlinesJob.run(shop.merchantId, {}, "r", new AbortController().signal);
    expect(await due()).toBeNull();
  });
});

describe("a handoff outside the hours", () => {
  it("says when people are back, in the customer's language, and only then", async () => {
    await hours();
    now = Date.parse("2026-11-27T12:00:00Z");
    expect((await chat.say("转人工")).reply!.text).toMatch(
      /\n现在不是人工客服的工作时间，同事11月30日星期一 09:00（GMT\+8）上班后回复您。$/,
    );
  });
});

describe("a breach", () => {
  beforeEach(async () => {
    await levels({ counts: "calendar" });
    await chat.say("human");
  });

  it("is written once, though two workers look at the same moment", async () => {
    pass(31);
    await Promise.all(Array.from({ length: 4 }, () => markBreaches(shop.ctx, { id: chat.id })));
    expect(await breaches()).toEqual(["first_response"]);
    expect(await due()).toMatchObject({
      kind: "first_response",
      at: new Date(START + 30 * MINUTE_MS).toISOString(),
    });
    pass(90);
    await markBreaches(shop.ctx, { id: chat.id });
    await markBreaches(shop.ctx, { id: chat.id });
    expect(await breaches()).toEqual(["first_response", "resolution"]);
  });

  it("is none before it is due, nor once it was answered in time", async () => {
    pass(29);
    await markBreaches(shop.ctx, { id: chat.id });
    await takeOverConversation(ana.ctx, { id: chat.id });
    await answer();
    pass(10);
    await markBreaches(shop.ctx, { id: chat.id });
    expect(await breaches()).toEqual([]);
  });

  it("of the next answer is one of its own", async () => {
    pass(31);
    await markBreaches(shop.ctx, { id: chat.id });
    await takeOverConversation(ana.ctx, { id: chat.id });
    await answer();
    await chat.say("And?");
    pass(16);
    await markBreaches(shop.ctx, { id: chat.id });
    expect(await breaches()).toEqual(["first_response", "next_response"]);
  });

  it("reaches the desk's stream and not the customer's", async () => {
    pass(31);
    await markBreaches(shop.ctx, { id: chat.id });
    const events = await sql`SELECT audience, type, payload->'message'->'activity'->>'type' AS activity
      FROM stream_events WHERE merchant_id = ${shop.merchantId} AND conversation_id = ${chat.id} ORDER BY id DESC LIMIT 2`;
    expect(events.map(({ audience, type, activity }) => [audience, type, activity])).toEqual([
      ["everyone", "conversation", null],
      ["agents", "message", "breached"],
    ]);
  });

  it("of another shop is not there", async () => {
    const stranger = await createTestShop(sql);
    await expect(markBreaches(stranger.ctx, { id: chat.id })).rejects.toMatchObject({ code: "not_found" });
    const viewer = await addPerson(shop, "viewer");
    await expect(markBreaches(viewer.ctx, { id: chat.id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the list", () => {
  it("by what is due: the most urgent first, the rest after it, page by page", async () => {
    await levels({ counts: "calendar", resolutionMinutes: null });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const one = await shop.customerChat(`due-${i}`);
      ids.push(one.id);
      const text = i < 3 ? "human" : "Where is my order?";
      await sendMessage(shop.ctx, { id: one.id, author: "customer", text, clientMessageId: "1" });
      pass(10);
    }
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(shop.ctx, {
        sort: "due",
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      paged.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged.slice(0, 3)).toEqual(ids.slice(0, 3));
    expect(new Set(paged).size).toBe(6);
    const found = async (due: "any" | "late") =>
      (await listConversations(shop.ctx, { sort: "due", due })).data.map(({ id }) => id);
    expect(await found("any")).toEqual(ids.slice(0, 3));
    // Fifty minutes after the first one, forty after the second, thirty after the third.
    expect(await found("late")).toEqual(ids.slice(0, 3));
    now -= 1;
    expect(await found("late")).toEqual(ids.slice(0, 2));
  });
});
