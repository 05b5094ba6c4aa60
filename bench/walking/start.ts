import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../db/embedded/port";
import { cleanEnvironment } from "../../scripts/testing/run-node";

const PATIENCE_MS = 30_000;

/** Seconds until the built pages' server alone, with no database behind it, answers its first request. */
export async function measureBareServerStart(): Promise<number> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const args = ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"];
  const server = spawn(process.execPath, args, {
    env: { ...cleanEnvironment(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    while (!(await answers(port))) {
      if (performance.now() - startedAt > PATIENCE_MS) throw new Error("The bare web server did not start.");
      await sleep(20);
    }
    return (performance.now() - startedAt) / 1000;
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health/live`)).ok;
  } catch {
    return false;
  }
}
