import PgBoss, { type JobWithMetadata } from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { inTenant } from "@/db/tenant";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { QUEUE_NAMES } from "@/lib/core/queues";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl, appUrl } = await useTestDatabase();
const { defineJob } = await import("@/lib/platform/jobs/define-job");
const { enqueueJob } = await import("@/lib/platform/jobs/enqueue-job");
const { purgeExpiredJob } = await import("@/lib/platform/jobs/purge-expired");
const { startOutboxRelay } = await import("./outbox-relay");
const { JOBS, SCHEDULES } = await import("./registry");
const { runJob } = await import("./run-job");
const sql = openOwner(ownerUrl);
// As the worker connects: with the application's rights, on queues that the migration made.
const boss = new PgBoss({
  connectionString: appUrl,
  migrate: false,
  max: 2,
  supervise: false,
  schedule: false,
});
boss.on("error", () => {});

let shop: TestShop;
beforeAll(async () => {
  await boss.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
});
afterAll(async () => {
  await boss.stop({ graceful: false, wait: true });
  await sql.end();
});

const enqueue = (payload: Record<string, string> = { importId: newId() }) =>
  inTenant(shop.ctx, ({ tx, ctx }) => enqueueJob(tx, ctx, "run-import", payload));
const outbox = () =>
  sql`SELECT id, topic, payload FROM outbox WHERE merchant_id = ${shop.merchantId} ORDER BY id`;
const queued = () =>
  sql`SELECT id, name, data FROM pgboss.job WHERE data->>'merchantId' = ${shop.merchantId}`;
const row = async (id: string) => (await sql`SELECT * FROM jobs WHERE id = ${id}`)[0];
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300 && !(await condition()); i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await condition()).toBe(true);
}

describe("the registry", () => {
  it("has one job for each queue, and schedules only jobs that exist", () => {
    expect(JOBS.map(({ name }) => name).sort()).toEqual([...QUEUE_NAMES].sort());
    for (const { name, cron } of SCHEDULES) {
      expect(QUEUE_NAMES).toContain(name);
      expect(cron.split(" ")).toHaveLength(5);
    }
  });
});

describe("the clock", () => {
  it("sends what is scheduled, with the application's rights", async () => {
    const clock = new PgBoss({
      connectionString: appUrl,
      migrate: false,
      max: 2,
      supervise: false,
      cronMonitorIntervalSeconds: 1,
      cronWorkerIntervalSeconds: 1,
    });
    clock.on("error", () => {});
    await clock.start();
    await clock.schedule("index-conversations", "* * * * *");
    const sent = async () =>
      (await sql`SELECT 1 FROM pgboss.job WHERE name = 'index-conversations'`).length > 0;
    await vi.waitUntil(sent, { timeout: 20_000, interval: 200 });
    await clock.unschedule("index-conversations");
    await clock.stop({ graceful: false, wait: true });
  }, 30_000);
});

describe("enqueueJob", () => {
  it("keeps the job and its announcement with the change that wanted it", async () => {
    const importId = newId();
    const jobId = await enqueue({ importId });
    expect(await row(jobId)).toMatchObject({ name: "run-import", status: "queued", attempts: 0 });
    expect((await outbox()).map(({ topic, payload }) => [topic, payload])).toEqual([
      ["job:run-import", { jobId, importId }],
    ]);
  });

  it("leaves nothing behind when that change is rolled back", async () => {
    const failing = inTenant(shop.ctx, async ({ tx, ctx }) => {
      await enqueueJob(tx, ctx, "run-import", { importId: newId() });
      throw new AppError("conflict", "No.");
    });
    await expect(failing).rejects.toMatchObject({ code: "conflict" });
    expect([...(await outbox())]).toEqual([]);
    expect(await sql`SELECT 1 FROM jobs WHERE merchant_id = ${shop.merchantId}`).toHaveLength(0);
  });
});

describe("the outbox relay", () => {
  it("moves each row to its queue once, when many are enqueued and two relays run", async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => enqueue()));
    const stops = await Promise.all([startOutboxRelay(boss), startOutboxRelay(boss)]);
    await until(async () => (await outbox()).length === 0);
    await Promise.all(stops.map((stop) => stop()));
    const tasks = await queued();
    expect(tasks.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(tasks[0]!.data).toEqual({
      merchantId: shop.merchantId,
      jobId: tasks[0]!.id,
      importId: expect.any(String),
    });
  });

  it("hears of a row as soon as it is committed", async () => {
    const stop = await startOutboxRelay(boss);
    const start = Date.now();
    await enqueue();
    await until(async () => (await outbox()).length === 0);
    // It also polls every five seconds; this was faster.
    expect(Date.now() - start).toBeLessThan(4_000);
    await stop();
  });

  it("lets a job wait that was asked for with a delay", async () => {
    const jobId = await inTenant(shop.ctx, ({ tx, ctx }) =>
      enqueueJob(tx, ctx, "train-head", { runId: newId() }, { delaySeconds: 120 }),
    );
    const stop = await startOutboxRelay(boss);
    await until(async () => (await outbox()).length === 0);
    await stop();
    const [task] = await sql`SELECT data, start_after > now() + interval '100 seconds' AS waits
      FROM pgboss.job WHERE id = ${jobId}`;
    expect(task).toMatchObject({ waits: true, data: { jobId, runId: expect.any(String) } });
    expect(task!.data).not.toHaveProperty("delaySeconds");
  });

  it("sends a row again that was claimed by a worker that died, and the queue keeps one of it", async () => {
    const jobId = await enqueue();
    await boss.send("run-import", { merchantId: shop.merchantId, jobId }, { id: jobId });
    await sql`UPDATE outbox SET claimed_until = now() - interval '1 second'`;
    const stop = await startOutboxRelay(boss);
    await until(async () => (await outbox()).length === 0);
    await stop();
    expect(await queued()).toHaveLength(1);
  });

  it("does not take what another worker has claimed", async () => {
    await enqueue();
    await sql`UPDATE outbox SET claimed_until = now() + interval '1 minute'`;
    const stop = await startOutboxRelay(boss);
    await stop();
    expect(await outbox()).toHaveLength(1);
    expect(await queued()).toHaveLength(0);
  });

  it("lets nothing wait behind a row that cannot be sent", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const topic of ["nonsense", "job:no-such-queue"])
      await sql`INSERT INTO outbox (merchant_id, topic, payload)
        VALUES (${shop.merchantId}, ${topic}, ${sql.json({ jobId: newId() })})`;
    const jobId = await enqueue();
    const stop = await startOutboxRelay(boss);
    await until(async () => (await queued()).length === 1);
    await stop();
    expect((await queued())[0]!.id).toBe(jobId);
    expect((await outbox()).map(({ topic }) => topic)).toEqual(["nonsense", "job:no-such-queue"]);
    expect(log).toHaveBeenCalled();
    await sql`DELETE FROM outbox`;
    log.mockRestore();
  });
});

describe("runJob", () => {
  const seen: unknown[] = [];
  const job = (work: () => void | Promise<void>) =>
    defineJob({
      name: "run-import",
      payload: z.object({ importId: z.string() }),
      handler: async (ctx, payload) => {
        seen.push([ctx.merchantId, ctx.actor, payload]);
        await work();
      },
    });
  const task = (jobId: string, retryCount = 0, data: object = { importId: "i" }) =>
    ({
      id: jobId,
      name: "run-import",
      data: { merchantId: shop.merchantId, jobId, ...data },
      retryCount,
      retryLimit: 2,
    }) as unknown as JobWithMetadata<unknown>;

  it("hands over the merchant and the payload, and marks the row", async () => {
    const jobId = await enqueue();
    await runJob(
      job(async () => expect(await row(jobId)).toMatchObject({ status: "running", attempts: 1 })),
      task(jobId),
    );
    expect(seen.at(-1)).toEqual([shop.merchantId, { type: "system", name: "run-import" }, { importId: "i" }]);
    const done = await row(jobId);
    expect(done).toMatchObject({ status: "succeeded", error: null });
    expect(done!.finished_at >= done!.started_at).toBe(true);
  });

  it.each([
    [
      "says what was said on purpose",
      new AppError("invalid_input", "Line 3 has no number."),
      "Line 3 has no number.",
    ],
    [
      "hides what is unknown",
      new Error("password=hunter2"),
      "It failed on our side. The log has the details.",
    ],
  ])("fails with a text that %s", async (_, error, text) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const jobId = await enqueue();
    const failing = job(() => {
      throw error;
    });
    await expect(runJob(failing, task(jobId))).rejects.toBe(error);
    expect(await row(jobId)).toMatchObject({ status: "queued", error: text, finished_at: null });
    await expect(runJob(failing, task(jobId, 2))).rejects.toBe(error);
    const failed = await row(jobId);
    expect(failed).toMatchObject({ status: "failed", error: text, attempts: 3 });
    expect(failed!.finished_at).not.toBeNull();
    log.mockRestore();
  });

  it("leaves a job that succeeded at that, should the queue run it again", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const jobId = await enqueue();
    await runJob(
      job(() => {}),
      task(jobId),
    );
    const again = job(() => {
      throw new Error("the second time");
    });
    await expect(runJob(again, task(jobId, 2))).rejects.toThrow();
    expect(await row(jobId)).toMatchObject({ status: "succeeded", error: null });
    log.mockRestore();
  });

  it("refuses a payload that is not the job's", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const jobId = await enqueue();
    const wrong = runJob(
      job(() => {}),
      task(jobId, 0, { importId: 3 }),
    );
    await expect(wrong).rejects.toMatchObject({ code: "invalid_input" });
    log.mockRestore();
  });
});

describe("purge-expired", () => {
  it("forgets what is over, and nothing else", async () => {
    const { merchantId } = shop;
    for (const [name, hours] of [
      ["old", 25],
      ["new", 23],
    ] as const) {
      await sql`INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload, created_at)
        VALUES (${merchantId}, ${newId()}, 'message', 'everyone', ${sql.json({ name })}, now() - make_interval(hours => ${hours}))`;
      await sql`INSERT INTO idempotency_keys (merchant_id, credential_id, route, key, body_sha256, created_at)
        VALUES (${merchantId}, 'c', 'r', ${name}, 'h', now() - make_interval(hours => ${hours}))`;
      await sql`INSERT INTO rate_limits VALUES (${`${merchantId}:${name}`}, now() - make_interval(hours => ${hours}), 1)`;
    }
    const jobId = await enqueue();
    await purgeExpiredJob.run(newId(), {}, newId(), new AbortController().signal);
    const left = await sql`
      SELECT payload->>'name' AS name FROM stream_events WHERE merchant_id = ${merchantId}
      UNION ALL SELECT key FROM idempotency_keys WHERE merchant_id = ${merchantId}
      UNION ALL SELECT split_part(bucket, ':', 2) FROM rate_limits WHERE bucket LIKE ${`${merchantId}%`}`;
    expect(left.map(({ name }) => name)).toEqual(["new", "new", "new"]);
    expect(await row(jobId)).toBeDefined();
  });
});
