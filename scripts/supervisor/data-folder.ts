import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LaunchError } from "./launch-error";

/** Makes the data folder and proves that files can be written there. */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.write-test-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new LaunchError(
      `The data folder ${dataDir} cannot be written (${code}): give this user the right to, or choose another folder with ZHANGGUI_DATA_DIR.`,
    );
  }
}

/** Folder by folder: Node's own recursive mkdir never returns where a parent such as /proc refuses with ENOENT. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
