import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  endProcess,
  identifyProcess,
  isStillRunning,
  type ProcessIdentity,
} from "../../db/embedded/process-identity";
import { LaunchError } from "./launch-error";

/** What `<dataDir>/run.json` says: who runs from this folder. It outlives a kill -9, and so finds the leftovers. */
export type RunRecord = {
  supervisor: ProcessIdentity;
  url: string;
  port: number;
  startedAt: string;
  children: Record<string, ProcessIdentity>;
};

/** This supervisor's hold on the data folder. */
export type Claim = {
  recordChild: (name: string, pid: number) => void;
  release: () => void;
};

/** Takes the data folder for this process, ends what a dead supervisor left, refuses when a live one holds it. */
export async function claimDataFolder(
  dataDir: string,
  { url, port }: { url: string; port: number },
): Promise<Claim> {
  const file = join(dataDir, "run.json");
  const supervisor = identifyProcess(process.pid)!;
  const record: RunRecord = { supervisor, url, port, startedAt: new Date().toISOString(), children: {} };
  while (!createRecord(file, record)) await clearLeftovers(file, dataDir);
  return {
    recordChild: (name, pid) => {
      const child = identifyProcess(pid);
      if (child) record.children[name] = child;
      replaceRecord(file, record);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Linked into place, so that the record appears whole or not at all. */
function createRecord(file: string, record: RunRecord): boolean {
  const draft = `${file}.new-${process.pid}`;
  writeFileSync(draft, JSON.stringify(record, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Readers never see half a file, and a kill -9 in the middle leaves the old one. */
function replaceRecord(file: string, record: RunRecord): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(draft, file);
}

async function clearLeftovers(file: string, dataDir: string): Promise<void> {
  const found = readRecord(file);
  if (found && isStillRunning(found.supervisor)) {
    throw new LaunchError(
      `Zhanggui already runs from ${dataDir} at ${found.url} (process ${found.supervisor.pid}): stop it first, or set ZHANGGUI_DATA_DIR and PORT to run a second one.`,
    );
  }
  if (found)
    await Promise.all(Object.values(found.children).map((child) => endProcess(child, { graceMs: 2500 })));
  setAside(file, found);
}

/** Renamed rather than deleted: of two starts at once, only one can set the same leftover record aside. */
function setAside(file: string, expected: RunRecord | null): void {
  const aside = `${file}.leftover-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // The other start was first.
  }
  const taken = readRecord(aside);
  if (taken && expected && taken.startedAt !== expected.startedAt) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

export function readRecord(file: string): RunRecord | null {
  try {
    const record = JSON.parse(readFileSync(file, "utf8")) as RunRecord;
    return record.supervisor && record.children ? record : null;
  } catch {
    return null;
  }
}
