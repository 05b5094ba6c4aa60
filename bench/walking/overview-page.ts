import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type StorageState, signIn } from "../browser";
import { median } from "../measure";
import type { Product } from "../product";

export interface PageFigures {
  /** Largest Contentful Paint, median of the loads. */
  coldLcpMs: number;
  warmLcpMs: number;
  /** Until the first byte, median of all loads. */
  ttfbMs: number;
  /** The same for a page of one sentence: what this browser on this machine takes at least. */
  bareLcpMs: number;
  /** Cumulative Layout Shift, the worst of all loads. */
  worstShift: number;
  loads: number;
  /** Gzipped scripts of the page that not every page loads. */
  ownScriptBytes: number;
  sharedScriptBytes: number;
}

const PATH = "/overview";
/** Pages that together tell which scripts every page of the dashboard loads. */
const OTHERS = ["/settings", "/orders", "/inbox"];

interface Paint {
  /** Time to First Byte: what the server took. */
  ttfbMs: number;
  lcpMs: number;
  shift: number;
}

/** Loads the overview as a signed-in owner, with an empty cache and with a full one. */
export async function measureOverviewPage(
  browser: Browser,
  product: Product,
  loads: number,
): Promise<PageFigures> {
  const storageState = await signIn(browser, product);
  const url = product.url + PATH;
  const cold: Paint[] = [];
  const warm: Paint[] = [];
  await loadTwice(browser, storageState, url); // the server's own first time
  for (let load = 0; load < loads; load++) {
    const [first, second] = await loadTwice(browser, storageState, url);
    cold.push(first);
    warm.push(second);
  }
  const bare = await measureBarePage(browser, loads);
  const scripts = await weighScripts(browser, storageState, product.url);
  return {
    coldLcpMs: median(cold.map(({ lcpMs }) => lcpMs)),
    warmLcpMs: median(warm.map(({ lcpMs }) => lcpMs)),
    ttfbMs: median([...cold, ...warm].map(({ ttfbMs }) => ttfbMs)),
    bareLcpMs: median(bare),
    worstShift: Math.max(...[...cold, ...warm].map(({ shift }) => shift)),
    loads,
    ...scripts,
  };
}

async function loadTwice(browser: Browser, storageState: StorageState, url: string): Promise<[Paint, Paint]> {
  return withContext(browser, storageState, async (context) => {
    const first = await observeLoad(context, url);
    return [first, await observeLoad(context, url)];
  });
}

async function observeLoad(context: BrowserContext, url: string): Promise<Paint> {
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: "load" });
    if (new URL(page.url()).pathname !== new URL(url).pathname)
      throw new Error(`${url} led to ${page.url()}.`);
    // Charts draw after the scripts ran; what shifts or grows then counts too.
    await page.waitForTimeout(800);
    return await page.evaluate(readPaint);
  } finally {
    await page.close();
  }
}

/** Runs in the page. Entries are buffered by the browser, so that nothing before this moment is missed. */
function readPaint(): Promise<Paint> {
  return new Promise((resolve) => {
    let lcpMs = Number.NaN;
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) lcpMs = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    setTimeout(() => resolve({ ttfbMs: navigation!.responseStart, lcpMs, shift }), 100);
  });
}

async function measureBarePage(browser: Browser, loads: number): Promise<number[]> {
  const html = "<!doctype html><title>Bare</title><h1>Good morning. Nothing needs you.</h1>";
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const lcps: number[] = [];
    for (let load = 0; load <= loads; load++) {
      const { lcpMs } = await withContext(browser, undefined, (context) => observeLoad(context, url));
      if (load > 0) lcps.push(lcpMs);
    }
    return lcps;
  } finally {
    server.close();
  }
}

async function weighScripts(browser: Browser, storageState: StorageState, baseUrl: string) {
  return withContext(browser, storageState, async (context) => {
    const page = await context.newPage();
    const own = await listScripts(page, baseUrl + PATH);
    let shared = own;
    for (const path of OTHERS) {
      const others = new Set(await listScripts(page, baseUrl + path));
      shared = shared.filter((script) => others.has(script));
    }
    const weigh = async (scripts: string[]) => {
      const sizes = await Promise.all(
        scripts.map(async (script) => gzipSync(await (await context.request.get(script)).body()).length),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    return {
      ownScriptBytes: await weigh(own.filter((script) => !shared.includes(script))),
      sharedScriptBytes: await weigh(shared),
    };
  });
}

/** What the page runs; chunks that it only fetches ahead for other pages are links, not scripts. */
async function listScripts(page: Page, url: string): Promise<string[]> {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(500);
  return page.evaluate(() => [
    ...new Set([...document.scripts].map(({ src }) => src).filter((src) => src !== "")),
  ]);
}

async function withContext<Result>(
  browser: Browser,
  storageState: StorageState | undefined,
  work: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    ...(storageState ? { storageState } : {}),
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
