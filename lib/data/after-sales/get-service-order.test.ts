import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { createSale, delivered, PARCEL, type Sale } from "@/test/support/sale-shop";
import { serviceOptionsDto, serviceOrderDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { getServiceOptions, getServiceOrder, requestReturn } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let sale: Sale;
beforeAll(async () => {
  sale = await createSale(sql);
});

describe("getServiceOrder", () => {
  it("names lines as services do, with what is left of each", async () => {
    const orderId = await sale.sell(delivered({ email: "li@example.com", discount: cny(100) }));
    const before = await getServiceOrder(sale.visitor(sale.li), { orderId });
    expect(serviceOrderDto.parse(before)).toEqual(before);
    expect(before).toMatchObject({
      stage: "delivered",
      total: cny(23_900),
      refunded: cny(0),
      lines: [
        {
          productId: sale.products.white,
          options: { colour: { en: "white" } },
          hasVariants: true,
          quantity: 2,
        },
        { productId: sale.products.mug, name: { en: "Mug" }, options: {}, hasVariants: false, returned: 0 },
      ],
    });
    expect(JSON.stringify(before)).not.toContain("li@example.com");
    const lines = [{ lineId: before.lines[0]!.lineId, quantity: 1 }];
    const back = { orderId, requestKey: newId(), reason: "late" as const, isOpened: false, lines };
    const { refund } = await requestReturn(sale.ctx, back);
    expect(await getServiceOrder(sale.ctx, { orderId })).toMatchObject({
      refunded: refund,
      lines: [{ returned: 1 }, {}],
    });
  });

  it.each([
    [{ status: "pending" }, "unpaid"],
    [{}, "paid"],
    [{ shipments: [PARCEL.packed] }, "packed"],
    [{ shipments: [PARCEL.inTransit] }, "shipped"],
    [{ status: "shipped" }, "shipped"],
    [{ status: "shipped", shipments: [PARCEL.delivered] }, "delivered"],
    [
      { status: "shipped", shipments: [PARCEL.delivered, { ...PARCEL.inTransit, trackingNumber: "SF2" }] },
      "shipped",
    ],
    [{ status: "cancelled", shipments: [PARCEL.packed] }, "cancelled"],
  ])("knows how far %o is", async (over, stage) => {
    expect(await getServiceOrder(sale.ctx, { orderId: await sale.sell(over) })).toMatchObject({ stage });
  });

  it("is for those whose order it is, or who may read orders", async () => {
    const orderId = await sale.sell();
    const other = await createSale(sql);
    for (const ctx of [other.ctx, sale.visitor(sale.wang), sale.visitor(null)])
      for (const read of [getServiceOrder, getServiceOptions])
        await expect(read(ctx, { orderId })).rejects.toMatchObject({ code: "not_found" });
    const key = sale.as({ type: "api_key", id: "k", name: "k", scopes: ["orders:service"] });
    await expect(getServiceOrder(key, { orderId })).rejects.toMatchObject({ code: "forbidden" });
    const proven = { customerId: null, provenOrderId: orderId.toUpperCase() };
    expect(await getServiceOrder(sale.visitor(null), { orderId }, proven)).toMatchObject({ id: orderId });
  });
});

describe("getServiceOptions", () => {
  it("takes all checks at once", async () => {
    const options = await getServiceOptions(sale.asRole("viewer"), { orderId: await sale.sell(delivered()) });
    expect(serviceOptionsDto.parse(options)).toEqual(options);
    expect(options).toMatchObject({
      cancel: { reason: "already_delivered" },
      changeAddress: { reason: "already_delivered" },
      return: { isPossible: true, refund: cny(24_000) },
      priceProtection: { isPossible: false },
      invoice: { isPossible: true },
    });
  });
});
