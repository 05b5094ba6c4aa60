import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/test/database";
import { productDto } from "./schemas";
import { cny, createTestShop, openOwner } from "./test-shop";

const { ownerUrl } = await useTestDatabase();
const { listCategories, listProducts, listSuppliers, getProduct } = await import("./queries");
const { upsertCategories } = await import("./upsert-categories");
const { upsertProducts } = await import("./upsert-products");
const { upsertSuppliers } = await import("./upsert-suppliers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const statuses = (answer: { results: { status: string }[] }) => answer.results.map((result) => result.status);

describe("upsertProducts", () => {
  it("tells created, unchanged, updated and rejected apart, item by item", async () => {
    const { ctx } = await createTestShop(sql);
    const tea = {
      externalId: "tea",
      name: { zh: "龙井", en: "Longjing" },
      price: cny(8800),
      stock: { onHand: 9 },
    };
    const first = await upsertProducts(ctx, { items: [tea, { ...tea, externalId: "oolong" }] });
    expect(statuses(first)).toEqual(["created", "created"]);
    const second = await upsertProducts(ctx, {
      items: [
        tea,
        { ...tea, externalId: "oolong", price: cny(9900) },
        { ...tea, externalId: "bad", price: cny(-1) },
        { ...tea, price: cny(1) },
        { ...tea, externalId: "mixed", cost: { amountMinor: 1, currency: "USD" } },
        "not an object" as never,
      ],
    });
    expect(statuses(second)).toEqual([
      "unchanged",
      "updated",
      "rejected",
      "rejected",
      "rejected",
      "rejected",
    ]);
    expect(second.results[0]!.id).toBe(first.results[0]!.id);
    expect(second.results[2]!.error).toMatchObject({ code: "invalid_item", path: "price" });
    expect(second.results[3]!.error).toMatchObject({ code: "duplicate_in_batch", path: "externalId" });
    expect(second.results[4]!.error?.path).toBe("cost.currency");
    const stored = await getProduct(ctx, { id: first.results[1]!.id! });
    expect(stored).toMatchObject({ price: cny(9900), stock: { onHand: 9, reserved: 0 }, sku: "oolong" });
    expect(productDto.parse(stored)).toEqual(stored);
  });

  it("never sends text to the database that it cannot store", async () => {
    const { ctx } = await createTestShop(sql);
    for (const text of ["nul\0byte", "half \ud800"]) {
      const item = { externalId: text, name: { en: "x" }, price: cny(1) };
      const answer = upsertProducts(ctx, { items: [item] });
      const outcome = await answer.then(statuses, (error) => [error.code]);
      expect(["rejected", "invalid_input"]).toContain(outcome[0]);
    }
  });

  it("leaves as it is what an update leaves out, and clears what is null", async () => {
    const { ctx } = await createTestShop(sql);
    await upsertSuppliers(ctx, { items: [{ externalId: "s", name: "Supplier" }] });
    await upsertCategories(ctx, { items: [{ externalId: "c", name: { en: "Tea" } }] });
    const full = {
      externalId: "p",
      name: { en: "A" },
      price: cny(100),
      cost: cny(40),
      reorderPoint: 5,
      supplier: { externalId: "s" },
      categories: [{ externalId: "c" }],
    };
    const [created] = (await upsertProducts(ctx, { items: [full] })).results;
    await upsertProducts(ctx, { items: [{ externalId: "p", name: { en: "B" }, price: cny(100) }] });
    const kept = await getProduct(ctx, { id: created!.id! });
    expect(kept).toMatchObject({ name: { en: "B" }, cost: cny(40), reorderPoint: 5 });
    expect(kept.supplierId).toBeDefined();
    expect(kept.categoryIds).toHaveLength(1);
    const relinked = await upsertProducts(ctx, {
      items: [{ externalId: "p", name: { en: "B" }, price: cny(100), categories: [] }],
    });
    expect(statuses(relinked)).toEqual(["updated"]);
    await upsertProducts(ctx, {
      items: [{ externalId: "p", name: { en: "B" }, price: cny(100), cost: null, supplierId: null }],
    });
    const cleared = await getProduct(ctx, { id: created!.id! });
    expect(cleared.cost).toBeUndefined();
    expect(cleared.supplierId).toBeUndefined();
    expect(cleared.categoryIds).toEqual([]);
  });

  it("keeps group and options of a variant, takes them back as they were read, and clears them", async () => {
    const { ctx } = await createTestShop(sql);
    const plain = { externalId: "v", name: { en: "V" }, price: cny(100) };
    const variant = {
      variantGroup: "shirt",
      options: { colour: { en: "Navy" }, size: { en: "M", zh: "中" } },
    };
    const [created] = (await upsertProducts(ctx, { items: [{ ...plain, ...variant }] })).results;
    const read = () => getProduct(ctx, { id: created!.id! });
    expect(await read()).toMatchObject(variant);
    expect(statuses(await upsertProducts(ctx, { items: [plain] }))).toEqual(["unchanged"]);
    expect(statuses(await upsertProducts(ctx, { items: [await read()] }))).toEqual(["unchanged"]);
    const seven = Object.fromEntries([..."abcdefg"].map((name) => [name, { en: name }]));
    const wrong = [{ Colour: { en: "x" } }, { colour: {} }, seven];
    for (const options of wrong)
      expect(statuses(await upsertProducts(ctx, { items: [{ ...plain, options }] }))).toEqual(["rejected"]);
    await upsertProducts(ctx, { items: [{ ...plain, variantGroup: null, options: null }] });
    const cleared = await read();
    expect([cleared.variantGroup, cleared.options]).toEqual([undefined, undefined]);
  });

  it("rejects references to another merchant's records and takes a document back as it was read", async () => {
    const mine = await createTestShop(sql);
    const other = await createTestShop(sql);
    const theirs = await upsertSuppliers(other.ctx, { items: [{ externalId: "s", name: "Theirs" }] });
    const answer = await upsertProducts(mine.ctx, {
      items: [
        { externalId: "a", name: { en: "A" }, price: cny(1), supplierId: theirs.results[0]!.id! },
        { externalId: "b", name: { en: "B" }, price: cny(1), supplier: { externalId: "s" } },
        { externalId: "c", name: { en: "C" }, price: cny(1) },
      ],
    });
    expect(statuses(answer)).toEqual(["rejected", "rejected", "created"]);
    expect(answer.results[0]!.error?.code).toBe("reference_not_found");
    const document = await getProduct(mine.ctx, { id: answer.results[2]!.id! });
    expect(statuses(await upsertProducts(mine.ctx, { items: [document] }))).toEqual(["unchanged"]);
    await expect(getProduct(other.ctx, { id: document.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes a thousand items at once, and no more", async () => {
    const { ctx } = await createTestShop(sql);
    const items = Array.from({ length: 1_000 }, (_, at) => ({
      externalId: `p${at}`,
      name: { en: `Product ${at}` },
      price: cny(at),
    }));
    const answer = await upsertProducts(ctx, { items });
    expect(new Set(statuses(answer))).toEqual(new Set(["created"]));
    expect(new Set(answer.results.map((result) => result.id)).size).toBe(1_000);
    await expect(upsertProducts(ctx, { items: [...items, items[0]!] })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const audit = await sql`SELECT action, details FROM audit_log WHERE merchant_id = ${ctx.merchantId}`;
    expect(audit).toMatchObject([{ action: "products.upserted", details: { created: 1_000, rejected: 0 } }]);
  });
});

describe("upsertCategories", () => {
  it("places children before or after their parents and refuses rings", async () => {
    const { ctx } = await createTestShop(sql);
    const name = { en: "x" };
    const answer = await upsertCategories(ctx, {
      items: [
        { externalId: "leaf", name, parent: { externalId: "root" } },
        { externalId: "root", name },
        { externalId: "orphan", name, parent: { externalId: "nobody" } },
        { externalId: "below-orphan", name, parent: { externalId: "orphan" } },
      ],
    });
    expect(statuses(answer)).toEqual(["created", "created", "rejected", "rejected"]);
    const ring = await upsertCategories(ctx, {
      items: [{ externalId: "root", name, parent: { externalId: "leaf" } }],
    });
    expect(ring.results[0]!.error?.code).toBe("conflict");
    const again = await upsertCategories(ctx, {
      items: [
        { externalId: "leaf", name: { en: "y" } },
        { externalId: "root", name },
      ],
    });
    expect(statuses(again)).toEqual(["updated", "unchanged"]);
    const { data } = await listCategories(ctx);
    const leaf = data.find((category) => category.externalId === "leaf");
    expect(leaf).toMatchObject({ name: { en: "y" }, parentId: answer.results[1]!.id });
  });
});

describe("permissions", () => {
  it("lets a viewer read and not write", async () => {
    const shop = await createTestShop(sql);
    const viewer = shop.asRole("viewer");
    await expect(listProducts(viewer)).resolves.toEqual({ data: [], nextCursor: null });
    await expect(listSuppliers(viewer)).resolves.toMatchObject({ data: [] });
    for (const upsert of [upsertProducts, upsertCategories, upsertSuppliers])
      await expect(upsert(viewer, { items: [] as never })).rejects.toMatchObject({ code: "forbidden" });
    const agent = shop.asRole("agent");
    await expect(upsertProducts(agent, { items: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(upsertProducts(shop.asRole("operator"), { items: [] })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
