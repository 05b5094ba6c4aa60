import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { addExamples, archiveIntent, changeIntent, createIntent } = await import(".");
const { listExamples, listIntents, removeExamples } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql);
});
const create = (id: string) => createIntent(shop.ctx, { id, name: { en: id } });
const add = (id: string, ...texts: string[]) => addExamples(shop.ctx, { id, texts });
const codes = ({ results }: Awaited<ReturnType<typeof addExamples>>) =>
  results.map(({ status, error }) => error?.code ?? status);

describe("an own intent", () => {
  it("has an id from its name where none is given", async () => {
    expect(await createIntent(shop.ctx, { name: { es: "Envío a Canarias" } })).toMatchObject({
      ...{ id: "envio_a_canarias", exampleCount: 0, isLearnt: false, archivedAt: null, description: "" },
    });
    const chinese = createIntent(shop.ctx, { name: { zh: "刻字" } });
    await expect(chinese).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "id" }] });
  });

  it.each([
    [{ id: "Gift wrapping", name: { en: "x" } }, "invalid_input"],
    [{ id: "gift", name: {} }, "invalid_input"],
    [{ id: "gift", name: { en: " " } }, "invalid_input"],
    [{ id: "order_tracking", name: { en: "x" } }, "conflict"],
    [{ id: "taken", name: { en: "x" } }, "conflict"],
  ] as const)("is refused as %o", async (input, code) => {
    await create("taken");
    await expect(createIntent(shop.ctx, input)).rejects.toMatchObject({ code });
  });

  it("is renamed, archived and taken back, and its id stays taken", async () => {
    await create("engraving");
    const renamed = { name: { zh: "刻字", en: "Engraving" }, description: "Names on cups" };
    expect(await changeIntent(shop.ctx, { id: "engraving", ...renamed })).toMatchObject(renamed);
    await archiveIntent(shop.ctx, { id: "engraving" });
    expect((await listIntents(shop.ctx)).data).toEqual([]);
    expect((await listIntents(shop.ctx, { includeArchived: true })).data).toHaveLength(1);
    await expect(create("engraving")).rejects.toMatchObject({ code: "conflict", message: /archived/ });
    await expect(add("engraving", "x y")).rejects.toMatchObject({ code: "conflict" });
    expect(await changeIntent(shop.ctx, { id: "engraving", archived: false })).toMatchObject({
      archivedAt: null,
    });
    const audit =
      await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId} ORDER BY created_at, id`;
    expect(audit.map(({ action }) => action)).toEqual([
      ...["intent.created", "intent.changed", "intent.archived", "intent.restored"],
    ]);
  });

  it("is one of fifty at most", async () => {
    for (let i = 0; i < 50; i++) await create(`intent_${i}`);
    await expect(create("one_more")).rejects.toMatchObject({ code: "conflict", message: /50/ });
    await archiveIntent(shop.ctx, { id: "intent_0" });
    await create("one_more");
    const back = changeIntent(shop.ctx, { id: "intent_0", archived: false });
    await expect(back).rejects.toMatchObject({ code: "conflict" });
  });

  it("is another shop's or a viewer's to see, not to change", async () => {
    await create("engraving");
    const other = await createTestShop(sql);
    expect((await listIntents(other.ctx)).data).toEqual([]);
    const foreign = changeIntent(other.ctx, { id: "engraving", description: "x" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    for (const role of ["viewer", "agent"] as const) {
      const ctx = shop.asRole(role);
      expect((await listIntents(ctx)).data).toHaveLength(1);
      for (const call of [
        () => createIntent(ctx, { name: { en: "Mine" } }),
        () => archiveIntent(ctx, { id: "engraving" }),
        () => addExamples(ctx, { id: "engraving", texts: ["x"] }),
      ])
        await expect(call()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("examples", () => {
  it("are judged one by one", async () => {
    await create("engraving");
    await create("gift");
    await add("gift", "Please wrap it");
    const answer = await add(
      ...([
        "engraving",
        "Engrave my name",
        " ENGRAVE  my name ",
        "please wrap it",
        "",
        "🎁",
        "a\0b",
      ] as const),
      ...["\ud800", "x".repeat(2_001), "刻上我的名字"],
    );
    expect(codes(answer)).toEqual([
      ...["created", "duplicate", "other_intent", "invalid_item", "invalid_item", "invalid_item"],
      ...["invalid_item", "invalid_item", "created"],
    ]);
    expect(answer.results[2]!.error!.message).toContain("“gift”");
    expect(answer).toMatchObject({ added: 2, intent: { exampleCount: 2 } });
    expect(codes(await add("engraving", "engrave my name"))).toEqual(["duplicate"]);
  });

  it("number five hundred at most", async () => {
    await create("engraving");
    const texts = Array.from({ length: 499 }, (_, i) => `Engrave the word ${i}`);
    await add("engraving", ...texts);
    expect(codes(await add("engraving", "the last one", "one too many"))).toEqual(["created", "too_many"]);
    await expect(add("engraving", ...texts, "a", "b")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("are listed page by page and removed", async () => {
    await create("engraving");
    const { results } = await add("engraving", "one example", "two examples", "three examples");
    const page = await listExamples(shop.ctx, { id: "engraving", limit: 2 });
    const rest = await listExamples(shop.ctx, { id: "engraving", limit: 2, cursor: page.nextCursor! });
    expect([...page.data, ...rest.data].map(({ text }) => text)).toEqual([
      ...["three examples", "two examples", "one example"],
    ]);
    expect(rest.nextCursor).toBeNull();
    const exampleIds = [results[0]!.id!, results[1]!.id!];
    for (let round = 0; round < 2; round++)
      expect(await removeExamples(shop.ctx, { id: "engraving", exampleIds })).toMatchObject({
        exampleCount: 1,
      });
  });

  it("of an archived intent are free for another, and keep it from coming back", async () => {
    await create("engraving");
    await create("gift");
    await add("engraving", "Engrave my name");
    await archiveIntent(shop.ctx, { id: "engraving" });
    expect(codes(await add("gift", "Engrave my name"))).toEqual(["created"]);
    const back = changeIntent(shop.ctx, { id: "engraving", archived: false });
    await expect(back).rejects.toMatchObject({ code: "conflict", message: /Engrave my name/ });
  });
});
