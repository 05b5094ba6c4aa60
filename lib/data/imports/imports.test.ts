import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Context, systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import {
  cancelImport,
  getImport,
  importFile,
  listImports,
  runImport,
  startImport,
  streamRejections,
} from ".";
import { previewFile } from "./preview-file";

const { ownerUrl } = await useTestDatabase();
const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
afterAll(() => owner.end());

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const FILE = [
  HEADER,
  "536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom",
  "536366,22633,HAND WARMER,1,2011-06-01 08:28:00,1.85,,France",
  "536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom",
  "536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom",
  "C536379,85123A,WHITE HANGING HEART,-1,2010-12-02 09:41:00,2.55,17850,United Kingdom",
  "536367,22633,,-10,2010-12-01 09:00:00,1.00,,United Kingdom",
  '536368,22633,"=HYPERLINK(""x"")",x,2010-12-01 09:00:00,1.00,,United Kingdom',
  "536369,22633,HAND WARMER,2,2010-12-01 09:00:00,0.0,13047,United Kingdom",
].join("\n");

let ctx: Context;
beforeEach(async () => {
  ctx = await createShop();
});

async function createShop(): Promise<Context> {
  const id = newId();
  await owner`INSERT INTO merchants (id, name, slug, base_currency, time_zone)
              VALUES (${id}, 'Shop', ${id}, 'GBP', 'Europe/London')`;
  return systemContext(id, "test", newId());
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const uci = (text: string) =>
  ({ kind: "orders", preset: "uci-online-retail", fileName: "uci.csv", stream: bytes(text) }) as const;

/** Everything that an import writes, so that "nothing changed" means nothing. */
async function snapshot(merchantId: string) {
  const tables = ["orders", "order_lines", "returns", "return_lines", "customers", "products"];
  return Promise.all(
    tables.map((table) => owner`SELECT * FROM ${owner(table)} WHERE merchant_id = ${merchantId} ORDER BY id`),
  );
}

async function countRows(merchantId: string): Promise<number[]> {
  return (await snapshot(merchantId)).map((rows) => rows.length);
}

describe("an orders file", () => {
  it("becomes orders, returns, customers and products, and a quarantine", async () => {
    const result = await importFile(ctx, uci(FILE));
    expect(result).toMatchObject({
      status: "succeeded",
      progress: 1,
      rows: { read: 8, accepted: 6, rejected: 2 },
      records: { created: 4, updated: 0, unchanged: 0 },
      acceptedAmount: { amountMinor: 1530 + 2034 * 2 + 185 - 255, currency: "GBP" },
      rejectedAmount: { amountMinor: -1000, currency: "GBP" },
    });
    const orders = await owner`
      SELECT o.external_id, o.status, o.placed_at, o.total_minor, o.base_total_minor, c.external_id AS customer
      FROM orders o LEFT JOIN customers c ON c.merchant_id = o.merchant_id AND c.id = o.customer_id
      WHERE o.merchant_id = ${ctx.merchantId} ORDER BY 1`;
    expect(orders.map((row) => [row.external_id, Number(row.base_total_minor), row.customer])).toEqual([
      ["536365", 5598, "17850"],
      ["536366", 185, null],
      ["536369", 0, "13047"],
    ]);
    expect(orders[0]!.status).toBe("delivered");
    expect(orders[1]!.placed_at.toISOString()).toBe("2011-06-01T07:28:00.000Z");
    const lines = await owner`
      SELECT l.position, p.external_id, l.quantity, l.unit_price_minor::int, l.total_minor::int
      FROM order_lines l JOIN orders o ON o.merchant_id = l.merchant_id AND o.id = l.order_id
      JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
      WHERE o.merchant_id = ${ctx.merchantId} AND o.external_id = '536365' ORDER BY 1`;
    expect(lines.map((row) => Object.values(row))).toEqual([
      [1, "85123A", 6, 255, 1530],
      [2, "71053", 6, 339, 2034],
      [3, "71053", 6, 339, 2034],
    ]);
    const returns = await owner`SELECT external_id, status, base_refund_minor::int, returned_at FROM returns
                                WHERE merchant_id = ${ctx.merchantId}`;
    expect(returns).toMatchObject([{ external_id: "C536379", status: "refunded", base_refund_minor: 255 }]);
    const [product] = await owner`SELECT name, price_minor::int, currency FROM products
                                  WHERE merchant_id = ${ctx.merchantId} AND external_id = '22633'`;
    expect(product).toEqual({ name: { en: "HAND WARMER" }, price_minor: 185, currency: "GBP" });
  });

  it("changes nothing when it is imported again", async () => {
    await importFile(ctx, uci(FILE));
    const before = await snapshot(ctx.merchantId);
    const again = await importFile(ctx, uci(FILE));
    expect(again.records).toEqual({ created: 0, updated: 0, unchanged: 4 });
    expect(await snapshot(ctx.merchantId)).toEqual(before);
  });

  it("updates orders whose lines differ in a later file, and leaves the others", async () => {
    await importFile(ctx, uci(FILE));
    const [untouched] =
      await owner`SELECT updated_at FROM orders WHERE merchant_id = ${ctx.merchantId} AND external_id = '536369'`;
    const rows = FILE.split("\n");
    const changed = [
      ...rows.slice(0, 2),
      ...rows.slice(4).map((row) => row.replace("HAND WARMER,2,", "HAND WARMER,2,")),
      "536366,22633,HAND WARMER,3,2011-06-01 08:28:00,1.85,,France",
      "536366,NEW,NEW THING,1,2011-06-01 08:28:00,1.00,,France",
    ].join("\n");
    const result = await importFile(ctx, uci(changed));
    expect(result.records).toEqual({ created: 0, updated: 2, unchanged: 2 });
    const lines = await owner`
      SELECT o.external_id, l.position, l.quantity FROM order_lines l
      JOIN orders o ON o.merchant_id = l.merchant_id AND o.id = l.order_id
      WHERE o.merchant_id = ${ctx.merchantId} AND o.external_id IN ('536365', '536366') ORDER BY 1, 2`;
    expect(lines.map((row) => Object.values(row))).toEqual([
      ["536365", 1, 6],
      ["536365", 2, 6],
      ["536366", 1, 3],
      ["536366", 2, 1],
    ]);
    const [after] =
      await owner`SELECT updated_at FROM orders WHERE merchant_id = ${ctx.merchantId} AND external_id = '536369'`;
    expect(after).toEqual(untouched);
  });

  it("hands out the quarantine as CSV with reasons and disarmed formulas", async () => {
    const { id } = await importFile(ctx, uci(FILE));
    const { stream, fileName } = await streamRejections(ctx, { id });
    const text = await new Response(stream).text();
    expect(fileName).toBe("uci-rejected.csv");
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toBe(`row_number,reason_code,reason,amount_gbp,${HEADER}`);
    expect(lines[1]).toMatch(
      /^6,negative_quantity,.*,-10,536367,22633,,-10,2010-12-01 09:00:00,1.00,,United Kingdom$/,
    );
    expect(lines[2]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines).toHaveLength(3);
  });
});

describe("products and customers files", () => {
  it("are upserted by external id, empty cells leaving what is known", async () => {
    const importCsv = (kind: "products" | "customers", text: string) =>
      importFile(ctx, { kind, preset: `zhanggui-${kind}`, fileName: `${kind}.csv`, stream: bytes(text) });
    const first = await importCsv(
      "products",
      "external_id,name_zh,name_en,price,on_hand\nP1,灯,Lamp,9.90,5\nP2,,Bag,3,\n",
    );
    expect(first.records).toEqual({ created: 2, updated: 0, unchanged: 0 });
    const second = await importCsv(
      "products",
      "external_id,name_es,price,on_hand\nP1,Lámpara,9.90,\nP2,,x,1\n",
    );
    expect(second).toMatchObject({
      records: { created: 0, updated: 1, unchanged: 0 },
      rows: { rejected: 1 },
    });
    const [product] =
      await owner`SELECT name, on_hand FROM products WHERE merchant_id = ${ctx.merchantId} AND external_id = 'P1'`;
    expect(product).toEqual({ name: { zh: "灯", en: "Lamp", es: "Lámpara" }, on_hand: 5 });
    const people = "external_id,name,email\n7,Ana,ana@example.com\n8,Bo,\n";
    await importCsv("customers", people);
    expect((await importCsv("customers", people)).records).toEqual({ created: 0, updated: 0, unchanged: 2 });
  });
});

describe("an import that does not come to its end", { timeout: 60_000 }, () => {
  const many = [
    HEADER,
    ...Array.from({ length: 10_000 }, (_, row) => `${row},S${row % 50},T,1,2011-01-01 10:00:00,1.00,,UK`),
  ];

  it("leaves nothing when its database session dies in the middle, and succeeds when tried again", async () => {
    const { id } = await startImport(ctx, uci(many.join("\n")));
    let isKilled = false;
    const run = runImport(ctx, id, {
      onProgress: ({ phase, share, backendPid }) => {
        if (isKilled || phase !== "merging" || share < 0.6) return;
        isKilled = true;
        void owner`SELECT pg_terminate_backend(${backendPid})`.then(() => {});
      },
    });
    await expect(run).rejects.toThrow();
    expect(isKilled).toBe(true);
    expect(await countRows(ctx.merchantId)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await getImport(ctx, { id })).toMatchObject({
      status: "failed",
      error: expect.stringMatching(/Nothing was imported/),
    });
    expect(await runImport(ctx, id)).toMatchObject({
      status: "succeeded",
      error: null,
      records: { created: 10_000 },
    });
  });

  it("rolls back when it is aborted and waits in the queue for another try", async () => {
    const { id } = await startImport(ctx, uci(many.join("\n")));
    const abort = new AbortController();
    await expect(
      runImport(ctx, id, {
        signal: abort.signal,
        onProgress: ({ phase }) => phase === "merging" && abort.abort(),
      }),
    ).rejects.toThrow();
    expect(await countRows(ctx.merchantId)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await getImport(ctx, { id })).toMatchObject({ status: "queued" });
  });

  it("stays cancelled and keeps nothing, also when it was running", async () => {
    const { id } = await startImport(ctx, uci(many.join("\n")));
    let cancelling: Promise<unknown> | undefined;
    const result = await runImport(ctx, id, {
      onProgress: () => {
        cancelling ??= cancelImport(ctx, { id });
      },
    });
    await cancelling;
    expect(result.status).toBe("cancelled");
    expect(await countRows(ctx.merchantId)).toEqual([0, 0, 0, 0, 0, 0]);
    await expect(cancelImport(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is told from a live one when its process was killed", async () => {
    const { id: killed } = await startImport(ctx, uci(FILE));
    await owner`UPDATE imports SET status = 'running' WHERE id = ${killed}`;
    await importFile(ctx, uci(FILE));
    expect(await getImport(ctx, { id: killed })).toMatchObject({
      status: "failed",
      error: expect.stringMatching(/stopped/),
    });
    const { id: live } = await startImport(ctx, uci(many.join("\n")));
    const running = runImport(ctx, live);
    await expect
      .poll(() => getImport(ctx, { id: live }), { timeout: 20_000 })
      .toMatchObject({ status: "running" });
    await Promise.all([importFile(ctx, uci(FILE)), running]);
    expect(await getImport(ctx, { id: live })).toMatchObject({ status: "succeeded" });
  });

  it("is not run twice at once", async () => {
    const { id } = await startImport(ctx, uci(many.join("\n")));
    const outcomes = await Promise.allSettled([runImport(ctx, id), runImport(ctx, id)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("taking a file in", () => {
  it("queues a job with the row and the audit entry", async () => {
    const { id, status } = await startImport(ctx, uci(FILE));
    expect(status).toBe("queued");
    const [job] = await owner`SELECT name, payload FROM jobs WHERE merchant_id = ${ctx.merchantId}`;
    expect(job).toEqual({ name: "run-import", payload: { importId: id } });
    const [audit] = await owner`SELECT action FROM audit_log WHERE merchant_id = ${ctx.merchantId}`;
    expect(audit).toEqual({ action: "import.started" });
  });

  it("refuses a file without the columns at once, and keeps nothing of it", async () => {
    const wrong = startImport(ctx, { ...uci("a,b\n1,2\n") });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(/no column InvoiceNo/),
    });
    await expect(startImport(ctx, { ...uci(FILE), preset: "nothing" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(startImport(ctx, { ...uci(FILE), kind: "products" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const folder = join(process.env.ZHANGGUI_DATA_DIR ?? "", "uploads", ctx.merchantId);
    expect(readdirSync(folder)).toEqual([]);
    expect((await listImports(ctx)).data).toEqual([]);
  });

  it("hides an import from other shops and from those without permission", async () => {
    const { id } = await importFile(ctx, uci(FILE));
    const other = await createShop();
    await expect(getImport(other, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(streamRejections(other, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listImports(other)).data).toEqual([]);
    expect(await countRows(other.merchantId)).toEqual([0, 0, 0, 0, 0, 0]);
    const visitor: Context = { ...ctx, actor: { type: "customer", visitorId: newId(), customerId: null } };
    await expect(startImport(visitor, uci(FILE))).rejects.toMatchObject({ code: "forbidden" });
    await expect(getImport(visitor, { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lists newest first, page by page", async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) ids.unshift((await importFile(ctx, uci(FILE))).id);
    const first = await listImports(ctx, { limit: 2 });
    const second = await listImports(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map((row) => row.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it("previews a file with its preset, its rows and their problems, and writes nothing", async () => {
    const preview = await previewFile(ctx, { kind: "orders", head: Buffer.from(FILE) });
    expect(preview).toMatchObject({
      preset: "uci-online-retail",
      problems: [],
      format: { type: "csv", delimiter: ",", isGzip: false },
    });
    expect(preview.rows.map((row) => row.problem?.code ?? null).slice(4, 7)).toEqual([
      null,
      "negative_quantity",
      "bad_quantity",
    ]);
    const guessed = await previewFile(ctx, { kind: "orders", head: Buffer.from("订单号,数量\n1,2\n") });
    expect(guessed.problems.join()).toMatch(/placedAt/);
    expect((await listImports(ctx)).data).toEqual([]);
  });
});
