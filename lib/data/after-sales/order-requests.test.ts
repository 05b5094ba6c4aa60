import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, type Sale } from "@/test/support/sale-shop";
import { openOwner } from "../catalog/test-shop";
import { type OrderRequestDto, orderRequestDto, orderRequestSummaryDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { cancelOrder, getOrderRequest, getServiceOrder, listOrderRequests } = await import(".");
const { requestInvoice, requestReturn, settleOrderRequest, summarizeOrderRequests } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
/** The ids of a return, an invoice and a cancellation, in the order in which they were asked for. */
let asked: [string, string, string];
let rmaNumber: string;
let orderNumber: string;

beforeAll(async () => {
  sale = await createSale(sql);
  const at = (day: number) => ({ ...sale.ctx, now: () => new Date(`2026-03-${day}T04:00:00Z`) });
  const orderId = await sale.sell(delivered());
  const { lines, number } = await getServiceOrder(sale.ctx, { orderId });
  orderNumber = number;
  const goods = { reason: "damaged" as const, isOpened: true, note: "The sleeve is torn." };
  const piece = { lineId: lines[0]!.lineId, quantity: 1 };
  const back = await requestReturn(at(14), { orderId, requestKey: newId(), ...goods, lines: [piece] });
  rmaNumber = back.details.label.rmaNumber;
  const invoice = { country: "FR", buyer: "personal" as const, title: "Li", email: "li@example.com" };
  const wanted = await requestInvoice(at(15), { orderId, requestKey: newId(), invoice });
  const other = await sale.sell({ customerId: sale.wang });
  const cancelled = await cancelOrder(at(16), { orderId: other, requestKey: newId() });
  asked = [back.id, wanted.id, cancelled.id];
});

const listed = async (filter: object) => (await listOrderRequests(sale.ctx, filter)).data.map(({ id }) => id);

describe("the list of order requests", () => {
  it("is sorted both ways and goes on after its pages", async () => {
    expect(await listed({})).toEqual(asked.toReversed());
    const found: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await listOrderRequests(sale.ctx, {
        ...{ sort: "oldest", limit: 1 },
        ...(cursor ? { cursor } : {}),
      });
      found.push(...page.data.map(({ id }: OrderRequestDto) => id));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(asked);
  });

  it("is found by the order's number, the return's number and the customer's name", async () => {
    const [back, invoice, cancelled] = asked;
    expect(await listed({ q: orderNumber.toLowerCase() })).toEqual([invoice, back]);
    expect(await listed({ q: rmaNumber.slice(0, 8).toLowerCase() })).toEqual([back]);
    expect(await listed({ q: "li" })).toEqual([invoice, back]);
    expect(await listed({ q: "%" })).toEqual([]);
    expect(await listed({ customerId: sale.wang })).toEqual([cancelled]);
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:read"] });
    expect((await listOrderRequests(key, { q: "li" })).data).toEqual([]);
  });

  it("shows one with the customer's own words to those who may read orders, of this shop", async () => {
    const [id] = asked;
    const found = await getOrderRequest(sale.asRole("viewer"), { id });
    expect(orderRequestDto.parse(found)).toEqual(found);
    expect(found).toMatchObject({ customerId: sale.li, remark: "The sleeve is torn.", isOpened: true });
    const other = await createSale(sql);
    await expect(getOrderRequest(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(getOrderRequest(sale.ctx, { id: "1" })).rejects.toMatchObject({ code: "invalid_input" });
    const visitor = getOrderRequest(sale.visitor(sale.li), { id });
    await expect(visitor).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the summary of order requests", () => {
  it("counts what is open, since when, and the money in it", async () => {
    const before = await summarizeOrderRequests(sale.ctx);
    expect(orderRequestSummaryDto.parse(before)).toEqual(before);
    // A shirt at 100.00, and a whole order of 240.00 with its shipping.
    expect(before).toEqual({
      hasAny: true,
      open: 3,
      oldestOpenAt: "2026-03-14T04:00:00.000Z",
      refunds: [{ amountMinor: 10_000 + 24_000, currency: "CNY" }],
      dues: [],
    });
    await settleOrderRequest(sale.ctx, { id: asked[0], status: "rejected", note: "It came back worn." });
    const after = await summarizeOrderRequests(sale.ctx);
    expect(after).toMatchObject({ open: 2, oldestOpenAt: "2026-03-15T04:00:00.000Z" });
    expect(after.refunds).toEqual([{ amountMinor: 24_000, currency: "CNY" }]);
    const other = await createSale(sql);
    const none = { hasAny: false, open: 0, oldestOpenAt: null, refunds: [], dues: [] };
    expect(await summarizeOrderRequests(other.ctx)).toEqual(none);
    const visitor = summarizeOrderRequests(sale.visitor(sale.li));
    await expect(visitor).rejects.toMatchObject({ code: "forbidden" });
  });
});
