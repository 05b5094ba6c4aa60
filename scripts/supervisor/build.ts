import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "./launch-error";
import { stampSources } from "./source-stamp";

const stampFile = ".next/zhanggui-build";

/** Whether `.next` holds the finished production build of the sources as they are now. */
export function isBuildFresh(root: string): boolean {
  const stamp = join(root, stampFile);
  if (!existsSync(stamp) || !existsSync(join(root, ".next/BUILD_ID"))) return false;
  return readFileSync(stamp, "utf8") === stampSources(root);
}

/** Runs the production build; its output is shown when it fails. */
export async function buildPages(root: string, signal?: AbortSignal): Promise<void> {
  // Taken before the build: a file changed meanwhile makes the next start build again.
  const stamp = stampSources(root);
  const { code, output } = await runNextBuild(root, signal);
  if (signal?.aborted) return;
  if (code !== 0) {
    console.error(output.trimEnd());
    throw new LaunchError("The pages could not be built: see the messages above.");
  }
  writeFileSync(join(root, stampFile), stamp);
}

function runNextBuild(root: string, signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
  const { DATABASE_URL, PORT, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: root,
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    signal?.addEventListener("abort", () => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
