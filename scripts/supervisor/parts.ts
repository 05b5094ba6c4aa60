import { existsSync } from "node:fs";
import { buildPages, isBuildFresh } from "./build";
import type { Options } from "./options";
import { announce, step } from "./progress";
import { provideTextRuntime } from "./text-runtime";

/** What the supervisor runs. A test may put lighter parts in their place. */
export type Parts = {
  webArgs: (options: Options) => string[];
  workerArgs: (options: Options) => string[];
  /** Whether the worker's own word that it is ready arrives; a watcher between it and the supervisor keeps it. */
  workerReports: boolean;
  build: (signal: AbortSignal) => Promise<void>;
  migrate: (database: { ownerUrl: string }) => Promise<{ appUrl: string }>;
};

const next = "node_modules/next/dist/bin/next";

/**
 * Capped heaps: V8 would otherwise let garbage grow with the machine's memory. Room for the young: what a request leaves
 * behind dies there instead of being copied.
 */
export const productionParts: Parts = {
  webArgs: ({ port, host, webProcesses }) => [
    "--max-old-space-size=1024",
    "--max-semi-space-size=32",
    ...(webProcesses > 1 ? ["scripts/web-processes.mjs", String(webProcesses)] : []),
    next,
    "start",
    "-p",
    String(port),
    "-H",
    host,
  ],
  workerArgs: () => [
    "--max-old-space-size=1536",
    "--conditions=react-server",
    "--import",
    "tsx",
    "worker/main.ts",
  ],
  workerReports: true,
  build: ensureBuild,
  migrate: migrateDatabase,
};

export const developmentParts: Parts = {
  webArgs: ({ port, host }) => [next, "dev", "-p", String(port), "-H", host],
  workerArgs: () => ["node_modules/tsx/dist/cli.mjs", "watch", "--conditions=react-server", "worker/main.ts"],
  workerReports: false,
  build: async () => provideTextRuntime(process.cwd()),
  migrate: migrateDatabase,
};

/** Loaded when it is needed: refusals (a taken port, a second start) come without waiting for it. */
async function migrateDatabase(database: { ownerUrl: string }): Promise<{ appUrl: string }> {
  const { migrate } = await import("../../db/migrate");
  return migrate(database);
}

async function ensureBuild(signal: AbortSignal): Promise<void> {
  provideTextRuntime(process.cwd());
  const fresh = await step("production build checked", () => isBuildFresh(process.cwd()));
  if (fresh) return;
  announce(
    existsSync(".next/BUILD_ID")
      ? "building the pages again: sources changed"
      : "building the pages: a minute, once",
  );
  await step("pages built", () => buildPages(process.cwd(), signal));
}
