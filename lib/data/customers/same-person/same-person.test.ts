import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { eraseCustomer, findDuplicates, markDistinct, mergeCustomers, upsertCustomers } = await import("..");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let ids: Record<string, string>;
const addCustomers = async (of: TestShop, people: Record<string, object>) => {
  const items = Object.entries(people).map(([externalId, more]) => ({ externalId, ...more }));
  const { results } = await upsertCustomers(of.ctx, { items: items as never });
  return Object.fromEntries(items.map(({ externalId }, at) => [externalId, results[at]!.id!]));
};
beforeAll(async () => {
  shop = await createTestShop(sql);
});
const found = async (name: string) => {
  const { data } = await findDuplicates(shop.ctx, { id: ids[name]! });
  return data.map(({ customer, level, reasons }) => [
    customer.externalId,
    level,
    ...reasons.map(({ kind, strength }) => `${kind} ${strength}`),
  ]);
};

describe("duplicates", () => {
  it("are found by e-mail and phone, however they are written, the most probable first", async () => {
    ids = await addCustomers(shop, {
      li: { name: "Li Na", email: "Li@Example.com", phone: "+86 138 0013 8000" },
      "li-2": { name: "Li Na", email: "li@example.com", phone: "13800138000" },
      "li-phone": { name: "Li", phone: "138-0013-8000" },
      "li-tag": { email: "li+shop@example.com" },
      "li-son": { name: "Wang Bo", phone: "(86) 13800138000" },
      other: { name: "Li Na", email: "na@example.com", phone: "+34 600 13 80 00" },
    });
    expect(await found("li")).toEqual([
      ["li-2", "probable", "email strong", "phone strong"],
      ["li-phone", "probable", "phone strong"],
      ["li-son", "possible", "phone strong"],
      ["li-tag", "possible", "email weak"],
    ]);
    expect(await found("other")).toEqual([]);
    const { customer } = await findDuplicates(shop.ctx, { id: ids.li! });
    expect(customer).toMatchObject({ externalId: "li", name: "Li Na", orders: 0 });
  });

  it("of whom somebody said that they are others are named no more, from either side, until it is taken back", async () => {
    const mark = (isDistinct: boolean) =>
      markDistinct(shop.ctx, { id: ids["li-son"]!, otherId: ids.li!, isDistinct });
    await mark(true);
    await mark(true);
    expect((await found("li")).map(([name]) => name)).not.toContain("li-son");
    expect((await found("li-son")).map(([name]) => name)).not.toContain("li");
    await mark(false);
    expect((await found("li")).map(([name]) => name)).toContain("li-son");
    await mark(true);
    const same = { id: ids.li!, otherId: ids.li!, isDistinct: true };
    await expect(markDistinct(shop.ctx, same)).rejects.toMatchObject({ code: "conflict" });
  });

  it("stay apart after a merge, and those that were merged are named no more", async () => {
    await mergeCustomers(shop.ctx, { from: { id: ids.li! }, into: { id: ids["li-2"]! } });
    expect((await found("li-2")).map(([name]) => name)).toEqual(["li-phone", "li-tag"]);
  });

  it("never are people who were erased, and an erased one has none", async () => {
    await eraseCustomer(shop.ctx, { id: ids["li-phone"]! });
    expect((await found("li-2")).map(([name]) => name)).toEqual(["li-tag"]);
    expect(await findDuplicates(shop.ctx, { id: ids["li-phone"]! })).toEqual({ customer: null, data: [] });
  });

  it("are the shop's own, and for those who may see and change customers", async () => {
    const other = await createTestShop(sql);
    const theirs = await addCustomers(other, { li: { email: "li@example.com" } });
    expect((await findDuplicates(other.ctx, { id: theirs.li! })).data).toEqual([]);
    await expect(findDuplicates(other.ctx, { id: ids["li-2"]! })).rejects.toMatchObject({
      code: "not_found",
    });
    const mark = { id: ids["li-2"]!, otherId: theirs.li!, isDistinct: true };
    await expect(markDistinct(shop.ctx, mark)).rejects.toMatchObject({ code: "not_found" });
    const ours = { id: ids["li-2"]!, otherId: ids["li-tag"]!, isDistinct: true };
    await expect(markDistinct(shop.asRole("viewer"), ours)).rejects.toMatchObject({ code: "forbidden" });
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["conversations:read"] });
    await expect(findDuplicates(key, { id: ids["li-2"]! })).rejects.toMatchObject({ code: "forbidden" });
  });
});
