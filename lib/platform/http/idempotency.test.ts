import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { callRoute } from "@/test/support/call-route";

const { ownerUrl } = await useTestDatabase();
const { route } = await import("./route");
const apiKeys = await import("@/app/api/v1/api-keys/route");
const conversations = await import("@/app/api/v1/conversations/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let key: string;
beforeAll(async () => {
  shop = await createTestShop(sql);
  key = await shop.createApiKey();
});

/** A POST route that counts how often its work was done. */
function counted(work: (times: number) => unknown, path = "/counted") {
  let times = 0;
  const handler = route({
    id: "counted",
    method: "POST",
    path,
    summary: "Counts",
    tag: "Tests",
    permission: "orders:read",
    body: z.object({ n: z.int() }),
    handler: async () => work(++times),
  });
  return { handler, times: () => times };
}

const send = (handler: Parameters<typeof callRoute>[0], idempotencyKey: string, body: unknown, as = key) =>
  callRoute(handler, { key: as, body, headers: { "idempotency-key": idempotencyKey } });

describe("the same key", () => {
  it("and body give the stored answer, and the work is done once", async () => {
    const { handler, times } = counted((n) => ({ made: n, id: newId() }));
    const [first, second] = [await send(handler, "k-1", { n: 1 }), await send(handler, "k-1", { n: 1 })];
    expect(second.json).toEqual(first.json);
    expect([first.status, second.status, times()]).toEqual([200, 200, 1]);
  });

  it("stores one record for a create that is sent twice", async () => {
    const body = { channel: "api", customer: { externalId: "li" } };
    const [first, second] = [
      await send(conversations.POST, "start-1", body),
      await send(conversations.POST, "start-1", body),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    const rows = await sql`SELECT 1 FROM conversations WHERE merchant_id = ${shop.merchantId}`;
    expect(rows).toHaveLength(1);
  });

  it("with another body is refused", async () => {
    const { handler, times } = counted(() => ({}));
    await send(handler, "k-2", { n: 1 });
    const other = await send(handler, "k-2", { n: 2 });
    expect([other.status, other.json.code, times()]).toEqual([409, "idempotency_key_reused", 1]);
  });

  it("twenty times at once does the work once; the others are told to wait", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { handler, times } = counted(async () => {
      await gate;
      return { done: true };
    });
    const racing = Array.from({ length: 20 }, async () => {
      const answer = await send(handler, "k-3", { n: 1 });
      // The first to be refused shows that the winner is at work; only then may it finish.
      if (answer.status === 409) release();
      return answer;
    });
    const answers = await Promise.all(racing);
    expect(times()).toBe(1);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    for (const { json, headers } of refused)
      expect([json.code, headers.get("retry-after")]).toEqual(["idempotency_in_progress", "1"]);
    expect((await send(handler, "k-3", { n: 1 })).json).toEqual({ done: true });
  });

  it("belongs to one credential and one address", async () => {
    const { handler, times } = counted((n) => ({ n }));
    const elsewhere = counted((n) => ({ n }), "/elsewhere");
    const otherKey = await shop.createApiKey();
    const foreignKey = await (await createTestShop(sql)).createApiKey();
    for (const as of [key, otherKey, foreignKey]) await send(handler, "k-4", { n: 1 }, as);
    await send(elsewhere.handler, "k-4", { n: 1 });
    expect([times(), elsewhere.times()]).toEqual([3, 1]);
  });

  it("is free again after 24 hours, or ten minutes after its process died", async () => {
    const { handler, times } = counted((n) => ({ n }));
    await send(handler, "k-5", { n: 1 });
    await sql`UPDATE idempotency_keys SET created_at = now() - interval '23 hours' WHERE key = 'k-5'`;
    expect((await send(handler, "k-5", { n: 1 })).json).toEqual({ n: 1 });
    await sql`UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'k-5'`;
    expect((await send(handler, "k-5", { n: 1 })).json).toEqual({ n: 2 });
    await sql`UPDATE idempotency_keys SET response_status = NULL, created_at = now() - interval '9 minutes'
      WHERE key = 'k-5'`;
    expect((await send(handler, "k-5", { n: 1 })).json.code).toBe("idempotency_in_progress");
    await sql`UPDATE idempotency_keys SET created_at = now() - interval '11 minutes' WHERE key = 'k-5'`;
    expect((await send(handler, "k-5", { n: 1 })).json).toEqual({ n: 3 });
    expect(times()).toBe(3);
  });
});

describe("what is stored", () => {
  const failOnce = (error: Error) =>
    counted((n) => {
      if (n === 1) throw error;
      return { n };
    });

  it.each([
    ["an unknown error", new Error("boom"), 500],
    ["429", new AppError("rate_limited", "Slow down."), 429],
    ["503", new AppError("unavailable", "Later."), 503],
  ])("is not %s: a retry does the work", async (name, error, status) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { handler, times } = failOnce(error);
    expect((await send(handler, `retry-${status}`, { n: 1 })).status).toBe(status);
    expect((await send(handler, `retry-${status}`, { n: 1 })).json, name).toEqual({ n: 2 });
    expect(times()).toBe(2);
    log.mockRestore();
  });

  it("is a refusal that stays one", async () => {
    const { handler, times } = failOnce(new AppError("conflict", "Taken."));
    const [first, second] = [
      await send(handler, "refused", { n: 1 }),
      await send(handler, "refused", { n: 1 }),
    ];
    expect([first.status, second.status, times()]).toEqual([409, 409, 1]);
    expect(second.headers.get("content-type")).toBe("application/problem+json");
    expect(second.json).toEqual(first.json);
  });

  it("holds no secret: the answer is repeated without the key that it made", async () => {
    const body = { name: "integration", scopes: ["orders:read"] };
    const first = await send(apiKeys.POST, "secret", body);
    const second = await send(apiKeys.POST, "secret", body);
    expect(first.json.key).toMatch(/^zg_/);
    expect(second.json).toEqual({ ...first.json, key: "[shown once]" });
    const [row] = await sql`SELECT response_body::text AS body FROM idempotency_keys WHERE key = 'secret'`;
    expect(row!.body).not.toContain(first.json.key);
  });

  it("is nothing for an answer of 204, twice", async () => {
    const { handler, times } = counted(() => undefined);
    const statuses = [await send(handler, "empty", { n: 1 }), await send(handler, "empty", { n: 1 })];
    expect([...statuses.map(({ status }) => status), times()]).toEqual([204, 204, 1]);
  });
});

it.each(["", " ", "a b", "x".repeat(256), "ключ"])(
  "the key %j is refused or ignored, never stored",
  async (bad) => {
    const { handler } = counted(() => ({}));
    const answer = await send(handler, encodeHeader(bad), { n: 1 });
    expect([200, 422]).toContain(answer.status);
    expect(await sql`SELECT 1 FROM idempotency_keys WHERE key = ${bad}`).toHaveLength(0);
  },
);

/** Headers carry bytes: what is beyond Latin-1 arrives as its UTF-8 bytes. */
function encodeHeader(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
