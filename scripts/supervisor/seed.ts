import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { type DemoFile, readDemoFile } from "./demo-file";
import { LaunchError } from "./launch-error";
import { announce } from "./progress";

export type SeedJob = { ownerUrl: string; appUrl: string; dataDir: string; anchor: Date };
/** `done` from 0 to 1. */
export type SeedMessage = { done: number; label: string };

const seedProgram = fileURLToPath(new URL("./seed-demo.ts", import.meta.url));

/** Whether the demo shop named in demo.json is in this database. */
export async function isSeeded({ ownerUrl, dataDir }: SeedJob): Promise<boolean> {
  const demo: Partial<DemoFile> | null = readDemoFile(dataDir);
  if (!demo?.merchantId || !demo.apiKey) return false;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from merchants where id = ${demo.merchantId}`;
    return found !== undefined;
  } finally {
    await sql.end();
  }
}

/** Fills the demo shop in a process of its own, so that its memory is given back; writes demo.json when done. */
export function runSeed(job: SeedJob, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ["--conditions=react-server", "--import", "tsx", seedProgram];
    const child = spawn(process.execPath, args, {
      env: { ...env, APP_DATABASE_URL: job.appUrl, ZHANGGUI_SEED_JOB: JSON.stringify(job) },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", showProgress());
    signal?.addEventListener("abort", () => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0 || signal?.aborted) resolve();
      else reject(new LaunchError("The demo shop could not be filled: see the messages above."));
    });
  });
}

/** A line every five seconds at most. */
function showProgress(): (message: unknown) => void {
  let shownAt = Date.now();
  return (message) => {
    const { done, label } = message as SeedMessage;
    if (Date.now() - shownAt < 5000) return;
    shownAt = Date.now();
    announce(`demo shop ${Math.round(done * 100)} %: ${label}`);
  };
}
