import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ImportArticlesInput } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { getArticle, importArticles, listArticles, searchKnowledge, updateArticle } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql);
});
const send = (format: ImportArticlesInput["format"], content: string, more = {}) =>
  importArticles(shop.ctx, { format, content, ...more });
const statuses = ({ results }: Awaited<ReturnType<typeof importArticles>>) =>
  results.map(({ status, error }) => error?.code ?? status);

const CSV = `\uFEFFid,language,title,body,tags
ship,en,How long is delivery?,"Three days, at most.",delivery;time
ship,zh-CN,多久能到？,最多三天。,
,es,¿Hacéis factura?,Sí.,
,en,,no title,
bad,fr,Livraison ?,Trois jours.,
,es,¿hacéis FACTURA?,otra vez,
`;

describe("a CSV file", () => {
  it("is judged row by row, and none is lost", async () => {
    const answer = await send("csv", CSV);
    expect(statuses(answer)).toEqual([
      "created",
      "created",
      "created",
      "invalid_item",
      "invalid_item",
      "duplicate_in_batch",
    ]);
    expect(answer).toMatchObject({ accepted: 3, rejected: 3 });
    expect(answer.results.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(answer.results[3]!.error!.message).toMatch(/^title: /);
    expect(answer.results[4]!.error!.message).toMatch(/^language: /);
    const english = await getArticle(shop.ctx, { id: answer.results[0]!.id! });
    expect(english).toMatchObject({ externalId: "ship", tags: ["delivery", "time"], status: "draft" });
    expect(english.translations).toMatchObject([{ language: "zh", title: "多久能到？" }]);
  });

  it("the same twice changes nothing, changed it updates", async () => {
    await send("csv", CSV);
    expect(statuses(await send("csv", CSV)).slice(0, 3)).toEqual(["unchanged", "unchanged", "unchanged"]);
    const changed = CSV.replace("How long is delivery?", "Delivery times").replace("Sí.", "Sí, siempre.");
    const answer = await send("csv", changed);
    expect(statuses(answer).slice(0, 3)).toEqual(["updated", "unchanged", "updated"]);
    expect(await getArticle(shop.ctx, { id: answer.results[0]!.id! })).toMatchObject({
      title: "Delivery times",
      latestVersion: 2,
    });
    expect((await listArticles(shop.ctx)).data).toHaveLength(3);
  });

  it("tried out says what would come of it, and stores nothing", async () => {
    const first = await send("csv", CSV, { dryRun: true, publish: true });
    expect(first).toMatchObject({ accepted: 3, rejected: 3 });
    expect(first.results.map(({ language }) => language)).toEqual(["en", "zh", "es", "en", null, "es"]);
    expect(first.results.every(({ id }) => id === undefined)).toBe(true);
    expect((await listArticles(shop.ctx)).data).toEqual([]);
    const [audits] =
      await sql`SELECT count(*)::int AS n FROM audit_log WHERE merchant_id = ${shop.ctx.merchantId}`;
    expect(audits!.n).toBe(0);

    const { results } = await send("csv", CSV);
    const changed = await send("csv", CSV.replace("Sí.", "Sí, siempre."), { dryRun: true });
    expect(statuses(changed).slice(0, 3)).toEqual(["unchanged", "unchanged", "updated"]);
    expect(await getArticle(shop.ctx, { id: results[2]!.id! })).toMatchObject({
      body: "Sí.",
      latestVersion: 1,
    });
  });

  it("sent twice at once doubles nothing", async () => {
    await Promise.all([send("csv", CSV), send("csv", CSV)]);
    expect((await listArticles(shop.ctx)).data).toHaveLength(3);
  });

  it("is published at once where that is asked for, drafts of before too", async () => {
    await send("csv", CSV);
    await send("csv", CSV, { publish: true });
    expect((await listArticles(shop.ctx, { status: "published" })).data).toHaveLength(3);
    expect((await searchKnowledge(shop.ctx, { q: "Wie lange: delivery?" })).data[0]).toMatchObject({
      language: "en",
    });
    const [first] = (await listArticles(shop.ctx, { language: "en" })).data;
    await updateArticle(shop.ctx, { id: first!.id, body: "Edited by hand." });
    expect(statuses(await send("csv", CSV, { publish: true }))[0]).toBe("updated");
  });

  it.each([
    ["title,text2\na,b", /no column for body/],
    ["标题；内容\na", /no column/],
    ['title,body\n"a,b', /cannot be read as CSV/],
    ["title,body\n", /no article/],
  ])("%j is refused as a whole", async (content, message) => {
    await expect(send("csv", content)).rejects.toMatchObject({ code: "invalid_input", message });
  });

  it("takes 500 rows, and says which it did not", async () => {
    const rows = Array.from(
      { length: 502 },
      (_, i) => `Question ${"x".repeat(i % 7)} number ${i},Answer ${i}`,
    );
    const answer = await send(
      "csv",
      `question,answer\n${rows.join("\n").replaceAll(/\d/g, (d) => "abcdefghij"[Number(d)]!)}`,
    );
    expect(answer).toMatchObject({ accepted: 500, rejected: 2 });
    expect(statuses(answer).slice(-2)).toEqual(["too_many", "too_many"]);
  });
});

describe("a Markdown file", () => {
  it("is split by its headings, with what stands before them", async () => {
    const content =
      "---\nlanguage: es\ntags: [envíos, tienda]\n---\n# Ayuda\n\nAntes de nada.\n\n## Envíos\nTres días.\n\n### Islas\nSeis días.\n\n## Pagos\n```\n## no heading\n```\n";
    const answer = await send("markdown", content);
    expect(answer.results.map(({ line, title }) => [line, title])).toEqual([
      [5, "Ayuda"],
      [9, "Envíos"],
      [15, "Pagos"],
    ]);
    const shipping = await getArticle(shop.ctx, { id: answer.results[1]!.id! });
    expect(shipping).toMatchObject({
      language: "es",
      tags: ["envíos", "tienda"],
      body: "Tres días.\n\n### Islas\nSeis días.",
    });
    expect((await getArticle(shop.ctx, { id: answer.results[2]!.id! })).body).toContain("## no heading");
    expect(statuses(await send("markdown", content))).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  it("with a title in its front matter is one article", async () => {
    const content = `---\r\ntitle: "Returns: how"\r\nid: ret\r\nlanguage: en\r\naudience: agents\r\nvalidFrom: 2026-05-01\r\n---\r\n\r\n## First\r\nPack it.\r\n\r\n## Then\r\nSend it.\r\n`;
    const { results } = await send("markdown", content, { language: "zh" });
    expect(await getArticle(shop.ctx, { id: results[0]!.id! })).toMatchObject({
      ...{ title: "Returns: how", externalId: "ret", language: "en", audience: "agents" },
      validFrom: "2026-05-01T00:00:00.000Z",
    });
    expect(results).toHaveLength(1);
  });

  it("without headings has its first line for a title; a heading without text is told", async () => {
    expect((await send("markdown", "Just a **note**.\n\nMore.")).results[0]).toMatchObject({
      title: "Just a note.",
      status: "created",
    });
    expect(statuses(await send("markdown", "# One\n\ntext\n\n# Two\n\n# Three\n\ntext"))).toEqual([
      "created",
      "invalid_item",
      "created",
    ]);
  });
});

describe("a page in HTML", () => {
  it("becomes articles in Markdown, without scripts and styles", async () => {
    const content = `<!DOCTYPE html><html><head><title>Help</title><style>p{color:red}</style></head><body>
      <script>alert("<h1>no</h1>")</script><nav>Menu</nav><h1>Returns &amp; refunds</h1>
      <p onclick="x()">Within <b>30&nbsp;days</b>, see <a href="https://shop.example/r">here</a>
      or <a href="javascript:alert(1)">there</a>.</p><ul><li>Pack</li><li>Send</li></ul>
      <h1>Env&iacute;os &#x4E2D;</h1><p># no heading &lt;script&gt;</p><img src=x onerror=alert(1) alt="A box"></body></html>`;
    const { results } = await send("html", content);
    expect(results.map(({ title }) => title)).toEqual(["Returns & refunds", "Envíos 中"]);
    const [first, second] = await Promise.all(results.map(({ id }) => getArticle(shop.ctx, { id: id! })));
    expect(first!.body).toBe(
      "Within **30 days**, see [here](https://shop.example/r) or there.\n\n- Pack\n- Send",
    );
    expect(second!.body).toBe("\\# no heading <script>\n\nA box");
  });

  it("that nests too deep is refused", async () => {
    await expect(send("html", "<div>".repeat(201))).rejects.toMatchObject({
      code: "invalid_input",
      message: /200/,
    });
  });
});

describe("an import", () => {
  it.each([
    [{ format: "markdown", content: "" }],
    [{ format: "pdf", content: "x" }],
    [{ format: "markdown", content: " \n " }],
    [{ format: "html", content: "<script>x</script>" }],
  ] as const)("of %o is refused", async (input) => {
    await expect(importArticles(shop.ctx, input as ImportArticlesInput)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("of more than two million characters is refused", async () => {
    await expect(send("markdown", "x".repeat(2_000_001))).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is for who may write, and touches no other shop", async () => {
    for (const role of ["viewer", "agent"] as const)
      await expect(importArticles(shop.asRole(role), { format: "csv", content: CSV })).rejects.toMatchObject({
        code: "forbidden",
      });
    const other = await createTestShop(sql);
    await send("csv", CSV);
    expect(statuses(await importArticles(other.ctx, { format: "csv", content: CSV }))[0]).toBe("created");
    expect((await listArticles(shop.ctx)).data).toHaveLength(3);
  });
});
