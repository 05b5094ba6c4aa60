import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./binaries";
import { ensureCluster, openServerLog, ownerRole, prepareFolder } from "./cluster";
import { EmbeddedServerError } from "./errors";
import { rememberedPort } from "./port";
import { findPostmaster, type Postmaster, stopPostmaster, waitForPostmaster } from "./postmaster";
import { readOrCreateSecrets } from "./secrets";
import { chooseServerUser, type RunAs } from "./server-user";

export type EmbeddedServerOptions = {
  dataDir: string;
  /** Fixed port; without it one is chosen once and remembered. */
  port?: number;
  /** Stop a server that an earlier process left behind, and own a new one, rather than share it. */
  takeOver?: boolean;
  /** False for throw-away databases: nothing waits for the disk. */
  durable?: boolean;
};

export type EmbeddedServer = {
  /** Connection URL of the role that owns the database `zhanggui`. */
  ownerUrl: string;
  port: number;
  pid: number;
  /** Fast shutdown. Does nothing to a server that another process owns. */
  stop: () => Promise<void>;
  /** Calls back once when the server ends without `stop`. */
  onUnexpectedExit: (listener: () => void) => void;
};

/** Modest on a 24 GB machine with two cores, and still fine on a small one. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  synchronous_commit: "on",
  random_page_cost: "1.1",
  jit: "off",
  max_connections: "60",
  timezone: "UTC",
  log_timezone: "UTC",
};
const throwAwaySettings = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  shared_buffers: "128MB",
};

/** Starts the PostgreSQL of a data folder, or joins the one that already serves it. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const clusterDir = join(dataDir, "postgres");
  prepareFolder(dataDir, process.getuid?.() === 0);
  const { databasePassword: password } = readOrCreateSecrets(dataDir);

  const running = await settleRunningServer(clusterDir, password, options.takeOver ?? false);
  if (running) return describe(running, password, null);

  const binaries = findBinaries();
  const runAs = chooseServerUser([dirname(binaries.postgres), dataDir]);
  const durable = options.durable ?? true;
  await ensureCluster({ clusterDir, password, durable }, binaries, runAs);
  const { child, postmaster } = await launch(
    { dataDir, clusterDir, port: options.port, durable },
    binaries,
    runAs,
  );
  await ensureDatabase(urlOf(postmaster.port, password, "postgres"));
  return describe(postmaster, password, child);
}

/** A server that answers and may be shared, or null once nothing of it is left. */
async function settleRunningServer(
  clusterDir: string,
  password: string,
  takeOver: boolean,
): Promise<Postmaster | null> {
  const found = findPostmaster(clusterDir);
  if (!found) return null;
  const mayBeShared = !takeOver && found.status !== "stopping";
  const ready = mayBeShared ? await waitForPostmaster(clusterDir) : null;
  // In its last moments a dying server still looks ready in its file.
  if (ready && (await answers(urlOf(ready.port, password, "zhanggui")))) return ready;
  await stopPostmaster(found);
  return null;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // Only when the server spoke is it alive: "too many connections" is an answer too.
    return error instanceof postgres.PostgresError && error.code !== "57P01" && error.code !== "57P03";
  } finally {
    await sql.end({ timeout: 1 });
  }
}

type Launch = { dataDir: string; clusterDir: string; port?: number; durable: boolean };

async function launch(
  place: Launch,
  binaries: Binaries,
  runAs: RunAs,
): Promise<{ child: ChildProcess; postmaster: Postmaster }> {
  const logFile = join(place.dataDir, "postgres.log");
  // After kill -9 the old server's sessions need a moment to notice; until then PostgreSQL refuses the files.
  for (let attempt = 1; ; attempt++) {
    const port = place.port ?? (await rememberedPort(join(place.dataDir, "database-port")));
    const child = spawnServer({ ...place, port }, binaries, runAs, logFile);
    const postmaster = await waitForOwnPostmaster(child, place.clusterDir);
    if (postmaster) return { child, postmaster };
    if (attempt >= 20) throw new EmbeddedServerError(`PostgreSQL did not start: ${lastComplaint(logFile)}`);
    await sleep(150);
  }
}

function spawnServer(
  place: Launch & { port: number },
  binaries: Binaries,
  { spawnAs, prefix }: RunAs,
  logFile: string,
): ChildProcess {
  const all: Record<string, string> = { ...settings, ...(place.durable ? {} : throwAwaySettings) };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, ...args] = [
    ...prefix,
    binaries.postgres,
    "-D",
    place.clusterDir,
    "-p",
    String(place.port),
    ...flags,
  ];
  const log = openServerLog(logFile);
  // A session of its own: Ctrl-C in the terminal must reach the supervisor alone.
  const child = spawn(command!, args, { ...spawnAs, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  child.on("error", () => {});
  closeSync(log);
  if (child.pid) stopWhenParentDies(child);
  return child;
}

/** A shell that waits on a pipe only we hold: when we die, even by kill -9, it stops the server. */
function stopWhenParentDies(server: ChildProcess): void {
  const script = 'read line; kill -INT "$1" 2>/dev/null';
  const stdio = ["pipe", "ignore", "ignore"] as const;
  const watcher = spawn("/bin/sh", ["-c", script, "sh", String(server.pid)], {
    cwd: "/",
    detached: true,
    stdio: [...stdio],
  });
  watcher.on("error", () => {});
  watcher.unref();
  (watcher.stdin as unknown as { unref: () => void }).unref();
  server.once("exit", () => watcher.kill("SIGKILL"));
}

async function waitForOwnPostmaster(child: ChildProcess, clusterDir: string): Promise<Postmaster | null> {
  const deadline = Date.now() + 120_000;
  while (child.exitCode === null && child.signalCode === null && child.pid && Date.now() < deadline) {
    const postmaster = findPostmaster(clusterDir);
    if (postmaster?.process.pid === child.pid && postmaster.status === "ready") return postmaster;
    await sleep(10);
  }
  return null;
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'zhanggui'`;
    if (!found) await sql`create database zhanggui`;
  } finally {
    await sql.end();
  }
}

function describe(postmaster: Postmaster, password: string, child: ChildProcess | null): EmbeddedServer {
  let stopping = false;
  return {
    ownerUrl: urlOf(postmaster.port, password, "zhanggui"),
    port: postmaster.port,
    pid: postmaster.process.pid,
    stop: async () => {
      stopping = true;
      if (child) await stopPostmaster(postmaster);
    },
    onUnexpectedExit: (listener) => child?.once("exit", () => !stopping && listener()),
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
}

function lastComplaint(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "no reason given";
}
