import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import type { SetAssignmentInput } from "@/lib/service/staffing/schemas";
import { useTestDatabase } from "@/test/database";
import { type ChatShop, openChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const conversations = await import("..");
const { setAssignment, setAvailability, setCapacity } = await import("@/lib/service/staffing");
const { setBusinessHours } = await import("@/lib/data/business-hours");
const { assignWaitingJob, watchDeadlinesJob } = await import("../jobs");
const { assignWaiting } = await import("./assign-waiting");
const { reassignConversation } = await import("./reassign");
const { assignConversation, getConversation, sendMessage, startConversation, takeOverConversation } =
  conversations;
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const MINUTE_MS = 60_000;
let shop: ChatShop;
let ana: Person;
let ben: Person;
let now: number;
beforeEach(async () => {
  const base = await openChatShop(sql);
  // A Friday, ten in the morning in Shanghai.
  now = Date.parse("2026-11-27T02:00:00Z");
  const at = () => new Date(now);
  shop = { ...base, ctx: { ...base.ctx, now: at } };
  const person = async (name: string) => {
    const one = await addPerson(shop, "agent", { name });
    return { ...one, ctx: { ...one.ctx, now: at } };
  };
  [ana, ben] = [await person("Ana"), await person("Ben")];
});

const settings = (change: Partial<SetAssignmentInput> = {}) =>
  setAssignment(shop.ctx, {
    mode: "round_robin",
    matchesLanguage: true,
    reassignAfterMinutes: null,
    ...change,
  });
const open = async (locale: "zh" | "en" | "es" = "en") =>
  (await startConversation(shop.ctx, { channel: "api", customer: { externalId: newId(), locale } })).id;
const say = (id: string, text: string) =>
  sendMessage(shop.ctx, { id, author: "customer", text, clientMessageId: newId() });
const ask = async (text = "human") => {
  const id = await open();
  await say(id, text);
  return id;
};
const read = (id: string) => getConversation(shop.ctx, { id });
const assignee = async (id: string) => (await read(id)).assigneeName;
const lines = async (id: string) =>
  (await read(id)).messages.flatMap(({ activity }) =>
    activity && activity.type !== "handoff" ? [`${activity.type} ${activity.detail ?? ""}`.trim()] : [],
  );
const away = (person: Person) => setAvailability(person.ctx, { userId: person.id, isAvailable: false });
const back = (person: Person) => setAvailability(person.ctx, { userId: person.id, isAvailable: true });
const runJob = (payload: object) =>
  assignWaitingJob.run(shop.merchantId, payload, "r", new AbortController().signal);

describe("a conversation that comes to people", () => {
  it("waits for a hand where nothing is set", async () => {
    const id = await ask();
    expect(await read(id)).toMatchObject({ assigneeId: null, waitingSince: expect.any(String) });
  });

  it("goes round, with a line for the desk and an entry in the log", async () => {
    await settings();
    const names = [];
    for (let i = 0; i < 4; i++) {
      const id = await ask();
      now += MINUTE_MS;
      names.push(await assignee(id));
      expect(await lines(id)).toEqual([`auto_assigned ${names[i]}`]);
    }
    expect(names.slice(0, 2).sort()).toEqual(["Ana", "Ben"]);
    expect(names.slice(2)).toEqual(names.slice(0, 2));
    const [entry] = await sql`SELECT actor_name, details FROM audit_log
      WHERE merchant_id = ${shop.merchantId} AND action = 'conversation.assigned' ORDER BY id LIMIT 1`;
    expect(entry).toMatchObject({ actor_name: "assignment", details: { mode: "round_robin" } });
  });

  it("by least load goes to who has less", async () => {
    await settings({ mode: "least_load" });
    for (const id of [await open(), await open()]) {
      await say(id, "Where is my order?");
      await assignConversation(ana.ctx, { id, assigneeId: ana.id });
    }
    expect([await assignee(await ask()), await assignee(await ask())]).toEqual(["Ben", "Ben"]);
  });

  it("goes to who speaks its language, else waits", async () => {
    await settings();
    await setCapacity(ana.ctx, { userId: ana.id, languages: ["es"], maxOpen: 5 });
    await setCapacity(ben.ctx, { userId: ben.id, languages: ["en"], maxOpen: 5 });
    expect(await assignee(await ask("Quiero hablar con una persona, por favor"))).toBe("Ana");
    expect(await assignee(await ask("I want to talk to a person, please"))).toBe("Ben");
    expect(await assignee(await ask("转人工"))).toBeNull();
  });

  it("never exceeds a limit, though many come at once", async () => {
    await settings();
    for (const person of [ana, ben])
      await setCapacity(person.ctx, { userId: person.id, languages: [], maxOpen: 2 });
    const ids = await Promise.all(Array.from({ length: 7 }, () => open()));
    await Promise.all(ids.map((id) => say(id, "human")));
    const names = await Promise.all(ids.map(assignee));
    expect(names.filter((name) => name === "Ana")).toHaveLength(2);
    expect(names.filter((name) => name === "Ben")).toHaveLength(2);
    expect(names.filter((name) => name === null)).toHaveLength(3);
  });

  it("given by the desk and taken by hand at the same moment has one owner, and the other is told", async () => {
    for (let round = 0; round < 6; round++) {
      const id = await ask();
      await settings();
      const [, taken] = await Promise.allSettled([
        assignWaiting(shop.ctx),
        takeOverConversation(ana.ctx, { id }),
      ]);
      const owner = await assignee(id);
      if (taken.status === "fulfilled") expect([owner, taken.value.assigneeName]).toEqual(["Ana", "Ana"]);
      else expect([owner, taken.reason.code]).toEqual(["Ben", "conflict"]);
      await settings({ mode: "off" });
    }
  });
});

describe("the queue", () => {
  it("is taken up when somebody comes back, the longest wait first and as many as they take", async () => {
    await settings();
    await away(ana);
    await away(ben);
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.push(await ask());
      now += MINUTE_MS;
    }
    expect(await Promise.all(ids.map(assignee))).toEqual([null, null, null]);
    await setCapacity(ben.ctx, { userId: ben.id, languages: [], maxOpen: 2 });
    await back(ben);
    const [job] = await sql`SELECT payload FROM jobs WHERE merchant_id = ${shop.merchantId}
      AND name = 'assign-waiting' ORDER BY id DESC LIMIT 1`;
    await runJob(job!.payload);
    expect(await Promise.all(ids.map(assignee))).toEqual(["Ben", "Ben", null]);
  });

  it("keeps what somebody gave back from coming back to them by itself", async () => {
    await settings();
    await away(ben);
    const id = await ask();
    await assignConversation(ana.ctx, { id, assigneeId: null });
    await runJob({});
    expect(await assignee(id)).toBeNull();
    await back(ben);
    await runJob({ backUserId: ben.id });
    expect(await assignee(id)).toBe("Ben");
  });
});

describe("an assignee who does not answer", () => {
  const office = [{ from: "09:00", to: "18:00" }];
  const watch = (minutes: number, id: string) => {
    now += minutes * MINUTE_MS;
    return reassignConversation(shop.ctx, { id });
  };
  beforeEach(() => settings({ reassignAfterMinutes: 10 }));

  it("loses it to the next one, once, though two workers look", async () => {
    const id = await ask();
    const first = await assignee(id);
    await watch(9, id);
    expect(await assignee(id)).toBe(first);
    now += MINUTE_MS;
    await Promise.all(Array.from({ length: 4 }, () => reassignConversation(shop.ctx, { id })));
    const second = first === "Ana" ? "Ben" : "Ana";
    expect(await lines(id)).toEqual([
      `auto_assigned ${first}`,
      `reassigned ${first}`,
      `auto_assigned ${second}`,
    ]);
  });

  it("does not get it back: after everybody it waits in the queue, and goes round no more", async () => {
    const id = await ask();
    for (let round = 0; round < 6; round++) {
      await watch(11, id);
      await runJob({});
    }
    expect(await read(id)).toMatchObject({ assigneeId: null, waitingSince: "2026-11-27T02:00:00.000Z" });
    expect((await lines(id)).filter((line) => line.startsWith("auto_assigned"))).toHaveLength(2);
  });

  it("keeps it where they answered, or wait for the customer", async () => {
    const id = await ask();
    const owner = (await assignee(id)) === "Ana" ? ana : ben;
    await sendMessage(owner.ctx, { id, author: "agent", text: "Hello", clientMessageId: "1" });
    await watch(60, id);
    expect(await assignee(id)).toBe(owner.name);
    await say(id, "And?");
    await watch(9, id);
    expect(await assignee(id)).toBe(owner.name);
    await watch(1, id);
    expect(await assignee(id)).not.toBe(owner.name);
  });

  it("has the night off: only business minutes count", async () => {
    await setBusinessHours(shop.ctx, { week: Array(7).fill(office), special: [] });
    now = Date.parse("2026-11-27T09:55:00Z");
    const id = await ask();
    const first = await assignee(id);
    now = Date.parse("2026-11-28T01:04:00Z");
    await watch(0, id);
    expect(await assignee(id)).toBe(first);
    await watch(1, id);
    expect(await assignee(id)).not.toBe(first);
  });

  it("is found by the minute's job, as are breaches and the queue", async () => {
    const id = await ask();
    const first = await assignee(id);
    // The job has the machine's clock, for which all of this is long ago or far ahead.
    await sql`UPDATE conversation_timers SET reassign_at = '2020-01-01', assignee_since = '2020-01-01',
      response = '{"ran": [], "runningSince": "2020-01-01T00:00:00.000Z"}' WHERE conversation_id = ${id}`;
    await watchDeadlinesJob.run(shop.merchantId, {}, "r", new AbortController().signal);
    expect(await assignee(id)).not.toBe(first);
  });
});

describe("who may say what", () => {
  it("members speak for themselves, managers for all, and settings are for who may set them", async () => {
    const capacity = { userId: ben.id, languages: ["zh" as const], maxOpen: 3 };
    await expect(setCapacity(ana.ctx, capacity)).rejects.toMatchObject({ code: "forbidden" });
    await expect(setAvailability(ana.ctx, { userId: ben.id, isAvailable: false })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { members } = await setCapacity(shop.ctx, capacity);
    expect(members).toContainEqual({ ...capacity, name: "Ben", isAvailable: true, open: 0 });
    await expect(
      setAssignment(ana.ctx, { mode: "off", matchesLanguage: true, reassignAfterMinutes: null }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("nobody of another shop, no limit of nothing", async () => {
    const stranger = await createTestShop(sql);
    await expect(back({ ...ana, ctx: stranger.ctx })).rejects.toMatchObject({ code: "not_found" });
    await expect(setCapacity(ana.ctx, { userId: ana.id, languages: [], maxOpen: 0 })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "maxOpen" }],
    });
    await expect(settings({ reassignAfterMinutes: 1.5 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(settings({ mode: "lottery" as never })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
