import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type DemoUser = { email: string; password: string; role: string };
export type DemoCredentials = { merchantId: string; apiKey: string; widgetKey: string; users: DemoUser[] };
export type DemoFile = DemoCredentials & { url: string };

/** `<dataDir>/demo.json`, through which programs find the demo shop; null while there is none. */
export function readDemoFile(dataDir: string): DemoFile | null {
  try {
    return JSON.parse(readFileSync(demoFilePath(dataDir), "utf8")) as DemoFile;
  } catch {
    return null;
  }
}

/** Adds to demo.json or makes it. What is not named keeps its value: the secrets are shown only at the first seed. */
export function updateDemoFile(dataDir: string, changes: Partial<DemoFile>): void {
  const file = demoFilePath(dataDir);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...readDemoFile(dataDir), ...changes }, null, 2)}\n`, {
    mode: 0o600,
  });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

export function demoFilePath(dataDir: string): string {
  return join(dataDir, "demo.json");
}
