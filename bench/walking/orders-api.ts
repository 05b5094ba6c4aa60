import { createRequire } from "node:module";

interface Run extends Promise<RunResult> {
  on(
    event: "response",
    listener: (client: unknown, status: number, bytes: number, responseTimeMs: number) => void,
  ): void;
}

interface RunResult {
  "2xx": number;
  non2xx: number;
  errors: number;
  timeouts: number;
  /** Seconds. */
  duration: number;
  requests: { total: number };
}

// autocannon comes without type declarations.
const autocannon = createRequire(import.meta.url)("autocannon") as (options: {
  url: string;
  headers: Record<string, string>;
  connections: number;
  duration: number;
}) => Run;

export interface LoadFigures {
  requestsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  requests: number;
  /** Answers other than 2xx, time-outs and broken connections. */
  errors: number;
}

export interface OrdersApiFigures {
  connections: number;
  seconds: number;
  /** GET /api/v1/orders?limit=50: key, limit, tenant, one statement, 50 documents. */
  orders: LoadFigures & { bytesPerAnswer: number };
  /** GET /api/health/live: the same server with nothing to do, which bounds what any route can reach. */
  bareRoute: LoadFigures;
  /** Orders per second as a share of the bare route's. */
  ratio: number;
}

const CONNECTIONS = 20;
const SECONDS = 10;
const WARM_UP_SECONDS = 3;

/**
 * Requests a second of the orders list under 20 connections, beside the bare route's in the same run, so that
 * the figure can be read on any machine. The key's own limit must lie above it; the demo key's does.
 */
export async function measureOrdersApi({
  url,
  apiKey,
}: {
  url: string;
  apiKey: string;
}): Promise<OrdersApiFigures> {
  const ordersUrl = `${url}/api/v1/orders?limit=50`;
  const headers = { authorization: `Bearer ${apiKey}` };
  const bytesPerAnswer = await checkAnswer(ordersUrl, headers);
  await drive(ordersUrl, headers, WARM_UP_SECONDS);
  const orders = await drive(ordersUrl, headers, SECONDS);
  const bareUrl = `${url}/api/health/live`;
  await drive(bareUrl, {}, WARM_UP_SECONDS);
  const bareRoute = await drive(bareUrl, {}, SECONDS);
  return {
    connections: CONNECTIONS,
    seconds: SECONDS,
    orders: { ...orders, bytesPerAnswer },
    bareRoute,
    ratio: orders.requestsPerSecond / bareRoute.requestsPerSecond,
  };
}

/** A page of 50 orders must come back, or the figure would be about something else. */
async function checkAnswer(url: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { headers });
  const body = await response.text();
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}: ${body.slice(0, 300)}`);
  const { data } = JSON.parse(body) as { data: unknown[] };
  if (data.length !== 50)
    throw new Error(
      `GET ${url} gave ${data.length} orders; the shop needs at least 50 for this measurement.`,
    );
  return Buffer.byteLength(body);
}

async function drive(url: string, headers: Record<string, string>, duration: number): Promise<LoadFigures> {
  const latenciesMs: number[] = [];
  const run = autocannon({ url, headers, connections: CONNECTIONS, duration });
  // autocannon's own table has no 95th percentile.
  run.on("response", (_client, _status, _bytes, responseTimeMs) => {
    latenciesMs.push(responseTimeMs);
  });
  const result = await run;
  latenciesMs.sort((a, b) => a - b);
  return {
    requestsPerSecond: result["2xx"] / result.duration,
    p50Ms: percentile(latenciesMs, 0.5),
    p95Ms: percentile(latenciesMs, 0.95),
    requests: result.requests.total,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
