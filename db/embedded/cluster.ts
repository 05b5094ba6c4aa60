import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { EmbeddedServerError } from "./errors";
import type { RunAs } from "./server-user";

export const ownerRole = "zhanggui";

/** Makes the database files unless they are there. A half-made cluster from an interrupted start is made again. */
export async function ensureCluster(
  { clusterDir, password, durable }: { clusterDir: string; password: string; durable: boolean },
  { initdb }: Binaries,
  runAs: RunAs,
): Promise<void> {
  if (existsSync(join(clusterDir, "PG_VERSION"))) return;
  const draft = `${clusterDir}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${clusterDir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveToServerUser([draft, passwordFile], runAs);
  try {
    await runInitdb(
      initdb,
      [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...(durable ? [] : ["--no-sync"])],
      runAs,
    );
    renameSync(draft, clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(initdb: string, flags: string[], { spawnAs, prefix }: RunAs): Promise<void> {
  const fixed = [`--username=${ownerRole}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
  const [command, ...args] = [...prefix, initdb, ...fixed, ...flags];
  return new Promise((resolve, reject) => {
    const child = spawn(command!, args, { ...spawnAs, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      reject(new EmbeddedServerError(`PostgreSQL could not make its files: ${lastLine(complaint)}`));
    });
  });
}

/** The server's log, opened for appending; started afresh once it has grown large. */
export function openServerLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 5_000_000) rmSync(file);
  return openSync(file, "a", 0o600);
}

/** Makes the folder and lets the server's user pass through it; what lies inside keeps its own rights. */
export function prepareFolder(dataDir: string, runAsRoot: boolean): void {
  mkdirSync(dataDir, { recursive: true });
  const { mode } = statSync(dataDir);
  if (runAsRoot && (mode & 0o001) === 0) chmodSync(dataDir, mode | 0o011);
}

function giveToServerUser(paths: string[], { owner }: RunAs): void {
  if (!owner) return;
  for (const path of paths) chownSync(path, owner.uid, owner.gid);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
