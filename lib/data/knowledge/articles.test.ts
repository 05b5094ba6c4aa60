import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { archiveArticle, createArticle, getArticle, listArticles, listVersions } = await import(".");
const { publishArticle, restoreVersion, searchKnowledge, unpublishArticle, updateArticle } = await import(
  "."
);
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const REFUNDS = { title: "How long does a refund take?", body: "Refunds arrive within five working days." };
let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql);
});
const create = (more = {}) => createArticle(shop.ctx, { language: "en", ...REFUNDS, ...more });
const titles = async (input = {}) => (await listArticles(shop.ctx, input)).data.map(({ title }) => title);

describe("an article", () => {
  it("begins as a draft that nobody finds", async () => {
    const article = await create({ tags: ["refund", "refund", "money"] });
    expect(article).toMatchObject({
      ...{ status: "draft", latestVersion: 1, publishedVersion: null, audience: "customers" },
      ...{ tags: ["refund", "money"], translations: [], validFrom: null, sourceConversationId: null },
    });
    expect(await searchKnowledge(shop.ctx, { q: REFUNDS.title })).toMatchObject({
      data: [],
      isConfident: false,
    });
  });

  it("has a version for each save that changes it; customers read the published one", async () => {
    const { id } = await create({ publish: true });
    const body = "Refunds arrive within three working days.";
    expect(await updateArticle(shop.ctx, { id, body })).toMatchObject({
      ...{ status: "published", latestVersion: 2, publishedVersion: 1, body },
    });
    expect((await updateArticle(shop.ctx, { id, body })).latestVersion).toBe(2);
    const found = async () => (await searchKnowledge(shop.ctx, { q: REFUNDS.title })).data[0];
    expect(await found()).toMatchObject({ articleId: id, version: 1, passage: REFUNDS.body });
    await publishArticle(shop.ctx, { id });
    expect(await found()).toMatchObject({ version: 2, passage: body });
    await publishArticle(shop.ctx, { id, version: 1 });
    expect(await found()).toMatchObject({ version: 1 });
  });

  it("taken back to a draft is found no more, and an archived one comes back as one", async () => {
    const { id } = await create({ publish: true });
    const find = async () => (await searchKnowledge(shop.ctx, { q: REFUNDS.title })).data;
    expect(await find()).toHaveLength(1);
    const draft = { status: "draft", state: "draft", publishedVersion: null };
    expect(await unpublishArticle(shop.ctx, { id })).toMatchObject(draft);
    expect(await find()).toEqual([]);
    await archiveArticle(shop.ctx, { id });
    expect(await unpublishArticle(shop.ctx, { id })).toMatchObject(draft);
    expect((await publishArticle(shop.ctx, { id })).state).toBe("published");
    const other = await createTestShop(sql);
    await expect(unpublishArticle(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(unpublishArticle(shop.asRole("agent"), { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("brings an older version back as a new one", async () => {
    const { id } = await create();
    await updateArticle(shop.ctx, { id, title: "Refunds", tags: ["money"] });
    expect(await restoreVersion(shop.ctx, { id, number: 1 })).toMatchObject({ ...REFUNDS, latestVersion: 3 });
    expect((await restoreVersion(shop.ctx, { id, number: 1 })).latestVersion).toBe(3);
    const first = await listVersions(shop.ctx, { id, limit: 2 });
    const rest = await listVersions(shop.ctx, { id, limit: 2, cursor: first.nextCursor! });
    expect([...first.data, ...rest.data]).toMatchObject([
      { number: 3, restoredFrom: 1, title: REFUNDS.title, authorName: "test" },
      { number: 2, restoredFrom: null, title: "Refunds", tags: ["money"] },
      { number: 1, isPublished: false },
    ]);
    await expect(restoreVersion(shop.ctx, { id, number: 9 })).rejects.toMatchObject({ code: "not_found" });
  });

  it("saved by two from one version goes to the first", async () => {
    const { id } = await create();
    const saves = ["one", "two"].map((body) => updateArticle(shop.ctx, { id, body, expectedVersion: 1 }));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect((await getArticle(shop.ctx, { id })).latestVersion).toBe(2);
  });

  it("without an expected version, saved twice at once, keeps both saves as versions", async () => {
    const { id } = await create();
    await Promise.all([
      updateArticle(shop.ctx, { id, body: "one" }),
      updateArticle(shop.ctx, { id, title: "two" }),
    ]);
    expect(await getArticle(shop.ctx, { id })).toMatchObject({ latestVersion: 3, body: "one", title: "two" });
  });

  it("is archived out of lists and search, and published back", async () => {
    const { id } = await create({ publish: true });
    for (let round = 0; round < 2; round += 1)
      expect(await archiveArticle(shop.ctx, { id })).toMatchObject({
        status: "archived",
        publishedVersion: null,
      });
    expect(await titles()).toEqual([]);
    expect(await titles({ status: "archived" })).toEqual([REFUNDS.title]);
    expect((await searchKnowledge(shop.ctx, { q: REFUNDS.title })).data).toEqual([]);
    expect(await publishArticle(shop.ctx, { id })).toMatchObject({
      status: "published",
      publishedVersion: 1,
    });
    expect((await searchKnowledge(shop.ctx, { q: REFUNDS.title })).data).toHaveLength(1);
  });

  it("belongs together with its translations, one a language", async () => {
    const { id } = await create();
    const spanish = {
      language: "es",
      title: "¿Cuánto tarda un reembolso?",
      body: "Cinco días.",
      translationOf: id,
    } as const;
    const translation = await createArticle(shop.ctx, spanish);
    expect((await getArticle(shop.ctx, { id })).translations).toEqual([
      { id: translation.id, language: "es", title: spanish.title, status: "draft" },
    ]);
    await expect(createArticle(shop.ctx, spanish)).rejects.toMatchObject({ code: "conflict" });
    await expect(createArticle(shop.ctx, { ...spanish, language: "en" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is listed by status, language, audience, tag and title", async () => {
    await create({ tags: ["money"] });
    await createArticle(shop.ctx, {
      language: "zh",
      title: "退款 100%",
      body: "五天内到账",
      audience: "agents",
    });
    expect(await titles({ language: "zh" })).toEqual(["退款 100%"]);
    expect(await titles({ audience: "customers" })).toEqual([REFUNDS.title]);
    expect(await titles({ tag: "money" })).toEqual([REFUNDS.title]);
    expect(await titles({ q: "100%" })).toEqual(["退款 100%"]);
    expect(await titles({ q: "%" })).toEqual(["退款 100%"]);
    expect(await titles({ status: "published" })).toEqual([]);
    const page = await listArticles(shop.ctx, { limit: 1 });
    const next = await listArticles(shop.ctx, { limit: 1, cursor: page.nextCursor! });
    expect([...page.data, ...next.data].map(({ language }) => language)).toEqual(["zh", "en"]);
  });
});

describe("refused", () => {
  it.each([
    [{ title: " " }],
    [{ body: "" }],
    [{ title: "x".repeat(301) }],
    [{ body: "x".repeat(100_001) }],
    [{ body: "a\0b" }],
    [{ language: "fr" }],
    [{ tags: [""] }],
    [{ validFrom: "2026-05-01T00:00:00Z", validUntil: "2026-05-01T00:00:00Z" }],
    [{ validFrom: "soon" }],
  ])("is %o", async (more) => {
    await expect(create(more)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is an end of validity before its beginning, in an update too", async () => {
    const { id } = await create({ validFrom: "2026-05-01T00:00:00Z" });
    const update = updateArticle(shop.ctx, { id, validUntil: "2026-04-01T00:00:00Z" });
    await expect(update).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "validUntil" }] });
  });

  it("is an external id that another article of the language has", async () => {
    await create({ externalId: "refund" });
    await expect(create({ externalId: "refund" })).rejects.toMatchObject({
      code: "conflict",
      issues: [{ path: "externalId" }],
    });
  });

  it("is who may not write, and another shop", async () => {
    const { id } = await create({ publish: true });
    const other = await createTestShop(sql);
    const writes = [updateArticle, publishArticle, archiveArticle].map(
      (verb) => (ctx: TestShop["ctx"]) => verb(ctx, { id }),
    );
    for (const write of [...writes, (ctx: TestShop["ctx"]) => restoreVersion(ctx, { id, number: 1 })]) {
      await expect(write(other.ctx)).rejects.toMatchObject({ code: "not_found" });
      for (const role of ["viewer", "agent"] as const)
        await expect(write(shop.asRole(role))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(createArticle(shop.asRole("agent"), { language: "en", ...REFUNDS })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await listArticles(shop.asRole("viewer"))).data).toHaveLength(1);
    expect((await listArticles(other.ctx)).data).toEqual([]);
    await expect(getArticle(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await searchKnowledge(other.ctx, { q: REFUNDS.title })).data).toEqual([]);
  });
});

it("every change is in the audit log, and versions cannot be changed by the application", async () => {
  const { id } = await create({ publish: true });
  await updateArticle(shop.ctx, { id, title: "Refunds" });
  await restoreVersion(shop.ctx, { id, number: 1 });
  await archiveArticle(shop.ctx, { id });
  const rows =
    await sql`SELECT action FROM audit_log WHERE merchant_id = ${shop.merchantId} ORDER BY created_at, id`;
  expect(rows.map(({ action }) => action)).toEqual([
    ...[
      "article.created",
      "article.published",
      "article.saved",
      "article.version_restored",
      "article.archived",
    ],
  ]);
});
