import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../find-chromium";
import { buildPages, isBuildFresh } from "../supervisor/build";
import { startDemoShop } from "./demo-shop";
import { runNode } from "./run-node";
import { oneFailed, onePassed, readPlaywrightReport, readVitestReport, type Tally } from "./tally";

export type Stage = { name: string; title: string; run: () => Promise<Tally> };

const reports = mkdtempSync(join(tmpdir(), "zhanggui-reports-"));
const next = "node_modules/next/dist/bin/next";

/** In this order: the quick ones first. */
export const stages: Stage[] = [
  {
    name: "lint",
    title: "format and lint",
    run: () => check(["node_modules/@biomejs/biome/bin/biome", "ci", "."]),
  },
  { name: "types", title: "types", run: checkTypes },
  { name: "imports", title: "import rules", run: () => check(["scripts/lint-imports.mjs"]) },
  { name: "unit", title: "unit and integration tests", run: runVitest },
  { name: "build", title: "production build", run: build },
  { name: "e2e", title: "browser tests", run: runPlaywright },
];

async function check(args: string[]): Promise<Tally> {
  return (await runNode(args)) === 0 ? onePassed : oneFailed;
}

/** Next writes the types of the routes first: a fresh clone has none. */
async function checkTypes(): Promise<Tally> {
  if ((await runNode([next, "typegen"], { NEXT_TELEMETRY_DISABLED: "1" })) !== 0) return oneFailed;
  return check(["node_modules/typescript/bin/tsc", "--noEmit"]);
}

async function runVitest(): Promise<Tally> {
  const report = join(reports, "vitest.json");
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  const exitCode = await runNode(args);
  return readVitestReport(report, exitCode);
}

async function build(): Promise<Tally> {
  if (!isBuildFresh(process.cwd())) await buildPages(process.cwd());
  return onePassed;
}

async function runPlaywright(): Promise<Tally> {
  await ensureChromium();
  const shop = await startDemoShop();
  try {
    const report = join(reports, "playwright.json");
    const exitCode = await runNode(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ZHANGGUI_E2E_URL: shop.url,
      ZHANGGUI_DEMO_FILE: shop.demoFile,
    });
    return readPlaywrightReport(report, exitCode);
  } finally {
    await shop.stop();
  }
}
