import type PgBoss from "pg-boss";
import { driver } from "@/db/client";
import { QUEUE_NAMES } from "@/lib/core/queues";
import { OUTBOX_CHANNEL } from "@/lib/platform/jobs/enqueue-job";

const BATCH = 100;
const POLL_MS = 5_000;

interface OutboxRow {
  id: number;
  merchant_id: string;
  topic: string;
  payload: Record<string, unknown>;
}

/**
 * Moves committed outbox rows to the queues. A row is deleted after it was sent; should the worker die between
 * the two, the row comes back and the queue drops the repeat by its key.
 */
export async function startOutboxRelay(boss: PgBoss): Promise<() => Promise<void>> {
  let running: Promise<void> | null = null;
  let isWanted = false;
  const relay = () => {
    isWanted = true;
    running ??= drain().finally(() => {
      running = null;
    });
  };
  const drain = async () => {
    while (isWanted) {
      isWanted = false;
      try {
        while ((await relayBatch(boss)) === BATCH);
      } catch (error) {
        console.error("Outbox:", error);
      }
    }
  };
  const subscription = await driver().listen(OUTBOX_CHANNEL, relay, relay);
  const timer = setInterval(relay, POLL_MS);
  return async () => {
    clearInterval(timer);
    await subscription.unlisten();
    await running;
  };
}

async function relayBatch(boss: PgBoss): Promise<number> {
  const rows = await driver()<
    OutboxRow[]
  >`SELECT id, merchant_id, topic, payload FROM claim_outbox(${BATCH}) ORDER BY id`;
  const sent: number[] = [];
  for (const row of rows) {
    try {
      await send(boss, row);
      sent.push(row.id);
    } catch (error) {
      // It comes back with the next claim; the rows behind it must not wait for it.
      console.error(`Outbox row ${row.id} was not sent:`, error);
    }
  }
  if (sent.length > 0) await driver()`SELECT delete_outbox(${sent}::bigint[])`;
  return rows.length;
}

async function send(boss: PgBoss, row: OutboxRow): Promise<void> {
  const [kind, name] = row.topic.split(":");
  // The queue library drops what is sent to a queue that does not exist, without a word.
  if (kind !== "job" || !QUEUE_NAMES.some((queue) => queue === name))
    throw new Error(`The topic ${row.topic} is not known.`);
  const { delaySeconds, ...payload } = row.payload;
  await boss.send(
    name!,
    { ...payload, merchantId: row.merchant_id },
    { id: String(payload.jobId), startAfter: Number(delaySeconds ?? 0) },
  );
}
