import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { createLabel, deleteLabel, listLabels, updateLabel } = await import(".");
const { getConversation, labelConversation, listConversations } = await import("@/lib/service/conversations");
const { listAuditLog } = await import("@/lib/platform/audit");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let mei: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  mei = await addPerson(shop, "operator", { name: "Mei" });
});
const fresh = async () => (await shop.customerChat("li")).id;

describe("a label", () => {
  it("is made by an agent, changed and deleted by an operator, and the log says so", async () => {
    const made = await createLabel(ana.ctx, { name: "  VIP  ", color: "amber" });
    expect(made).toEqual({ id: made.id, name: "VIP", color: "amber" });
    await expect(updateLabel(ana.ctx, { id: made.id, name: "V" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deleteLabel(ana.ctx, { id: made.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await updateLabel(mei.ctx, { id: made.id, color: "blue" })).toMatchObject({
      color: "blue",
      name: "VIP",
    });
    await deleteLabel(mei.ctx, { id: made.id });
    await expect(deleteLabel(mei.ctx, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    const { data } = await listAuditLog(mei.ctx, { subjectId: made.id });
    expect(data.map(({ action }) => action).sort()).toEqual([
      "label.changed",
      "label.created",
      "label.deleted",
    ]);
  });

  it("has a name that no other has, whatever its case and width, also when two come at once", async () => {
    const both = await Promise.allSettled([
      createLabel(ana.ctx, { name: "Refund" }),
      createLabel(mei.ctx, { name: "ＲＥＦＵＮＤ" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const other = await createLabel(ana.ctx, { name: "退款" });
    const taken = updateLabel(mei.ctx, { id: other.id, name: "refund" });
    await expect(taken).rejects.toMatchObject({ code: "conflict", issues: [{ path: "name" }] });
    // Its own name is free to itself.
    expect(await updateLabel(mei.ctx, { id: other.id, name: "退款" })).toMatchObject({ name: "退款" });
  });

  it.each([{ name: " " }, { name: "x".repeat(41) }, { name: "n", color: "#ff0000" }])(
    "refuses %j",
    async (bad) => {
      await expect(createLabel(ana.ctx, bad as never)).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  it("of another shop is neither listed nor changed", async () => {
    const other = await createTestShop(sql);
    const theirs = await createLabel(other.ctx, { name: "Theirs" });
    expect(JSON.stringify(await listLabels(ana.ctx))).not.toContain(theirs.id);
    const change = updateLabel(mei.ctx, { id: theirs.id, name: "Ours" });
    await expect(change).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("labels on conversations", () => {
  it("come and go, twice without harm, and are counted", async () => {
    const id = await fresh();
    const late = await createLabel(ana.ctx, { name: "Zu spät" });
    const angry = await createLabel(ana.ctx, { name: "Angry", color: "cinnabar" });
    await labelConversation(ana.ctx, { id, add: [late.id, angry.id] });
    const again = await labelConversation(ana.ctx, { id, add: [late.id] });
    expect(again.labels.map(({ name }) => name)).toEqual(["Angry", "Zu spät"]);
    expect((await listLabels(ana.ctx)).data.find((label) => label.id === late.id)?.conversations).toBe(1);
    const less = await labelConversation(ana.ctx, { id, remove: [late.id] });
    expect(less.labels).toEqual([angry]);
    const { data } = await listAuditLog(mei.ctx, { subjectId: id, action: "conversation.labelled" });
    expect(data.map(({ details }) => details).reverse()).toEqual([
      { added: [late.id, angry.id], removed: [] },
      { added: [], removed: [late.id] },
    ]);
  });

  it("filter the list, and leave it with the label", async () => {
    const [one, two] = [await fresh(), await fresh()];
    const label = await createLabel(ana.ctx, { name: "Filter" });
    await labelConversation(ana.ctx, { id: one, add: [label.id] });
    await labelConversation(ana.ctx, { id: two, add: [label.id] });
    const shown = async () =>
      (await listConversations(ana.ctx, { label: label.id })).data.map(({ id }) => id).sort();
    expect(await shown()).toEqual([one, two].sort());
    expect((await listConversations(ana.ctx, { label: label.id, status: "resolved" })).data).toEqual([]);
    await deleteLabel(mei.ctx, { id: label.id });
    expect(await shown()).toEqual([]);
    expect((await getConversation(ana.ctx, { id: one })).labels).toEqual([]);
  });

  it("are announced to the desk", async () => {
    const id = await fresh();
    const label = await createLabel(ana.ctx, { name: "Live" });
    const events = async () =>
      (
        await sql`SELECT count(*)::int AS n FROM stream_events WHERE conversation_id = ${id} AND type = 'conversation'`
      )[0]!.n;
    const before = await events();
    await labelConversation(ana.ctx, { id, add: [label.id] });
    await labelConversation(ana.ctx, { id, add: [label.id] });
    expect(await events()).toBe(before + 1);
  });

  it("are refused where they do not exist, contradict each other or are another shop's", async () => {
    const id = await fresh();
    const { id: label } = await createLabel(ana.ctx, { name: "Own" });
    const foreign = await createLabel((await createTestShop(sql)).ctx, { name: "Own" });
    const put = (change: object) => labelConversation(ana.ctx, { id, ...change });
    await expect(put({ add: [label, foreign.id] })).rejects.toMatchObject({ code: "not_found" });
    expect((await getConversation(ana.ctx, { id })).labels).toEqual([]);
    await expect(put({ add: [label], remove: [label] })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(put({})).rejects.toMatchObject({ code: "invalid_input" });
  });
});
