import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { complaintDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { changeComplaint, getComplaint, listComplaints } = await import(".");
const { openComplaint, summarizeComplaints } = await import(".");
const { mergeCustomers } = await import("../customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});
const broken = () => ({ requestKey: newId(), category: "product" as const, text: "It came broken." });

describe("openComplaint", () => {
  it("keeps what was said, by whom and about what", async () => {
    const conversationId = newId();
    await sql`INSERT INTO conversations (merchant_id, id, channel, customer_id)
      VALUES (${sale.merchantId}, ${conversationId}, 'web', ${sale.li})`;
    const input = { ...broken(), severity: "high" as const, orderId: await sale.sell(), conversationId };
    const opened = await openComplaint(sale.visitor(sale.li), input);
    expect(complaintDto.parse(opened)).toEqual(opened);
    expect(opened).toMatchObject({
      status: "open",
      severity: "high",
      customerId: sale.li,
      orderId: input.orderId,
      conversationId,
      actor: { type: "customer", name: "customer" },
    });
    expect(await sale.audited(opened.id)).toEqual(["complaint.opened"]);
    const events =
      await sql`SELECT type, audience FROM stream_events WHERE conversation_id = ${conversationId}`;
    expect([...events]).toEqual([{ type: "service", audience: "agents" }]);
  });

  it("happens once for a key, also at the same moment", async () => {
    const input = broken();
    const all = await Promise.all(Array.from({ length: 5 }, () => openComplaint(sale.ctx, input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const other = openComplaint(sale.ctx, { ...input, text: "Something else" });
    await expect(other).rejects.toMatchObject({ code: "idempotency_key_reused" });
  });

  it("takes no other person's order, conversation or nonsense", async () => {
    const orderId = await sale.sell();
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      await expect(openComplaint(ctx, { ...broken(), orderId })).rejects.toMatchObject({ code: "not_found" });
    const nowhere = openComplaint(sale.ctx, { ...broken(), conversationId: newId() });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
    for (const bad of [
      { text: " " },
      { text: "x".repeat(4_001) },
      { category: "weather" },
      { severity: "max" },
    ])
      await expect(openComplaint(sale.ctx, { ...broken(), ...bad } as never)).rejects.toMatchObject({
        code: "invalid_input",
      });
    await expect(openComplaint(sale.asRole("viewer"), broken())).rejects.toMatchObject({ code: "forbidden" });
    expect(await openComplaint(sale.visitor(null), broken())).toMatchObject({ customerId: null });
  });
});

describe("people who work on complaints", () => {
  it("find them, take them up, close them with a word, and may open them again", async () => {
    const shop = await createSale(sql);
    const first = await openComplaint(shop.ctx, broken(), { customerId: shop.li });
    const second = await openComplaint(shop.ctx, { ...broken(), severity: "high" });
    const agent = shop.asRole("agent");
    const listed = async (filter = {}) => (await listComplaints(agent, filter)).data.map(({ id }) => id);
    expect((await listed()).sort()).toEqual([first.id, second.id].sort());
    expect(await listed({ severity: "high" })).toEqual([second.id]);
    expect(await listed({ customerId: shop.li })).toEqual([first.id]);
    await changeComplaint(agent, { id: first.id, status: "in_progress" });
    const silent = changeComplaint(agent, { id: first.id, status: "closed" });
    await expect(silent).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "resolution" }] });
    const close = { id: first.id, status: "closed" as const, resolution: "A new one is on its way." };
    const closed = await changeComplaint(agent, close);
    expect(closed).toMatchObject({ status: "closed", closedBy: "agent", resolution: close.resolution });
    expect(await changeComplaint(agent, close)).toEqual(closed);
    expect(await listed({ status: "open" })).toEqual([second.id]);
    expect(await changeComplaint(agent, { id: first.id, status: "open" })).toMatchObject({ closedAt: null });
    expect(await shop.audited(first.id)).toEqual([
      "complaint.opened",
      "complaint.changed",
      "complaint.changed",
      "complaint.changed",
    ]);
    const stranger = await createSale(sql);
    expect((await listComplaints(stranger.ctx)).data).toEqual([]);
    await expect(changeComplaint(stranger.ctx, close)).rejects.toMatchObject({ code: "not_found" });
    for (const ctx of [shop.asRole("viewer"), shop.visitor(shop.li)])
      await expect(changeComplaint(ctx, close)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listComplaints(shop.visitor(shop.li))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("see whose it is: who took it up, or closed it untouched; nobody's once it is put back", async () => {
    const shop = await createSale(sql);
    const [agent, operator] = [shop.asRole("agent"), shop.asRole("operator")];
    const { id } = await openComplaint(shop.ctx, broken());
    expect((await changeComplaint(agent, { id, status: "in_progress" })).ownerName).toBe("agent");
    const closed = await changeComplaint(operator, { id, status: "closed", resolution: "Sent anew." });
    expect(closed).toMatchObject({ ownerName: "agent", closedBy: "operator" });
    expect((await changeComplaint(operator, { id, status: "open" })).ownerName).toBeNull();
    const again = await changeComplaint(operator, { id, status: "closed" });
    expect(again.ownerName).toBe("operator");
    expect(await getComplaint(shop.asRole("viewer"), { id })).toEqual(again);
    const other = await createSale(sql);
    await expect(getComplaint(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getComplaint(shop.visitor(null), { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("count those that are not closed, and list the oldest first where they want", async () => {
    const shop = await createSale(sql);
    const none = { hasAny: false, unclosed: 0, high: 0, oldestAt: null };
    expect(await summarizeComplaints(shop.ctx)).toEqual(none);
    const at = (day: number) => ({ ...shop.ctx, now: () => new Date(`2026-03-${day}T00:00:00Z`) });
    const [early, late] = [
      await openComplaint(at(11), { ...broken(), severity: "high" }),
      await openComplaint(at(12), { ...broken(), severity: "high", category: "delivery" }),
    ];
    await openComplaint(at(13), broken());
    const oldest = await listComplaints(shop.ctx, { severity: "high", sort: "oldest" });
    expect(oldest.data.map(({ id }) => id)).toEqual([early.id, late.id]);
    const delivery = await listComplaints(shop.ctx, { category: "delivery" });
    expect(delivery.data.map(({ id }) => id)).toEqual([late.id]);
    await changeComplaint(shop.ctx, { id: early.id, status: "closed", resolution: "Paid back." });
    const left = { hasAny: true, unclosed: 2, high: 1, oldestAt: "2026-03-12T00:00:00.000Z" };
    expect(await summarizeComplaints(shop.asRole("viewer"))).toEqual(left);
    await expect(summarizeComplaints(shop.visitor(null))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("see them with the customer after two records became one", async () => {
    const shop = await createSale(sql);
    const { id } = await openComplaint(shop.ctx, broken(), { customerId: shop.wang });
    await mergeCustomers(shop.ctx, { from: { id: shop.wang }, into: { id: shop.li } });
    const { data } = await listComplaints(shop.ctx, { customerId: shop.li });
    expect(data.map((complaint) => complaint.id)).toEqual([id]);
    const late = await openComplaint(shop.ctx, broken(), { customerId: shop.wang });
    expect(late.customerId).toBe(shop.li);
  });
});
