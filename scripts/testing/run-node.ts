import { type ChildProcess, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Runs a node program with its output passed through; answers its exit code (1 when a signal ended it). */
export function runNode(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...cleanEnvironment(), ...env }, stdio: "inherit" });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** The caller's environment without what would lead tests to the caller's own database or secrets. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, APP_DATABASE_URL, APP_DATABASE_PASSWORD, NODE_ENV, PORT, HOST, ...rest } =
    process.env;
  const { ZHANGGUI_DATA_DIR, ZHANGGUI_URL, ZHANGGUI_SECRET, NEXTAUTH_URL, NEXTAUTH_SECRET, ...clean } = rest;
  return clean as NodeJS.ProcessEnv;
}

/** Ends what still runs, for when the tests are interrupted. */
export function stopRunning(): void {
  for (const child of running) child.kill("SIGTERM");
}
