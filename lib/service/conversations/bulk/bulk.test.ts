import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";
import type { UpdateConversationsInput } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const desk = await import("..");
const { createLabel, deleteLabel } = await import("@/lib/service/labels");
const { createMacro } = await import("@/lib/service/macros");
const { setServiceLevels } = await import("@/lib/service/staffing");
const { readEventsAfter, readLivePosition } = await import("@/lib/platform/live");
const { listAuditLog } = await import("@/lib/platform/audit");
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

/** Conversations that wait for a person. */
async function waiting(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const chat = await shop.customerChat(`c-${newId()}`, "en");
    await chat.say("I want to talk to a person");
    ids.push(chat.id);
  }
  return ids;
}

const bulk = (person: Person, ids: string[], act: UpdateConversationsInput["act"]) =>
  desk.updateConversations(person.ctx, { ids, act });
const read = (id: string) => desk.getConversation(shop.ctx, { id });
const lines = async (id: string) =>
  (await read(id)).messages.flatMap(({ activity }) => (activity ? [activity.type] : []));

describe("a bulk act", () => {
  it("changes what it can, says what stood so already, and why the rest was refused", async () => {
    const [open, mine, theirs] = (await waiting(3)) as [string, string, string];
    await desk.takeOverConversation(ana.ctx, { id: mine });
    await desk.takeOverConversation(ben.ctx, { id: theirs });
    const gone = newId();
    const { results, undoId } = await bulk(ana, [open, mine, theirs, gone], { type: "take_over" });
    expect(results).toMatchObject([
      { id: open, status: "changed" },
      { id: mine, status: "unchanged" },
      { id: theirs, status: "refused", error: { code: "conflict", reason: "taken_by_colleague" } },
      { id: gone, status: "refused", error: { code: "not_found" } },
    ]);
    expect(undoId).not.toBeNull();
    expect(await read(open)).toMatchObject({ assigneeId: ana.id, owner: "human" });
    expect(await read(theirs)).toMatchObject({ assigneeId: ben.id });
    const { data } = await listAuditLog(mei.ctx, { subjectId: undoId! });
    expect(data).toMatchObject([
      { action: "conversations.changed", details: { changed: [open], refused: 2 } },
    ]);
  });

  it("announces each conversation to the desk once, and to nobody what has not changed", async () => {
    const ids = await waiting(2);
    await desk.resolveConversation(ana.ctx, { id: ids[0]! });
    const from = (await readLivePosition(shop.ctx)) ?? 0;
    await bulk(ana, ids, { type: "resolve" });
    const events = (await readEventsAfter(shop.ctx, from)) ?? [];
    expect(events.map(({ type, conversationId }) => [type, conversationId])).toEqual([
      ["message", ids[1]],
      ["conversation", ids[1]],
    ]);
  });

  it("is refused as a whole for a label, member or macro of nobody, and for a time that is over", async () => {
    const ids = await waiting(1);
    const ghost = newId();
    const notFound = { code: "not_found" };
    const acts: UpdateConversationsInput["act"][] = [
      { type: "label", labels: { add: [ghost] } },
      { type: "assign", assigneeId: ghost },
      { type: "macro", macroId: ghost },
    ];
    for (const act of acts) await expect(bulk(ana, ids, act)).rejects.toMatchObject(notFound);
    const over = bulk(ana, ids, { type: "snooze", until: "2020-01-01T00:00:00Z" });
    await expect(over).rejects.toMatchObject({ code: "invalid_input" });
    const viewer = await addPerson(shop, "viewer");
    await expect(bulk(viewer, ids, { type: "resolve" })).rejects.toMatchObject({ code: "forbidden" });
    const tooMany = Array.from({ length: 201 }, () => newId());
    await expect(bulk(ana, tooMany, { type: "resolve" })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await lines(ids[0]!)).toEqual(["handoff"]);
  });

  it("does not see another shop's conversations, nor its acts", async () => {
    const stranger = await openChatShop(sql);
    const [id] = (await waiting(1)) as [string];
    const { results, undoId } = await desk.updateConversations(stranger.ctx, {
      ids: [id],
      act: { type: "resolve" },
    });
    expect(results).toMatchObject([{ status: "refused", error: { code: "not_found" } }]);
    expect(undoId).toBeNull();
    const own = await bulk(ana, [id], { type: "resolve" });
    const undone = desk.undoAct(stranger.ctx, { id: own.undoId! });
    await expect(undone).rejects.toMatchObject({ code: "not_found" });
    expect(await read(id)).toMatchObject({ status: "resolved" });
  });

  it("of two agents on the same conversations in opposite order goes through for both", async () => {
    const ids = await waiting(8);
    const label = await createLabel(mei.ctx, { name: `l-${newId().slice(-6)}` });
    const acts = Array.from({ length: 6 }, (_, round) => {
      const order = round % 2 === 0 ? ids : ids.toReversed();
      return round % 3 === 0
        ? bulk(ana, order, { type: "label", labels: { add: [label.id] } })
        : bulk(ben, order, round % 3 === 1 ? { type: "take_over" } : { type: "resolve" });
    });
    const settled = await Promise.allSettled(acts);
    expect(settled.filter(({ status }) => status === "rejected")).toEqual([]);
    for (const id of ids) expect((await read(id)).labels).toMatchObject([{ id: label.id }]);
  });

  it("of two agents who take over the same conversations gives each to one of them", async () => {
    const ids = await waiting(6);
    const [one, other] = await Promise.all([
      bulk(ana, ids, { type: "take_over" }),
      bulk(ben, ids.toReversed(), { type: "take_over" }),
    ]);
    const all = [...one.results, ...other.results];
    expect(all.filter(({ status }) => status === "changed")).toHaveLength(6);
    expect(all.filter(({ status }) => status === "refused")).toHaveLength(6);
  });
});

describe("taking a bulk act back", () => {
  it("puts status, assignee, snooze, labels and clocks back as they stood", async () => {
    await setServiceLevels(shop.asRole("owner"), {
      levels: [
        {
          channel: "any",
          counts: "calendar",
          firstResponseMinutes: 30,
          nextResponseMinutes: 60,
          resolutionMinutes: 600,
        },
      ],
    });
    const [queued, snoozed, bots] = (await waiting(3)) as [string, string, string];
    const [vip, late] = [
      await createLabel(mei.ctx, { name: `vip-${newId().slice(-6)}` }),
      await createLabel(mei.ctx, { name: `late-${newId().slice(-6)}` }),
    ];
    await desk.labelConversation(ana.ctx, { id: queued, add: [vip.id] });
    await desk.snoozeConversation(ben.ctx, { id: snoozed, until: "2026-08-01T00:00:00Z" });
    await desk.handBackConversation(ben.ctx, { id: bots });
    const standing = async () =>
      (await Promise.all([queued, snoozed, bots].map(read))).map(
        // How long somebody has waited goes on.
        ({ messages: _, scheduled: __, updatedAt: ___, handoff: ____, ...rest }) => rest,
      );
    const before = await standing();
    expect(before[0]!.due).not.toBeNull();
    const all = [queued, snoozed, bots];
    const acts: UpdateConversationsInput["act"][] = [
      { type: "assign", assigneeId: ben.id },
      { type: "resolve" },
      { type: "snooze", until: "2026-09-01T00:00:00Z" },
      { type: "label", labels: { add: [late.id], remove: [vip.id] } },
      { type: "hand_back" },
    ];
    for (const act of acts) {
      const { undoId, results } = await bulk(ana, all, act);
      expect(results.some(({ status }) => status === "changed")).toBe(true);
      expect(await standing()).not.toEqual(before);
      const undone = await desk.undoAct(ana.ctx, { id: undoId! });
      expect(undone.results.every(({ status }) => status === "changed")).toBe(true);
      // What the bot was told stays forgotten after a hand-back.
      const now = (await standing()).map((each) => ({ ...each, slots: {} }));
      expect(now, act.type).toEqual(before.map((each) => ({ ...each, slots: {} })));
    }
    expect(await lines(queued)).toContain("undone");
  });

  it("leaves alone what has changed since, and says so", async () => {
    const [one, other] = (await waiting(2)) as [string, string];
    const { undoId } = await bulk(ana, [one, other], { type: "resolve" });
    await desk.reopenConversation(ben.ctx, { id: other });
    const { results } = await desk.undoAct(ana.ctx, { id: undoId! });
    expect(results).toMatchObject([
      { id: one, status: "changed" },
      { id: other, status: "refused", error: { code: "conflict", reason: "changed_since" } },
    ]);
    await expect(desk.undoAct(ana.ctx, { id: undoId! })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is for who did it alone, and does not bring back what is gone", async () => {
    const [id] = (await waiting(1)) as [string];
    const label = await createLabel(mei.ctx, { name: `gone-${newId().slice(-6)}` });
    const leaver = await addPerson(shop, "agent", { name: "Leaver" });
    await desk.assignConversation(ana.ctx, { id, assigneeId: leaver.id });
    await desk.labelConversation(ana.ctx, { id, add: [label.id] });
    const { undoId } = await bulk(ana, [id], { type: "assign", assigneeId: ben.id });
    const others = desk.undoAct(ben.ctx, { id: undoId! });
    await expect(others).rejects.toMatchObject({ code: "not_found" });
    await deleteLabel(mei.ctx, { id: label.id });
    await sql`DELETE FROM memberships WHERE merchant_id = ${shop.merchantId} AND user_id = ${leaver.id}`;
    await desk.undoAct(ana.ctx, { id: undoId! });
    expect(await read(id)).toMatchObject({ assigneeId: null, owner: "human", labels: [] });
    expect((await read(id)).waitingSince).not.toBeNull();
  });

  it("is not offered for a macro that writes", async () => {
    const ids = await waiting(1);
    const steps = [{ type: "take_over" as const }, { type: "reply" as const, texts: { en: "Hello" } }];
    const { id: macroId } = await createMacro(mei.ctx, { name: `hello-${newId()}`, steps });
    expect(await bulk(ana, ids, { type: "macro", macroId })).toMatchObject({
      results: [{ status: "changed" }],
      undoId: null,
    });
  });
});
