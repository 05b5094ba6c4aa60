import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, type Sale } from "@/test/support/sale-shop";
import { invoiceCheckDto, requestedInvoiceDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { checkInvoice, requestInvoice, settleOrderRequest } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

const email = "books@example.com";
const person = { country: "CN", buyer: "personal" as const, title: "李雷", email };
const company = {
  country: "CN",
  kind: "special" as const,
  buyer: "company" as const,
  title: "示例科技有限公司",
  taxNumber: "9135 0100 m000 100y 43",
  email,
};
const ask = async (invoice: object, orderId?: string) =>
  requestInvoice(sale.ctx, {
    orderId: orderId ?? (await sale.sell()),
    requestKey: newId(),
    invoice: invoice as typeof person,
  });

describe("requestInvoice", () => {
  it("asks for one, tells of it when asked again, and allows another once it was turned down", async () => {
    const orderId = await sale.sell();
    const check = await checkInvoice(sale.visitor(sale.li), { orderId });
    expect(invoiceCheckDto.parse(check)).toEqual(check);
    expect(check).toEqual({ isPossible: true, amount: cny(24_000) });
    const done = await ask(company, orderId);
    expect(requestedInvoiceDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({
      status: "open",
      refund: null,
      details: { kind: "special", taxNumber: "91350100M000100Y43", amount: cny(24_000) },
    });
    expect(await checkInvoice(sale.ctx, { orderId })).toEqual({
      isPossible: false,
      reason: "already_requested",
      requestId: done.id,
      requestStatus: "open",
    });
    await expect(ask(person, orderId)).rejects.toMatchObject({ details: { requestId: done.id } });
    await settleOrderRequest(sale.ctx, { id: done.id, status: "rejected", note: "no such company" });
    expect(await ask(person, orderId)).toMatchObject({ details: { kind: "general", title: "李雷" } });
    expect(await sale.audited(orderId)).toEqual([
      "order.invoice_requested",
      "order_request.settled",
      "order.invoice_requested",
    ]);
  });

  it.each([
    [{ status: "pending" }, "not_paid_yet"],
    [{ status: "cancelled" }, "already_cancelled"],
    [{ status: "returned" }, "already_returned"],
  ])("refuses for %o", async (over, reason) => {
    const orderId = await sale.sell(over);
    await expect(ask(person, orderId)).rejects.toMatchObject({ code: "not_possible", details: { reason } });
  });

  it.each([
    { ...company, kind: "general" },
    { country: "ES", buyer: "company", title: "Telefónica", taxNumber: "es-A28015865", email },
    { country: "ES", buyer: "company", title: "Ana, autónoma", taxNumber: "12345678-z", email },
    { country: "ES", buyer: "personal", title: "Ana", email },
    { country: "ES", buyer: "personal", title: "Ana", taxNumber: "X1234567L", email },
    { country: "DE", buyer: "company", title: "GmbH", taxNumber: "DE 123", email },
    { country: "US", buyer: "company", title: "Inc.", email },
  ])("takes %o", async (invoice) => {
    expect(await ask(invoice)).toMatchObject({ status: "open" });
  });

  it.each([
    ["taxNumber", { ...company, taxNumber: "91350100M000100Y44" }],
    ["taxNumber", { ...company, taxNumber: undefined }],
    ["kind", { ...company, buyer: "personal" }],
    ["kind", { ...company, country: "ES", taxNumber: "A28015865" }],
    ["taxNumber", { country: "ES", buyer: "company", title: "S.A.", email }],
    ["taxNumber", { country: "ES", buyer: "personal", title: "Ana", taxNumber: "A28015865", email }],
    ["taxNumber", { country: "ES", buyer: "company", title: "S.A.", taxNumber: "A28015866", email }],
    ["email", { ...person, email: "nobody" }],
    ["title", { ...person, title: " " }],
    ["country", { ...person, country: "China" }],
  ])("finds a wrong %s in %o", async (path, invoice) => {
    await expect(ask(invoice)).rejects.toMatchObject({
      code: "invalid_input",
      issues: [expect.objectContaining({ path: `invoice.${path}` })],
    });
  });

  it("lets one of two through that ask at once", async () => {
    const orderId = await sale.sell();
    const asked = await Promise.allSettled([
      ask(person, orderId),
      ask(company, orderId),
      ask(person, orderId),
    ]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("needs the permission, the person and the shop", async () => {
    const input = { orderId: await sale.sell(), requestKey: newId(), invoice: person };
    await expect(requestInvoice(sale.asRole("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      await expect(requestInvoice(ctx, input)).rejects.toMatchObject({ code: "not_found" });
  });
});
