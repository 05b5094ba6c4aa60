import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../db/embedded/port";
import { demoFilePath, readDemoFile } from "../supervisor/demo-file";
import { cleanEnvironment } from "./run-node";

export type DemoShop = { url: string; demoFile: string; stop: () => Promise<void> };

/** Starts the product as `npm start` does, in a data folder and on a port of its own, with a demo shop of fixed date. */
export async function startDemoShop(): Promise<DemoShop> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-e2e-"));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  // The channel and the preload make the supervisor end with the tests, even when those are killed.
  const child = spawn(process.execPath, ["--import", "./scripts/exit-with-parent.mjs", "scripts/start.mjs"], {
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      ZHANGGUI_DATA_DIR: dataDir,
      ZHANGGUI_DEMO: "1",
      // Where the tests play a platform.
      ZHANGGUI_PRIVATE_HOSTS: "127.0.0.1",
      ZHANGGUI_DEMO_ANCHOR: "2026-11-20T00:00:00Z",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const stop = async () => {
    await endSupervisor(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await waitForDemoFile(child, dataDir, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, demoFile: demoFilePath(dataDir), stop };
}

/** The address is written into demo.json once the shop is ready. */
async function waitForDemoFile(child: ChildProcess, dataDir: string, url: string): Promise<void> {
  const deadline = Date.now() + 10 * 60_000;
  while (readDemoFile(dataDir)?.url !== url) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("The shop for the browser tests did not start.");
    if (Date.now() > deadline)
      throw new Error("The shop for the browser tests was not ready within ten minutes.");
    await sleep(100);
  }
}

async function endSupervisor(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
