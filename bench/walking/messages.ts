import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { percentile } from "../measure";
import { ownerUrlOf, type Product } from "../product";
import { openEventStream } from "./event-stream";
import { gatherTalkers, type Talker } from "./talkers";

export interface Delays {
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  count: number;
}

export interface MessageFigures {
  perSecond: number;
  /** From sending to the answer that carries the bot's reply. */
  reply: Delays;
  /** From sending to the customer's message on the agent's stream. */
  agent: Delays;
  /** GET /api/health/ready at the same pace: one request, one question to the database. */
  bareRoute: Delays;
  /** A bare NOTIFY to a bare LISTEN on the same database, at the same pace. */
  bareNotify: Delays;
  /** Messages without a reply, or that never came to the agent. */
  lost: number;
}

const PER_SECOND = 8;
const VISITORS = 6;
const CUSTOMERS = 6;
const PATIENCE_MS = 5_000;

/**
 * Customers write at a steady pace whatever the answers take (an open loop, so that slowness shows), while an
 * agent's stream is open.
 */
export async function measureMessages(product: Product, count: number): Promise<MessageFigures> {
  const talkers = await gatherTalkers(product, { visitors: VISITORS, customers: CUSTOMERS });
  const arrivedAt = new Map<string, number>();
  const headers = { authorization: `Bearer ${product.demo.apiKey}` };
  const { close } = await openEventStream(
    `${product.url}/api/v1/conversations/stream`,
    headers,
    ({ event, data, at }) => {
      if (event !== "message") return;
      const { clientMessageId: id } = data().message as { clientMessageId?: string };
      if (id) arrivedAt.set(id, at);
    },
  );
  try {
    await converse(talkers, talkers.length * 2, arrivedAt); // compiled, connected, cached
    const sent = await converse(talkers, count, arrivedAt);
    const bareRoute = await measureBareRoute(product, Math.min(count, 80));
    const bareNotify = await measureBareNotify(product, Math.min(count, 80));
    const onScreen = sent.flatMap(({ id, at }) => {
      const arrival = arrivedAt.get(id);
      return arrival === undefined ? [] : [arrival - at];
    });
    const replies = sent.flatMap(({ replyMs }) => replyMs ?? []);
    return {
      perSecond: PER_SECOND,
      reply: describe(replies),
      agent: describe(onScreen),
      bareRoute,
      bareNotify,
      lost: 2 * count - replies.length - onScreen.length,
    };
  } finally {
    close();
  }
}

interface Sent {
  id: string;
  at: number;
  replyMs: number | null;
}

async function converse(talkers: Talker[], count: number, arrivedAt: Map<string, number>): Promise<Sent[]> {
  const sent = await atPace(count, async (turn) => {
    const id = randomUUID();
    const at = performance.now();
    const reply = await talkers[turn % talkers.length]!.say(id);
    return { id, at, replyMs: reply === null ? null : performance.now() - at };
  });
  const deadline = performance.now() + PATIENCE_MS;
  while (sent.some(({ id }) => !arrivedAt.has(id)) && performance.now() < deadline) await sleep(20);
  return sent;
}

async function measureBareRoute({ url }: Product, count: number): Promise<Delays> {
  return describe(
    await atPace(count, async () => {
      const at = performance.now();
      await (await fetch(`${url}/api/health/ready`)).text();
      return performance.now() - at;
    }),
  );
}

async function measureBareNotify(product: Product, count: number): Promise<Delays> {
  const sql = postgres(await ownerUrlOf(product), { max: 2, onnotice: () => {} });
  try {
    const waiting = new Map<string, (at: number) => void>();
    await sql.listen("zhanggui_bench", (id) => waiting.get(id)?.(performance.now()));
    return describe(
      await atPace(count, async () => {
        const id = randomUUID();
        const arrival = new Promise<number>((resolve) => waiting.set(id, resolve));
        const at = performance.now();
        await sql.notify("zhanggui_bench", id);
        return (await arrival) - at;
      }),
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Starts one piece of work at each tick, done or not with the one before. */
async function atPace<Result>(count: number, work: (turn: number) => Promise<Result>): Promise<Result[]> {
  const startedAt = performance.now();
  const running: Promise<Result>[] = [];
  for (let turn = 0; turn < count; turn++) {
    const wait = startedAt + (turn * 1_000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(work(turn));
  }
  return Promise.all(running);
}

function describe(delaysMs: number[]): Delays {
  return {
    p50Ms: percentile(delaysMs, 0.5),
    p95Ms: percentile(delaysMs, 0.95),
    maxMs: Math.max(...delaysMs),
    count: delaysMs.length,
  };
}
