import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { createSale, PARCEL, type Sale } from "@/test/support/sale-shop";
import { openOwner } from "../catalog/test-shop";
import { addressChangeCheckDto, changedAddressDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { changeShippingAddress, checkChangeShippingAddress } = await import(".");
const { getOrder } = await import("../orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

const shanghai = {
  recipient: "李雷",
  phone: "+86 138 0013 8000",
  lines: ["人民路1号 3楼"],
  city: "上海",
  postalCode: "200001",
  country: "CN",
};
const madrid = {
  recipient: "Ana Gil",
  lines: ["Calle Mayor 1", "2º B"],
  city: "Madrid",
  region: "Madrid",
  postalCode: "28013",
  country: "ES",
};

describe("changeShippingAddress", () => {
  it("sends the order elsewhere and remembers where it would have gone", async () => {
    const orderId = await sale.sell({ shippingAddress: shanghai });
    const check = await checkChangeShippingAddress(sale.ctx, { orderId });
    expect(addressChangeCheckDto.parse(check)).toEqual(check);
    expect(check).toEqual({ isPossible: true, current: shanghai });
    const requestKey = newId();
    const done = await changeShippingAddress(sale.visitor(sale.li), { orderId, requestKey, address: madrid });
    expect(changedAddressDto.parse(done)).toEqual(done);
    expect(done).toMatchObject({ status: "done", details: { before: shanghai, after: madrid } });
    expect(await getOrder(sale.ctx, { id: orderId })).toMatchObject({ shippingAddress: madrid });
    expect(await sale.audited(orderId)).toEqual(["order.address_changed"]);
    const [audit] = await sql`SELECT details::text FROM audit_log
      WHERE subject_id = ${orderId} AND action = 'order.address_changed'`;
    expect(audit!.details).not.toContain("Mayor");
    // The same wish again changes nothing, even when the address has changed since.
    await changeShippingAddress(sale.ctx, { orderId, requestKey: newId(), address: shanghai });
    expect(await changeShippingAddress(sale.ctx, { orderId, requestKey, address: madrid })).toEqual(done);
    expect(await getOrder(sale.ctx, { id: orderId })).toMatchObject({ shippingAddress: shanghai });
    const other = changeShippingAddress(sale.ctx, { orderId, requestKey, address: shanghai });
    await expect(other).rejects.toMatchObject({ code: "idempotency_key_reused" });
  });

  it("fills in an address where none was known", async () => {
    const orderId = await sale.sell();
    expect(await checkChangeShippingAddress(sale.ctx, { orderId })).toEqual({
      isPossible: true,
      current: null,
    });
    await changeShippingAddress(sale.ctx, { orderId, requestKey: newId(), address: madrid });
    expect((await getOrder(sale.ctx, { id: orderId })).shippingAddress).toEqual(madrid);
  });

  it.each([
    [{ shipments: [PARCEL.packed] }, "already_packed"],
    [{ status: "shipped", shipments: [PARCEL.inTransit] }, "already_shipped"],
    [{ status: "cancelled" }, "already_cancelled"],
    [{ shippingAddress: madrid }, "nothing_changes"],
  ])("refuses for %o", async (over, reason) => {
    const orderId = await sale.sell(over);
    const attempt = changeShippingAddress(sale.ctx, { orderId, requestKey: newId(), address: madrid });
    await expect(attempt).rejects.toMatchObject({ code: "not_possible", details: { reason } });
  });

  it.each([
    ["no phone in China", { ...shanghai, phone: undefined }, "phone"],
    ["letters for a phone", { ...shanghai, phone: "call me" }, "phone"],
    ["a wrong Chinese code", { ...shanghai, postalCode: "20001" }, "postalCode"],
    ["no code in Spain", { ...madrid, postalCode: undefined }, "postalCode"],
    ["a province that Spain lacks", { ...madrid, postalCode: "53001" }, "postalCode"],
    ["no street", { ...madrid, lines: [] }, "lines"],
    ["an empty street", { ...madrid, lines: [" "] }, "lines.0"],
    ["no country that exists", { ...madrid, country: "QQ" }, "country"],
    ["a country's name", { ...madrid, country: "Spain" }, "country"],
    ["nobody", { ...madrid, recipient: " " }, "recipient"],
    ["half a character", { ...madrid, city: "\ud800" }, "city"],
    ["too much", { ...madrid, lines: ["x".repeat(201)] }, "lines.0"],
  ])("takes no address with %s", async (_, address, path) => {
    const orderId = await sale.sell();
    const attempt = changeShippingAddress(sale.ctx, {
      orderId,
      requestKey: newId(),
      address: address as never,
    });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid_input",
      issues: expect.arrayContaining([expect.objectContaining({ path: `address.${path}` })]),
    });
  });

  it("needs the permission and knows one shop", async () => {
    const orderId = await sale.sell();
    const input = { orderId, requestKey: newId(), address: madrid };
    const attempt = changeShippingAddress(sale.asRole("viewer"), input);
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    const other = await createSale(sql);
    await expect(changeShippingAddress(other.ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeShippingAddress(sale.visitor(sale.wang), input)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
