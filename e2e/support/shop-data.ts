import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { startEmbeddedServer } from "../../db/embedded/server";

const run = promisify(execFile);

/** The data folder of the shop under test. */
export function dataDir(): string {
  const demoFile = process.env.ZHANGGUI_DEMO_FILE;
  return demoFile ? dirname(demoFile) : (process.env.ZHANGGUI_DATA_DIR ?? ".data");
}

/** Asks the shop's database itself, as its owner: past the program that is being tested. */
export async function askDatabase<Answer>(question: (sql: postgres.Sql) => Promise<Answer>): Promise<Answer> {
  const { ownerUrl } = await startEmbeddedServer({ dataDir: dataDir() });
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export interface ImportSummary {
  merchant: { id: string; name: string };
  import: {
    rows: { read: number; accepted: number; rejected: number };
    acceptedAmount: { amountMinor: number; currency: string };
    rejectedAmount: { amountMinor: number; currency: string };
  };
}

/** `npm run import -- FILE …` against the running shop, as a merchant types it. */
export async function importFile(file: string, options: Record<string, string>): Promise<ImportSummary> {
  const { DATABASE_URL, ...env } = process.env;
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const { stdout } = await run(
    "npm",
    ["run", "--silent", "import", "--", file, ...named, "--data-dir", dataDir(), "--json"],
    { env, maxBuffer: 16 * 2 ** 20 },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as ImportSummary;
}
