import { afterAll, expect, it } from "vitest";
import { inTenant } from "@/db/tenant";
import { extractEntities, findProductNames, type ProductNameIndex } from "@/lib/intelligence/text";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner } from "./test-shop";

const { ownerUrl } = await useTestDatabase();
const { readProductNames } = await import("./read-product-names");
const { upsertProducts } = await import("./upsert-products");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());
const { ctx } = await createTestShop(sql);

const put = (externalId: string, en: string) =>
  upsertProducts(ctx, { items: [{ externalId, name: { en }, price: cny(8800), stock: { onHand: 9 } }] });
const read = () => inTenant(ctx, ({ tx, ctx }) => readProductNames(tx, ctx));
const knows = (index: ProductNameIndex, text: string) =>
  extractEntities(text, { findProducts: (folded) => findProductNames(folded, index) }).some(
    ({ type }) => type === "product",
  );

it("is read once by texts that come together, and anew after a change", async () => {
  await put("lamp", "Walnut desk lamp");
  const [one, ...others] = await Promise.all([read(), read(), read()]);
  for (const other of others) expect(other).toBe(one);
  expect(await read()).toBe(one);
  expect([knows(one!, "the walnut desk lamp"), knows(one!, "a velvet cushion")]).toEqual([true, false]);
  await put("cushion", "Velvet cushion");
  expect(knows(await read(), "a velvet cushion")).toBe(true);
});

it("a reader whose transaction fails takes nothing from the others", async () => {
  await put("vase", "Celadon vase");
  const failing = inTenant(ctx, async ({ tx, ctx }) => {
    const reading = readProductNames(tx, ctx);
    await Promise.all([reading, tx.execute("SELECT 1 / 0")]);
  });
  const [refused, index] = await Promise.allSettled([failing, read()]);
  expect(refused.status).toBe("rejected");
  expect(index.status === "fulfilled" && knows(index.value, "the celadon vase")).toBe(true);
});
