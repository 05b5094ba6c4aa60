import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";
import type { CreateMacroInput } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { createMacro, deleteMacro, listMacros, updateMacro } = await import(".");
const desk = await import("@/lib/service/conversations");
const { createLabel, deleteLabel } = await import("@/lib/service/labels");
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

type Steps = CreateMacroInput["steps"];
const make = (steps: Steps, name = `m-${newId()}`) => createMacro(mei.ctx, { name, steps });
const run = (person: Person, conversationId: string, macroId: string) =>
  desk.runMacro(person.ctx, { conversationId, macroId });
async function waiting(externalId = "li") {
  const chat = await shop.customerChat(externalId, "en");
  await chat.say("I want to talk to a person");
  return chat.id;
}
const thread = async (id: string) =>
  (await desk.getConversation(shop.ctx, { id })).messages.map(({ author, activity, text }) =>
    author === "activity" ? `${activity!.type}${activity!.detail ? ` ${activity!.detail}` : ""}` : text,
  );

describe("a macro", () => {
  it("is the shop's by an operator, or an agent's own; the list is by name", async () => {
    const own = await createMacro(ana.ctx, { name: "b own", isPersonal: true, steps: [{ type: "resolve" }] });
    const shops = await make([{ type: "resolve" }], "A shop’s");
    expect((await listMacros(ana.ctx)).data.map(({ name }) => name)).toEqual(["A shop’s", "b own"]);
    expect((await listMacros(ben.ctx)).data.map(({ name }) => name)).toEqual(["A shop’s"]);
    const forbidden = { code: "forbidden" };
    const byAgent = createMacro(ana.ctx, { name: "x", steps: [{ type: "resolve" }] });
    await expect(byAgent).rejects.toMatchObject(forbidden);
    await expect(updateMacro(ana.ctx, { id: shops.id, name: "x" })).rejects.toMatchObject(forbidden);
    await expect(deleteMacro(mei.ctx, { id: own.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(run(ben, await waiting(), own.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(make([{ type: "resolve" }], "a SHOP’S")).rejects.toMatchObject({ code: "conflict" });
    await updateMacro(mei.ctx, { id: shops.id, name: "Renamed", steps: [{ type: "hand_back" }] });
    expect((await listMacros(mei.ctx, { q: "renam" })).data).toMatchObject([
      { name: "Renamed", steps: [{ type: "hand_back" }] },
    ]);
    await deleteMacro(mei.ctx, { id: shops.id });
    await deleteMacro(ana.ctx, { id: own.id });
  });

  it("is refused where its steps could never do what they say", async () => {
    const bad: [Steps, string][] = [
      [[], "Add a step"],
      [[{ type: "resolve" }, { type: "reply", texts: { en: "Bye" } }], "put away"],
      [[{ type: "label" }], "Choose a label"],
      [[{ type: "reply", texts: { en: "{{nobody.knows}}" } }], "There is no variable"],
      [[{ type: "reply", texts: {} }], "in one language at least"],
      [[{ type: "snooze", minutes: 0 }], ""],
    ];
    for (const [steps, message] of bad)
      await expect(make(steps)).rejects.toMatchObject({
        code: "invalid_input",
        message: expect.stringContaining(message),
      });
    const stranger = await createTestShop(sql);
    const label = await createLabel(stranger.ctx, { name: "theirs" });
    const foreign = make([{ type: "label", add: [label.id] }]);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await expect(make([{ type: "assign", to: newId() }])).rejects.toMatchObject({ code: "not_found" });
  });

  it("runs its steps in order, filled in, with a line that says who ran it, and is counted", async () => {
    const label = await createLabel(mei.ctx, { name: "late" });
    const macro = await make(
      [
        { type: "take_over" },
        { type: "reply", texts: { en: "Hello {{customer.name}}, {{agent.name}} here.", zh: "您好" } },
        { type: "note", text: "Told {{customer.name}}" },
        { type: "label", add: [label.id] },
        { type: "snooze", minutes: 120 },
      ],
      "Late parcel",
    );
    const id = await waiting();
    const { conversation, undoId } = await run(ana, id, macro.id);
    expect(conversation).toMatchObject({ status: "snoozed", assigneeId: ana.id, labels: [{ name: "late" }] });
    expect(undoId).toBeNull();
    expect((await thread(id)).slice(-5)).toEqual([
      "macro Late parcel",
      expect.stringMatching(/^takeover/),
      "Hello Li, Ana here.",
      "Told Li",
      expect.stringMatching(/^snoozed/),
    ]);
    const [line] = conversation.messages.filter(({ activity }) => activity?.type === "macro");
    expect(line!.activity).toMatchObject({ actorName: "Ana" });
    expect((await listMacros(ana.ctx, { q: "late parcel" })).data).toMatchObject([{ timesUsed: 1 }]);
    const { data } = await listAuditLog(mei.ctx, { subjectId: id, limit: 50 });
    expect(data.map(({ action }) => action)).toContain("macro.run");
  });

  it("shows the customer nothing but the reply", async () => {
    const browser = await shop.openBrowser("li");
    const { id } = (await browser.say("I want to talk to a person")).conversation;
    const macro = await make([{ type: "take_over" }, { type: "reply", texts: { en: "Hi" } }], "Secret name");
    await run(ana, id, macro.id);
    const after = JSON.stringify(await desk.getVisitorConversation(browser.ctx));
    expect(after).toContain("Hi");
    expect(after).not.toContain("Secret name");
  });

  it("is refused as a whole by the step that cannot be done, and says which and why", async () => {
    const label = await createLabel(mei.ctx, { name: `gone-${newId().slice(-6)}` });
    const done: Steps = [{ type: "take_over" }, { type: "note", text: "first" }];
    const late = await make([...done, { type: "label", add: [label.id] }]);
    const unfilled = await make([...done, { type: "reply", texts: { en: "See {{order.trackingNumber}}" } }]);
    const silent = await make([
      { type: "note", text: "first" },
      { type: "reply", texts: { en: "Hi" } },
    ]);
    const taker = await make(done);
    await deleteLabel(mei.ctx, { id: label.id });

    const id = await waiting("guest");
    const before = await thread(id);
    const refusedBy = (macro: { id: string }, person = ana) => run(person, id, macro.id);
    await expect(refusedBy(late)).rejects.toMatchObject({
      code: "not_found",
      details: { step: 3, reason: "label_gone" },
    });
    await expect(refusedBy(unfilled)).rejects.toMatchObject({
      code: "not_possible",
      details: { step: 3, reason: "unfilled_variable", variables: ["order.trackingNumber"] },
    });
    await desk.handBackConversation(ana.ctx, { id });
    await expect(refusedBy(silent)).rejects.toMatchObject({
      code: "conversation_owned_by_bot",
      message: expect.stringContaining("Step 2"),
      details: { step: 2 },
    });
    expect(await thread(id)).toEqual([...before, "handback"]);
    await desk.takeOverConversation(ben.ctx, { id });
    await expect(refusedBy(taker)).rejects.toMatchObject({
      code: "conflict",
      details: { step: 1, reason: "taken_by_colleague" },
    });
    const viewer = await addPerson(shop, "viewer");
    await expect(run(viewer, id, taker.id)).rejects.toMatchObject({ code: "forbidden" });
    const byKey = desk.runMacro(shop.ctx, {
      conversationId: id,
      macroId: (await make([{ type: "assign", to: "me" }])).id,
    });
    await expect(byKey).rejects.toMatchObject({ code: "not_possible", details: { reason: "key_is_nobody" } });
  });

  it("without words is taken back", async () => {
    const id = await waiting();
    const macro = await make([{ type: "assign", to: ben.id }, { type: "resolve" }]);
    const { undoId } = await run(ana, id, macro.id);
    expect(await desk.getConversation(ana.ctx, { id })).toMatchObject({ status: "resolved" });
    await desk.undoAct(ana.ctx, { id: undoId! });
    expect(await desk.getConversation(ana.ctx, { id })).toMatchObject({ status: "open", assigneeId: null });
  });

  it("on many conversations leaves nothing of itself where it is refused", async () => {
    const [free, taken] = [await waiting("li"), await waiting("wang")];
    await desk.takeOverConversation(ben.ctx, { id: taken });
    const macro = await make([
      { type: "note", text: "looked at" },
      { type: "take_over" },
      { type: "resolve" },
    ]);
    const act = { type: "macro" as const, macroId: macro.id };
    const { results } = await desk.updateConversations(ana.ctx, { ids: [taken, free], act });
    expect(results).toMatchObject([
      { id: taken, status: "refused", error: { step: 2, reason: "taken_by_colleague" } },
      { id: free, status: "changed" },
    ]);
    expect(await thread(taken)).not.toContain("looked at");
    expect(await thread(free)).toContain("looked at");
  });

  it("run by two at once on one conversation runs for one after the other", async () => {
    const id = await waiting();
    const macro = await make([{ type: "take_over" }, { type: "note", text: "mine" }]);
    const settled = await Promise.allSettled([run(ana, id, macro.id), run(ben, id, macro.id)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await thread(id)).filter((line) => line === "mine")).toHaveLength(1);
  });
});
