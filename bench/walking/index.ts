import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { launchBrowser } from "../browser";
import type { Line, Target } from "../measure";
import { type OwnProduct, ownerUrlOf, type Product, type StartFigures } from "../product";
import { benchImport } from "./import";
import { measureInboxPage } from "./inbox-page";
import { measureMessages } from "./messages";
import { measureOrdersApi } from "./orders-api";
import { measureOverviewPage } from "./overview-page";
import { measureBareServerStart } from "./start";

export interface WalkingOptions {
  quick: boolean;
  /** Names of the parts to run; all of them without it. */
  only?: string[];
}

type Part = (product: Product, options: WalkingOptions) => Promise<Line[]>;

const UCI_FILE = "retail/uci_online_retail_2010-12_to_2011-09.csv.gz";
const UCI_TOTAL_POUNDS = 6_781_619;

/** In this order: pages before the load, the large import last. */
export const PARTS: Record<string, Part> = {
  overview: benchOverview,
  inbox: benchInbox,
  messages: benchMessages,
  orders: benchOrders,
  import: benchUciImport,
};

async function benchOverview(product: Product, { quick }: WalkingOptions): Promise<Line[]> {
  const browser = await launchBrowser();
  try {
    const page = await measureOverviewPage(browser, product, quick ? 3 : 7);
    const bound = { label: "page of one sentence", value: page.bareLcpMs };
    const note = `median of ${page.loads} loads, first byte after ${Math.round(page.ttfbMs)} ms`;
    return [
      {
        name: "Overview LCP, empty cache",
        value: page.coldLcpMs,
        ...unit("ms"),
        ...is("<", 1_000),
        bound,
        note,
      },
      {
        name: "Overview LCP, warm cache",
        value: page.warmLcpMs,
        ...unit("ms"),
        ...is("<", 1_000),
        bound,
        note,
      },
      {
        name: "Overview layout shift (CLS)",
        value: page.worstShift,
        ...unit(""),
        ...is("=", 0),
        note: "worst load",
      },
      {
        name: "Overview's own JavaScript, gzipped",
        value: page.ownScriptBytes / 1_000,
        ...unit("kB"),
        ...is("<", 200),
        note: `beyond ${Math.round(page.sharedScriptBytes / 1_000)} kB that every page loads`,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function benchInbox(product: Product, { quick }: WalkingOptions): Promise<Line[]> {
  const browser = await launchBrowser();
  try {
    const inbox = await measureInboxPage(browser, product, quick ? 5 : 12);
    return [
      {
        name: "Message → agent's browser, p95",
        value: inbox.p95Ms,
        ...unit("ms"),
        ...is("<", 300),
        note: `${inbox.count} messages, median ${Math.round(inbox.p50Ms)} ms`,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function benchMessages(product: Product, { quick }: WalkingOptions): Promise<Line[]> {
  const figures = await measureMessages(product, quick ? 60 : 240);
  const { reply, agent, bareRoute, bareNotify, perSecond, lost } = figures;
  const pace = `${reply.count} at ${perSecond}/s`;
  return [
    {
      name: "Message → bot's reply, p95",
      value: reply.p95Ms,
      ...unit("ms"),
      ...is("<", 150),
      bound: { label: "bare route, p95", value: bareRoute.p95Ms },
      note: `${pace}, median ${Math.round(reply.p50Ms)} ms`,
    },
    {
      name: "Message → agent's stream, p95",
      value: agent.p95Ms,
      ...unit("ms"),
      ...is("<", 300),
      bound: { label: "bare NOTIFY, p95", value: bareNotify.p95Ms },
      note: `median ${Math.round(agent.p50Ms)} ms`,
    },
    { name: "Messages without reply or unseen", value: lost, ...unit(""), ...is("=", 0) },
  ];
}

async function benchOrders({ url, demo }: Product): Promise<Line[]> {
  const { orders, bareRoute, connections } = await measureOrdersApi({ url, apiKey: demo.apiKey });
  return [
    {
      name: "GET /orders?limit=50",
      value: orders.requestsPerSecond,
      ...unit("req/s"),
      ...is("≥", 300),
      bound: { label: "bare route", value: bareRoute.requestsPerSecond },
      note: `${connections} clients, p95 ${Math.round(orders.p95Ms)} ms, ${orders.errors} errors`,
    },
    { name: "GET /orders, errors", value: orders.errors, ...unit(""), ...is("=", 0) },
  ];
}

async function benchUciImport(product: Product, { quick }: WalkingOptions): Promise<Line[]> {
  const name = "UCI import";
  const publicDataDir = resolve(process.env.ZHANGGUI_DATA ?? "../shared/data");
  if (quick) return [{ name, skipped: "left out by --quick" }];
  if (!existsSync(resolve(publicDataDir, UCI_FILE)))
    return [{ name, skipped: "the public data is not there (set ZHANGGUI_DATA)" }];
  const ownerUrl = await ownerUrlOf(product);
  const result = await benchImport({ ownerUrl, dataDir: product.dataDir, publicDataDir });
  const { first, second, boundSeconds } = result;
  return [
    {
      name: "UCI import",
      value: first.seconds,
      ...unit("s"),
      ...is("≤", 60),
      bound: { label: "bare COPY", value: boundSeconds },
      note: `${first.rows.read.toLocaleString("en")} rows; whole command ${first.processSeconds.toFixed(1)} s`,
    },
    {
      name: "UCI import, largest process",
      value: Math.max(first.peakRssMb, first.backendPeakRssMb ?? 0),
      ...unit("MB"),
      ...is("≤", 500),
      note: `command ${first.peakRssMb} MB, its database session ${first.backendPeakRssMb ?? "?"} MB`,
    },
    {
      name: "UCI accepted + set aside",
      value: (first.acceptedNetMinor + first.quarantinedMinor) / 100,
      ...unit("GBP"),
      ...is("=", UCI_TOTAL_POUNDS),
      note: `accepted £${(first.acceptedNetMinor / 100).toLocaleString("en")}`,
    },
    {
      name: "UCI import once more",
      value: second.seconds,
      ...unit("s"),
      ...is("≤", 60),
      note: `${second.records.created} created, ${second.records.updated} updated`,
    },
  ];
}

/** What the first start says about itself; a build that was up to date says nothing. */
export function describeFirstStart({ seconds, steps }: StartFigures): Line[] {
  const seeding = steps.get("demo shop");
  const building = steps.get("pages built");
  const note = building ? "while the pages were built" : "";
  return [
    seeding === undefined
      ? { name: "Seeding the demo shop", skipped: "the first start did not seed" }
      : { name: "Seeding the demo shop", value: seeding, ...unit("s"), ...is("≤", 40), note },
    { name: "First start, to ready", value: seconds, ...unit("s"), note: listSteps(steps) },
  ];
}

/** Stops the product and starts it again in the same data folder. */
export async function benchSecondStart(own: OwnProduct): Promise<{ product: Product; lines: Line[] }> {
  await own.stop();
  const bareSeconds = await measureBareServerStart();
  const product = await own.start();
  const { seconds, steps } = product.start!;
  const bound = { label: "bare web server", value: bareSeconds };
  return {
    product,
    lines: [
      {
        name: "Second start, to ready",
        value: seconds,
        ...unit("s"),
        ...is("≤", 5),
        bound,
        note: listSteps(steps),
      },
    ],
  };
}

function listSteps(steps: Map<string, number>): string {
  return [...steps]
    .filter(([, seconds]) => seconds >= 0.1)
    .map(([step, seconds]) => `${step} ${seconds}`)
    .join(", ");
}

function unit<U extends "ms" | "s" | "req/s" | "MB" | "kB" | "" | "GBP">(value: U): { unit: U } {
  return { unit: value };
}

function is(relation: Target["is"], value: number): { target: Target } {
  return { target: { is: relation, value } };
}
