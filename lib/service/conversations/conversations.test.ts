import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { Chat, ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const conversations = await import(".");
const { reopenSnoozedJob } = await import("./jobs");
const { addNote, assignConversation, getConversation, handBackConversation, listConversations } =
  conversations;
const { rateConversation, reopenConversation, resolveConversation, sendMessage } = conversations;
const { snoozeConversation, takeOverConversation } = conversations;
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let ben: Person;
let chat: Chat;
beforeAll(async () => {
  shop = await openChatShop(sql);
  [ana, ben] = [
    await addPerson(shop, "agent", { name: "Ana" }),
    await addPerson(shop, "agent", { name: "Ben" }),
  ];
  // Before the fixed clock of the shop, so that Ana and Ben may write with it too.
  for (const person of [ana, ben])
    person.ctx = shop.as({ type: "user", id: person.id, name: person.name, role: "agent" });
});
const fresh = async () => {
  chat = await shop.customerChat("li");
  return chat.id;
};
const answer = (person: Person, id: string, text = "Hello from the desk", clientMessageId = newId()) =>
  sendMessage(person.ctx, { id, author: "agent", text, clientMessageId });
const read = (id: string) => getConversation(shop.ctx, { id });
const authorsOf = async (id: string) => (await read(id)).messages.map(({ author }) => author);

describe("a message sent twice", () => {
  it("is stored once, and the second send gets the first one's reply", async () => {
    const id = await fresh();
    const first = await chat.say("Where is my order HP-20431?", "m-1");
    await chat.say("谢谢", "m-2");
    const again = await chat.say("Where is my order HP-20431?", "m-1");
    expect(again.message).toEqual(first.message);
    expect(again.reply).toEqual(first.reply);
    expect(await authorsOf(id)).toEqual(["customer", "bot", "customer", "bot"]);
  });

  it("ten times at once is stored once, with one reply", async () => {
    const id = await fresh();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => chat.say("Where is my order?", "same")),
    );
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    expect(new Set(answers.map(({ reply }) => JSON.stringify(reply))).size).toBe(1);
    expect(await authorsOf(id)).toEqual(["customer", "bot"]);
  });

  it("by an agent is stored once too", async () => {
    const id = await fresh();
    await takeOverConversation(ana.ctx, { id });
    const [first, again] = [await answer(ana, id, "One", "a-1"), await answer(ana, id, "One", "a-1")];
    expect(again.message).toEqual(first.message);
    expect((await authorsOf(id)).filter((author) => author === "agent")).toHaveLength(1);
  });

  it("in another conversation is another message", async () => {
    await fresh();
    const first = await chat.say("你好", "shared");
    await fresh();
    expect((await chat.say("你好", "shared")).message.id).not.toBe(first.message.id);
  });

  it.each(["", "   ", "x".repeat(4_001), "a\u0000b"])(
    "is refused when it says nothing that can be kept: %#",
    async (text) => {
      await fresh();
      await expect(chat.say(text)).rejects.toMatchObject({
        code: "invalid_input",
        issues: [{ path: "text" }],
      });
    },
  );
});

describe("taking over", () => {
  it("of two at once, one wins and the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await fresh();
      await chat.say("人工");
      const results = await Promise.allSettled([
        takeOverConversation(ana.ctx, { id }),
        takeOverConversation(ben.ctx, { id }),
      ]);
      const won = results
        .filter((result) => result.status === "fulfilled")
        .map(({ value }) => value.assigneeId);
      const lost = results.filter((result) => result.status === "rejected").map(({ reason }) => reason.code);
      expect([won.length, lost]).toEqual([1, ["conflict"]]);
      expect((await read(id)).assigneeId).toBe(won[0]);
      expect((await authorsOf(id)).filter((author) => author === "activity")).toHaveLength(2);
    }
  });

  it("silences the bot, shows who waited, and again changes nothing", async () => {
    const id = await fresh();
    await chat.say("human");
    const taken = await takeOverConversation(ana.ctx, { id });
    expect(taken).toMatchObject({
      owner: "human",
      assigneeId: ana.id,
      assigneeName: "Ana",
      waitingSince: null,
    });
    expect(taken.messages.at(-1)!.activity).toMatchObject({
      type: "takeover",
      actorName: "Ana",
      detail: "2",
    });
    expect((await takeOverConversation(ana.ctx, { id })).messages).toHaveLength(taken.messages.length);
    expect((await chat.say("Where is my order HP-20431?")).reply).toBeNull();
  });

  it("lets a message that is under way finish before or after, never in between", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await fresh();
      const [said] = await Promise.all([
        chat.say("Where is my order?"),
        takeOverConversation(ana.ctx, { id }),
      ]);
      const authors = await authorsOf(id);
      const bot = authors.indexOf("bot");
      // The clock is shared, so the order of the rows is the order of the commits.
      if (said.reply) expect(bot).toBe(authors.indexOf("customer") + 1);
      else expect(authors).not.toContain("bot");
    }
  });

  it("comes before an agent's message: while the bot owns, it is refused", async () => {
    const id = await fresh();
    await expect(answer(ana, id)).rejects.toMatchObject({ code: "conversation_owned_by_bot", status: 409 });
    expect(await authorsOf(id)).toEqual([]);
    await takeOverConversation(ana.ctx, { id });
    const { message, reply } = await answer(ana, id);
    expect([message.author, message.authorName, reply]).toEqual(["agent", "Ana", null]);
  });

  it("ends with handing back: the bot answers the next message and has forgotten the thread", async () => {
    const id = await fresh();
    await chat.say("Where is my order?");
    await takeOverConversation(ana.ctx, { id });
    const back = await handBackConversation(ana.ctx, { id });
    expect(back).toMatchObject({ owner: "bot", assigneeId: null, slots: {}, handoffReason: null });
    expect((await chat.say("Where is my order HP-20431?")).reply!.text).toContain("HP-20431");
    await expect(answer(ana, id)).rejects.toMatchObject({ code: "conversation_owned_by_bot" });
  });

  it("is recorded with who did it", async () => {
    const id = await fresh();
    await takeOverConversation(ana.ctx, { id });
    await handBackConversation(ben.ctx, { id });
    const rows = await sql`SELECT action, actor_id FROM audit_log WHERE subject_id = ${id} ORDER BY id`;
    expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ["conversation.taken_over", ana.id],
      ["conversation.handed_back", ben.id],
    ]);
  });
});

describe("the first to answer a waiting conversation", () => {
  it("has it", async () => {
    const id = await fresh();
    await chat.say("agente");
    await answer(ben, id);
    expect(await read(id)).toMatchObject({ assigneeId: ben.id, waitingSince: null });
  });
});

describe("resolving", () => {
  it("ends it until the customer writes, and then the bot begins anew", async () => {
    const id = await fresh();
    await chat.say("human");
    await takeOverConversation(ana.ctx, { id });
    expect(await resolveConversation(ana.ctx, { id })).toMatchObject({ status: "resolved" });
    const said = await chat.say("Where is my order HP-20431?");
    expect(said.reply!.text).toContain("HP-20431");
    expect(await read(id)).toMatchObject({
      status: "open",
      owner: "bot",
      assigneeId: null,
      handoffReason: null,
    });
    const kinds = (await read(id)).messages.map(({ author, activity }) => activity?.type ?? author);
    expect(kinds.slice(-4)).toEqual(["resolved", "customer", "reopened", "bot"]);
  });

  it("can be taken back, with the owner that it had", async () => {
    const id = await fresh();
    await takeOverConversation(ana.ctx, { id });
    await resolveConversation(ana.ctx, { id });
    await resolveConversation(ana.ctx, { id });
    expect(await reopenConversation(ana.ctx, { id })).toMatchObject({ status: "open", assigneeId: ana.id });
    expect((await authorsOf(id)).filter((author) => author === "activity")).toHaveLength(3);
  });
});

describe("snoozing", () => {
  const inMinutes = (minutes: number) => new Date(shop.ctx.now().getTime() + minutes * 60_000).toISOString();

  it("wants a time to come", async () => {
    const id = await fresh();
    for (const until of [inMinutes(-1), "tomorrow", "2026-07-02"])
      await expect(snoozeConversation(ana.ctx, { id, until })).rejects.toMatchObject({
        code: "invalid_input",
      });
  });

  it("ends when its time has come, by the job, for those due only", async () => {
    const [due, later] = [await fresh(), await fresh()];
    await takeOverConversation(ana.ctx, { id: due });
    await snoozeConversation(ana.ctx, { id: due, until: inMinutes(5) });
    await snoozeConversation(ana.ctx, { id: later, until: inMinutes(5) });
    // The job looks at the real clock.
    await sql`UPDATE conversations SET snoozed_until = now() - interval '1 second' WHERE id = ${due}`;
    await sql`UPDATE conversations SET snoozed_until = now() + interval '1 hour' WHERE id = ${later}`;
    const run = () => reopenSnoozedJob.run(newId(), {}, newId(), new AbortController().signal);
    await run();
    await run();
    expect(await read(due)).toMatchObject({ status: "open", snoozedUntil: null, assigneeId: ana.id });
    expect(await read(later)).toMatchObject({ status: "snoozed" });
    const woken = (await read(due)).messages.filter(({ activity }) => activity?.type === "reopened");
    expect(woken).toHaveLength(1);
  });

  it("ends when the customer writes: their agent keeps it, or it waits for one again", async () => {
    const [mine, nobodys] = [await fresh(), ""];
    await takeOverConversation(ana.ctx, { id: mine });
    await snoozeConversation(ana.ctx, { id: mine, until: inMinutes(60) });
    expect((await chat.say("still there?")).reply).toBeNull();
    expect(await read(mine)).toMatchObject({ status: "open", assigneeId: ana.id, waitingSince: null });
    const waiting = nobodys || (await fresh());
    await chat.say("human");
    await snoozeConversation(ana.ctx, { id: waiting, until: inMinutes(60) });
    await chat.say("anybody?");
    expect(await read(waiting)).toMatchObject({
      status: "open",
      assigneeId: null,
      waitingSince: expect.any(String),
    });
  });
});

describe("assigning", () => {
  it("reaches members of this shop only", async () => {
    const id = await fresh();
    const stranger = await addPerson(await createTestShop(sql), "agent");
    for (const assigneeId of [stranger.id, newId()])
      await expect(assignConversation(ana.ctx, { id, assigneeId })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await read(id)).toMatchObject({ owner: "bot", assigneeId: null });
  });

  it("moves it from one to another, or to nobody, and wakes it", async () => {
    const id = await fresh();
    await snoozeConversation(ana.ctx, { id, until: "2999-01-01T00:00:00Z" });
    const given = await assignConversation(ana.ctx, { id, assigneeId: ben.id });
    expect(given).toMatchObject({ owner: "human", assigneeName: "Ben", status: "open", snoozedUntil: null });
    expect(given.messages.at(-1)!.activity).toMatchObject({
      type: "assigned",
      detail: "Ben",
      actorName: "Ana",
    });
    const freed = await assignConversation(ana.ctx, { id, assigneeId: null });
    expect(freed).toMatchObject({ owner: "human", assigneeId: null, waitingSince: expect.any(String) });
  });
});

describe("notes and ratings", () => {
  it("change neither owner nor preview", async () => {
    const id = await fresh();
    await chat.say("你好");
    const before = await read(id);
    const note = await addNote(ana.ctx, { id, text: "VIP, be kind" });
    expect(note).toMatchObject({ author: "note", authorName: "Ana", text: "VIP, be kind" });
    const after = await read(id);
    expect([after.owner, after.lastMessage]).toEqual([before.owner, before.lastMessage]);
  });

  it("of 1 to 5 are kept, the later one replaces the earlier", async () => {
    const id = await fresh();
    for (const score of [0, 6, 2.5]) {
      const bad = rateConversation(shop.ctx, { id, score });
      await expect(bad).rejects.toMatchObject({ code: "invalid_input" });
    }
    await rateConversation(shop.ctx, { id, score: 2, comment: "slow" });
    expect(await rateConversation(shop.ctx, { id, score: 5 })).toMatchObject({ rating: 5 });
    const [row] = await sql`SELECT rating_comment FROM conversations WHERE id = ${id}`;
    expect(row!.rating_comment).toBeNull();
  });
});

describe("the list", () => {
  it("filters by status, owner, assignee, customer and words, literally", async () => {
    const id = await fresh();
    await chat.say("human");
    await takeOverConversation(ben.ctx, { id });
    await answer(ben, id, "50% off_today");
    await resolveConversation(ben.ctx, { id });
    const ids = async (input: object, person = ben) =>
      (await listConversations(person.ctx, { limit: 200, ...input })).data.map((row) => row.id);
    expect(await ids({ status: "resolved", assignee: "me" })).toContain(id);
    expect(await ids({ status: "resolved", assignee: "me" }, ana)).not.toContain(id);
    expect(await ids({ q: "50% off_" })).toEqual([id]);
    expect(await ids({ q: "50% tomorrow" })).toEqual([]);
    expect(await ids({ q: "%" })).toEqual([]);
    expect(await ids({ customerId: shop.customers.wang })).not.toContain(id);
    expect(await ids({ assignee: "none" })).not.toContain(id);
    expect(await ids({ status: "open" })).not.toContain(id);
  });

  it("gives each conversation once, page by page", async () => {
    const all = (await listConversations(shop.ctx, { limit: 200 })).data.map((row) => row.id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(shop.ctx, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
  });
});
