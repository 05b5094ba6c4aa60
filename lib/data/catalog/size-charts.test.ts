import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { productSizeAdviceDto, productSizeChartDto } from "./schemas";
import { cny, createTestShop, openOwner, type TestShop } from "./test-shop";

const { ownerUrl } = await useTestDatabase();
const { adviseProductSize, copySizeChart, getSizeChart, listSizeCharts, setSizeChart, upsertProducts } =
  await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let ids: Record<string, string>;
const chart = {
  sizes: [
    { label: "S", ranges: { chestCm: [84, 92] as [number, number] } },
    { label: "M", ranges: { chestCm: [92, 100] as [number, number] } },
  ],
};

beforeEach(async () => {
  shop = await createTestShop(sql);
  const robe = (colour: string, size: string, onHand: number) => ({
    externalId: `${colour}-${size}`,
    name: { en: "Robe" },
    price: cny(100),
    stock: { onHand },
    variantGroup: "robe",
    options: { colour: { en: colour }, size: { en: size } },
  });
  const items = [robe("navy", "S", 1), robe("navy", "m", 0), robe("white", "M", 4)];
  const lamp = { externalId: "lamp", name: { en: "Lamp" }, price: cny(100) };
  const draft = { externalId: "draft", name: { en: "Draft" }, price: cny(100), status: "draft" as const };
  const { results } = await upsertProducts(shop.ctx, { items: [...items, lamp, draft] });
  ids = Object.fromEntries(
    [...items, lamp, draft].map(({ externalId }, at) => [externalId, results[at]!.id!]),
  );
});

describe("size charts", () => {
  it("serve a whole variant group, survive an upsert, and can be taken away", async () => {
    const set = await setSizeChart(shop.ctx, { productId: ids["white-M"]!, chart });
    expect(productSizeChartDto.parse(set)).toEqual(set);
    const visitor = shop.as({ type: "customer", visitorId: "v", customerId: null });
    const found = await getSizeChart(visitor, { productId: ids["navy-S"]! });
    expect(found).toEqual({ productId: ids["navy-S"], chart });
    expect((await getSizeChart(visitor, { productId: ids.lamp! })).chart).toBeNull();
    await upsertProducts(shop.ctx, { items: [{ externalId: "white-M", name: { en: "R" }, price: cny(1) }] });
    expect((await getSizeChart(shop.ctx, { productId: ids["white-M"]! })).chart).toEqual(chart);
    await setSizeChart(shop.ctx, { productId: ids["white-M"]!, chart: null });
    expect((await getSizeChart(shop.ctx, { productId: ids["navy-S"]! })).chart).toBeNull();
  });

  it.each([
    ["no sizes", { sizes: [] }],
    ["a range the wrong way", { sizes: [{ label: "S", ranges: { chestCm: [92, 84] } }] }],
    ["inches", { sizes: [{ label: "S", ranges: { waistCm: [28, 30] } }] }],
    ["a measure nobody knows", { sizes: [{ label: "S", ranges: { noseCm: [5, 6] } }] }],
    ["nothing measured", { sizes: [{ label: "S", ranges: {} }] }],
    ["a size twice", { sizes: [chart.sizes[0], { ...chart.sizes[1], label: "s" }] }],
    ["the larger first", { sizes: [...chart.sizes].reverse() }],
  ])("are refused with %s", async (_, wrong) => {
    const attempt = setSizeChart(shop.ctx, { productId: ids.lamp!, chart: wrong as never });
    await expect(attempt).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("are set by those who may change products, in their own shop", async () => {
    const input = { productId: ids.lamp!, chart };
    for (const role of ["viewer", "agent"] as const)
      await expect(setSizeChart(shop.asRole(role), input)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createTestShop(sql);
    await expect(setSizeChart(other.ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(getSizeChart(other.ctx, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the list of size charts", () => {
  it("has one entry a variant group, and names what is sold in sizes and has none", async () => {
    const without = await listSizeCharts(shop.ctx, { state: "without" });
    expect(without.data.map(({ variantGroup, products, chart }) => [variantGroup, products, chart])).toEqual([
      ["robe", 3, null],
    ]);
    expect((await listSizeCharts(shop.ctx)).data).toEqual([]);
    await setSizeChart(shop.ctx, { productId: ids["navy-S"]!, chart });
    const other = { sizes: [{ label: "One", ranges: { chestCm: [80, 120] as [number, number] } }] };
    await setSizeChart(shop.ctx, { productId: ids["white-M"]!, chart: other });
    const { data } = await listSizeCharts(shop.ctx);
    expect(data.map(({ productId, products, chart }) => [productId, products, chart])).toEqual([
      [ids["white-M"], 3, other],
    ]);
    expect((await getSizeChart(shop.ctx, { productId: ids["navy-S"]! })).chart).toEqual(other);
    expect((await listSizeCharts(shop.ctx, { q: "no product is called so" })).data).toEqual([]);
    expect((await listSizeCharts((await createTestShop(sql)).ctx)).data).toEqual([]);
  });

  it("goes on where a page ended", async () => {
    for (const id of [ids["navy-S"]!, ids.lamp!]) await setSizeChart(shop.ctx, { productId: id, chart });
    const first = await listSizeCharts(shop.ctx, { limit: 1 });
    const second = await listSizeCharts(shop.ctx, { limit: 1, cursor: first.nextCursor! });
    expect([...first.data, ...second.data].map(({ sku }) => sku)).toEqual(["lamp", "navy-S"]);
    expect(second.nextCursor).toBeNull();
  });

  it("copies a chart to other products, to all of them or none", async () => {
    const copy = (toProductIds: string[], ctx = shop.ctx) =>
      copySizeChart(ctx, { productId: ids["navy-S"]!, toProductIds });
    await expect(copy([ids.lamp!])).rejects.toMatchObject({ code: "conflict" });
    await setSizeChart(shop.ctx, { productId: ids["navy-S"]!, chart });
    const nobody = "018f0000-0000-7000-8000-000000000000";
    await expect(copy([ids.lamp!, nobody])).rejects.toMatchObject({ code: "not_found" });
    expect((await getSizeChart(shop.ctx, { productId: ids.lamp! })).chart).toBeNull();
    expect(await copy([ids.lamp!, ids.lamp!])).toMatchObject({ copiedTo: [ids.lamp] });
    expect((await getSizeChart(shop.ctx, { productId: ids.lamp! })).chart).toEqual(chart);
    await expect(copy([ids.lamp!], shop.asRole("viewer"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("adviseProductSize", () => {
  const ask = (productId: string, body: object, ctx = shop.ctx) =>
    adviseProductSize(ctx, { productId, body });

  it("names the size and the product of that size, in the colour that was asked about", async () => {
    await setSizeChart(shop.ctx, { productId: ids["navy-S"]!, chart });
    const advice = await ask(ids["navy-S"]!, { chestCm: 96 });
    expect(productSizeAdviceDto.parse(advice)).toEqual(advice);
    expect(advice).toMatchObject({
      isPossible: true,
      label: "M",
      confidence: "high",
      variant: { productId: ids["navy-m"], available: 0 },
      elsewhere: { productId: ids["white-M"], available: 4 },
    });
    const white = await ask(ids["white-M"]!, { chestCm: 96 });
    expect(white).toMatchObject({ variant: { productId: ids["white-M"], available: 4 }, elsewhere: null });
    await setSizeChart(shop.ctx, { productId: ids.lamp!, chart });
    expect(await ask(ids.lamp!, { chestCm: 96 })).toMatchObject({ label: "M", variant: null });
  });

  it("says why it cannot", async () => {
    const refused = (reason: string, needs: string[] = []) => ({ isPossible: false, reason, needs });
    expect(await ask(ids.lamp!, { chestCm: 96 })).toEqual(refused("no_size_chart"));
    await setSizeChart(shop.ctx, { productId: ids.lamp!, chart });
    expect(await ask(ids.lamp!, {})).toEqual(refused("needs_measurements", ["chestCm"]));
    expect(await ask(ids.lamp!, { chestCm: 140 })).toEqual(refused("too_large"));
    for (const body of [{ chestCm: 960 }, { chestCm: "96" }, { neckCm: 40 }])
      await expect(ask(ids.lamp!, body)).rejects.toMatchObject({ code: "invalid_input" });
    const visitor = shop.as({ type: "customer", visitorId: "v", customerId: null });
    await expect(ask(ids.draft!, { chestCm: 96 }, visitor)).rejects.toMatchObject({ code: "not_found" });
    expect(await ask(ids.lamp!, { chestCm: 96 }, visitor)).toMatchObject({ label: "M" });
    await expect(ask(ids.lamp!, { chestCm: 96 }, shop.asRole("viewer"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await createTestShop(sql);
    await expect(ask(ids.lamp!, { chestCm: 96 }, other.ctx)).rejects.toMatchObject({ code: "not_found" });
  });
});
