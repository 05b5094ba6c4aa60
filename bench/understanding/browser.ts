import { understandTexts } from "../../lib/platform/models/understand-text";
import { provideTextRuntime } from "../../scripts/supervisor/text-runtime";
import { readInWorker } from "../../test/support/text-worker";
import { launchBrowser } from "../browser";
import { type Line, percentile } from "../measure";
import { readHeldOut } from "./data";
import { servePublicFiles } from "./serve-public-files";

/** As the figures of the server: what is longer is no short utterance. */
const SHORT = 60;
const WARM_UP = 50;

/** The shipped model in a headless Chromium, in the worker that the widget and the playground use. */
export async function benchBrowser({ quick }: { quick: boolean }): Promise<Line[]> {
  const texts = readHeldOut()
    .map(({ text }) => text)
    .slice(0, quick ? 200 : undefined);
  provideTextRuntime(process.cwd());
  const site = await servePublicFiles();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const first = await readInWorker(page, []);
    const { readyMs, readings } = await readInWorker(page, texts);
    const version = browser.version();
    // After the browser's turn, so that they do not share the cores.
    const server = await understandTexts(texts);
    const times = readings
      .filter((_, i) => i >= WARM_UP && texts[i]!.length <= SHORT)
      .map(({ milliseconds }) => milliseconds);
    const agreeing = readings.filter(({ intent }, i) => intent.id === server[i]!.intent.id).length;
    return [
      {
        name: "Browser: one short utterance, p50",
        value: percentile(times, 0.5),
        unit: "ms",
        target: { is: "≤", value: 30 },
        note: `p95 ${percentile(times, 0.95).toFixed(1)} ms, one thread of WASM, Chromium ${version}`,
      },
      {
        name: "Browser: same intent as the server",
        value: agreeing / texts.length,
        unit: "",
        target: { is: "≥", value: 0.995 },
        note: `${texts.length} held-out lines`,
      },
      {
        name: "Browser: from nothing to ready",
        value: first.readyMs,
        unit: "ms",
        note: `from this machine; again with the files kept: ${Math.round(readyMs)} ms`,
      },
    ];
  } finally {
    await browser.close();
    site.close();
  }
}
