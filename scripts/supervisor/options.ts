import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { LaunchError } from "./launch-error";

/** Environment variables; unlike NodeJS.ProcessEnv, which Next extends, it may hold none. */
export type Environment = Record<string, string | undefined>;

export type Mode = "start" | "dev";

export type Options = {
  mode: Mode;
  port: number;
  host: string;
  url: string;
  /** How many processes answer on the port. */
  webProcesses: number;
  dataDir: string;
  /** The owner's connection to a database that runs elsewhere; without it the embedded one is started. */
  databaseUrl: string | null;
  /** Seed the demo shop and write demo.json: always, except in a production that did not ask for it. */
  demo: boolean;
  /** The demo shop's "now" at its first seed. */
  demoAnchor: Date;
};

/** Reads the settings from the environment. An empty variable counts as not set. */
export function readOptions(mode: Mode, env: Environment): Options {
  const port = readPort(env.PORT || "3000");
  return {
    mode,
    port,
    // Only this machine, unless HOST opens the door (HOST=0.0.0.0 in a container).
    host: env.HOST || "127.0.0.1",
    url: (env.ZHANGGUI_URL || env.NEXTAUTH_URL || `http://localhost:${port}`).replace(/\/+$/, ""),
    webProcesses: mode === "dev" ? 1 : readWebProcesses(env.ZHANGGUI_WEB_PROCESSES),
    dataDir: resolve(env.ZHANGGUI_DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || null,
    demo: env.NODE_ENV !== "production" || env.ZHANGGUI_DEMO === "1",
    demoAnchor: readAnchor(env.ZHANGGUI_DEMO_ANCHOR),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new LaunchError(`PORT must be a number from 1 to 65535, not "${text}".`);
}

/** One for each core, unless told otherwise. Beyond four the database is what there is too little of. */
function readWebProcesses(text: string | undefined): number {
  if (!text) return Math.min(availableParallelism(), 4);
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new LaunchError(`ZHANGGUI_WEB_PROCESSES must be a number from 1 to 64, not "${text}".`);
}

function readAnchor(text: string | undefined): Date {
  const anchor = text ? new Date(text) : new Date();
  if (!Number.isNaN(anchor.getTime())) return anchor;
  throw new LaunchError(
    `ZHANGGUI_DEMO_ANCHOR must be an instant such as 2026-11-20T00:00:00Z, not "${text}".`,
  );
}
