import { spawn } from "node:child_process";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import postgres from "postgres";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const UCI_FILE = "retail/uci_online_retail_2010-12_to_2011-09.csv.gz";
/** As the import names its session; see `lib/data/imports/import-session.ts`. */
const SESSION_NAME = "zhanggui import";

export interface ImportBenchOptions {
  /** The owner's address of the database to import into. */
  ownerUrl: string;
  /** The application's address; without it the child derives it, which needs the program's own data folder. */
  appUrl?: string;
  dataDir: string;
  /** Folder of the public data; ZHANGGUI_DATA, or ../shared/data. */
  publicDataDir?: string;
}

export interface ImportRunFigures {
  /** Reading the file to commit, as the command measures it. */
  seconds: number;
  /** The whole child process, starting Node included. */
  processSeconds: number;
  /** Highest resident memory of the importing process. */
  peakRssMb: number;
  /** The same of its database session, shared buffers that it touched included; null on another machine. */
  backendPeakRssMb: number | null;
  /** The session's own memory alone, as sampled four times a second. */
  backendPeakAnonymousMb: number | null;
  rows: { read: number; accepted: number; rejected: number };
  records: { created: number; updated: number; unchanged: number };
  acceptedNetMinor: number;
  quarantinedMinor: number;
}

export interface ImportBenchResult {
  /** Into a new shop. */
  first: ImportRunFigures;
  /** The same file once more: nothing may change. */
  second: ImportRunFigures;
  /** Bare COPY of the file's rows into an unindexed temporary table, in the same run. */
  boundSeconds: number;
  /** `first.seconds / boundSeconds`. */
  ratio: number;
}

/** Imports the UCI file twice into a fresh shop, in a process of its own, and measures time and memory. */
export async function benchImport(options: ImportBenchOptions): Promise<ImportBenchResult> {
  const file = resolve(options.publicDataDir ?? process.env.ZHANGGUI_DATA ?? "../shared/data", UCI_FILE);
  if (!existsSync(file)) throw new Error(`The UCI file is not at ${file}: set ZHANGGUI_DATA.`);
  const sql = postgres(options.ownerUrl, { max: 2, onnotice: () => {} });
  const merchant = `Import bench ${new Date().toISOString()}`;
  try {
    const bound = await measureBareCopy(sql, file);
    const first = await measureRun(sql, file, merchant, options);
    const second = await measureRun(sql, file, merchant, options);
    if (bound.rows !== first.rows.read)
      throw new Error(`COPY took ${bound.rows} rows, the import ${first.rows.read}.`);
    return { first, second, boundSeconds: bound.seconds, ratio: first.seconds / bound.seconds };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function measureBareCopy(sql: postgres.Sql, file: string): Promise<{ seconds: number; rows: number }> {
  return sql.begin(async (tx) => {
    const startedAt = performance.now();
    await tx`CREATE TEMP TABLE bare_rows (invoice text, stock text, description text, quantity integer,
               placed_at timestamp, price numeric, customer text, country text) ON COMMIT DROP`;
    const copy = await tx`COPY bare_rows FROM STDIN (FORMAT csv, HEADER)`.writable();
    await pipeline(createReadStream(file), createGunzip(), copy);
    const [counted] = await tx`SELECT count(*)::int AS rows FROM bare_rows`;
    return { seconds: (performance.now() - startedAt) / 1000, rows: counted!.rows as number };
  });
}

async function measureRun(
  sql: postgres.Sql,
  file: string,
  merchant: string,
  options: ImportBenchOptions,
): Promise<ImportRunFigures> {
  const startedAt = performance.now();
  const child = runCommand(file, merchant, options);
  const memory = { backendPeakRssMb: null as number | null, backendPeakAnonymousMb: null as number | null };
  let isRunning = true;
  const sampling = sampleBackend(sql, memory, () => isRunning);
  const output = await child.finally(() => {
    isRunning = false;
  });
  await sampling;
  const summary = JSON.parse(output) as CommandSummary;
  return {
    seconds: summary.seconds,
    processSeconds: (performance.now() - startedAt) / 1000,
    peakRssMb: summary.peakRssMb,
    ...memory,
    rows: summary.import.rows,
    records: summary.import.records,
    acceptedNetMinor: summary.import.acceptedAmount.amountMinor,
    quarantinedMinor: summary.import.rejectedAmount.amountMinor,
  };
}

/** What the command prints with --json. */
interface CommandSummary {
  seconds: number;
  peakRssMb: number;
  import: Pick<ImportRunFigures, "rows" | "records"> & {
    acceptedAmount: { amountMinor: number };
    rejectedAmount: { amountMinor: number };
  };
}

function runCommand(file: string, merchant: string, options: ImportBenchOptions): Promise<string> {
  const script = join(ROOT, "scripts/import.ts");
  const shop = ["--merchant", merchant, "--currency", "GBP", "--timezone", "Europe/London"];
  const args = [file, "--preset", "uci-online-retail", ...shop, "--data-dir", options.dataDir, "--json"];
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: options.ownerUrl,
      ...(options.appUrl ? { APP_DATABASE_URL: options.appUrl } : {}),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let complaints = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (complaints += chunk));
  return new Promise((resolveOutput, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolveOutput(output);
      else reject(new Error(`The import command ended with ${code}: ${complaints.trim()}`));
    });
  });
}

async function sampleBackend(
  sql: postgres.Sql,
  memory: { backendPeakRssMb: number | null; backendPeakAnonymousMb: number | null },
  isRunning: () => boolean,
): Promise<void> {
  while (isRunning()) {
    const sessions = await sql`SELECT pid FROM pg_stat_activity
                               WHERE application_name = ${SESSION_NAME} AND datname = current_database()`;
    for (const { pid } of sessions) {
      memory.backendPeakRssMb = highest(memory.backendPeakRssMb, readStatusMb(pid as number, "VmHWM"));
      memory.backendPeakAnonymousMb = highest(
        memory.backendPeakAnonymousMb,
        readStatusMb(pid as number, "RssAnon"),
      );
    }
    await sleep(250);
  }
}

function highest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function readStatusMb(pid: number, entry: "VmHWM" | "RssAnon"): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = new RegExp(`${entry}:\\s+(\\d+)`).exec(status)?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}
