// Which browser the tests drive: the system's, else Playwright's own. `ensureChromium` installs what is missing.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's Chromium or Chrome, or undefined: then Playwright uses its own. */
export function findSystemChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path));
}

/** Sees to it that there is a browser and a Chinese font; throws one sentence when there is no way to a browser. */
export async function ensureChromium(): Promise<void> {
  const missing: string[] = [];
  if (!(await hasChromium())) missing.push("chromium");
  if (!hasChineseFont()) missing.push("fonts-noto-cjk");
  if (missing.length > 0) installFromDebian(missing);
  if (!(await hasChromium())) installFromPlaywright();
  if (!(await hasChromium())) {
    throw new Error(
      "No browser for the tests: install Chromium or Chrome, or run npx playwright install chromium.",
    );
  }
  if (!hasChineseFont())
    console.warn("No Chinese font found: pages in Chinese are tested with empty boxes for characters.");
}

async function hasChromium(): Promise<boolean> {
  if (findSystemChromium()) return true;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

function hasChineseFont(): boolean {
  if (process.platform !== "linux") return true;
  try {
    return execFileSync("fc-list", [":lang=zh"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}

/** On Debian and its relatives, as root. Elsewhere it does nothing. */
function installFromDebian(packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) => spawnSync("apt-get", args, { stdio: "inherit", env }).status;
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  if (run(...install) !== 0 && run("update") === 0) run(...install);
}

function installFromPlaywright(): void {
  const cli = "node_modules/@playwright/test/cli.js";
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
}
