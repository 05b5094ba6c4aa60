import { readdirSync, readFileSync } from "node:fs";
import type { Product } from "../../product";
import { type Part, pidOf } from "./faults";

export type CpuSeconds = Record<Part | "this program" | "its browser", number>;

/** Linux's USER_HZ, in which /proc counts. */
const TICKS_PER_SECOND = 100;

/**
 * What each part has used of the processors since it began, helpers included: unlike a delay it does not depend on
 * what else the machine does. Zeros where there is no /proc.
 */
export function readCpuSeconds(product: Product): CpuSeconds {
  const processes = listProcesses();
  const of = (pid: number | undefined): number => {
    const own = processes.find((one) => one.pid === pid);
    if (!own) return 0;
    return own.seconds + sum(processes.filter(({ parent }) => parent === pid).map((child) => of(child.pid)));
  };
  return {
    web: of(pidOf(product, "web")),
    worker: of(pidOf(product, "worker")),
    database: of(pidOf(product, "database")),
    "this program": processes.find(({ pid }) => pid === process.pid)?.seconds ?? 0,
    "its browser": sum(
      processes
        .filter(({ parent, name }) => parent === process.pid && /chrom/i.test(name))
        .map(({ pid }) => of(pid)),
    ),
  };
}

export function since(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  const entries = Object.entries(after) as [keyof CpuSeconds, number][];
  return Object.fromEntries(entries.map(([part, seconds]) => [part, seconds - before[part]])) as CpuSeconds;
}

const sum = (seconds: number[]) => seconds.reduce((total, one) => total + one, 0);

interface Process {
  pid: number;
  parent: number;
  name: string;
  seconds: number;
}

function listProcesses(): Process[] {
  let names: string[] = [];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => readProcess(name) ?? []);
}

/** proc(5): after the name in brackets come the state, the parent, …, and user and system time as 14th and 15th. */
function readProcess(pid: string): Process | null {
  try {
    const [, name, rest] = readFileSync(`/proc/${pid}/stat`, "utf8").match(/\((.*)\) (.*)/s)!;
    const fields = rest!.split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { pid: Number(pid), parent: Number(fields[1]), name: name!, seconds: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}
