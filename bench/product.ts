import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findFreePort } from "../db/embedded/port";
import { startEmbeddedServer } from "../db/embedded/server";
import { type DemoFile, readDemoFile } from "../scripts/supervisor/demo-file";
import { cleanEnvironment } from "../scripts/testing/run-node";

export interface Product {
  url: string;
  dataDir: string;
  demo: DemoFile;
  /** Null where the product was running before. */
  start: StartFigures | null;
}

export interface StartFigures {
  /** From spawning the launcher to its word that the shop is ready. */
  seconds: number;
  /** What the launcher says each of its steps took, by name. */
  steps: Map<string, number>;
}

/** An instance of its own: the real launcher in production mode, a free port, a data folder that goes away. */
export class OwnProduct {
  readonly dataDir = mkdtempSync(join(tmpdir(), "zhanggui-bench-"));
  private child: ChildProcess | null = null;

  constructor(private readonly settings: Record<string, string> = {}) {}

  async start(): Promise<Product> {
    const port = await findFreePort();
    const url = `http://localhost:${port}`;
    const startedAt = performance.now();
    const steps = new Map<string, number>();
    // The preload ends the launcher when this process dies, however it dies.
    const args = ["--import", "./scripts/exit-with-parent.mjs", "scripts/start.mjs"];
    const child = spawn(process.execPath, args, {
      env: {
        ...cleanEnvironment(),
        ...this.settings,
        PORT: String(port),
        ZHANGGUI_DATA_DIR: this.dataDir,
        ZHANGGUI_DEMO: "1",
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () => reject(new Error("The product did not start: see the messages above.")));
      createInterface({ input: child.stdout! }).on("line", (line) => {
        const step = /^✓ (.+) \(([\d.]+) s\)$/.exec(line);
        if (step) {
          steps.set(step[1]!.startsWith("data folder") ? "data folder" : step[1]!, Number(step[2]));
          console.log(`  ${line}`);
        }
        if (line.startsWith("Zhanggui is ready")) resolve();
      });
    });
    const seconds = (performance.now() - startedAt) / 1000;
    return { url, dataDir: this.dataDir, demo: requireDemo(this.dataDir), start: { seconds, steps } };
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** A product that somebody else runs and stops. */
export function joinProduct(url: string | undefined, dataDir: string): Product {
  const demo = requireDemo(dataDir);
  return { url: url ?? demo.url, dataDir, demo, start: null };
}

/** The owner's connection to the database of a running product. */
export async function ownerUrlOf({ dataDir }: Product): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return (await startEmbeddedServer({ dataDir })).ownerUrl;
}

function requireDemo(dataDir: string): DemoFile {
  const demo = readDemoFile(dataDir);
  if (!demo?.apiKey)
    throw new Error(`There is no demo.json with keys in ${dataDir}: start the product there first.`);
  return demo;
}
