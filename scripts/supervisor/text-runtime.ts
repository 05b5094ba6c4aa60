import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PACKAGED = "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm";
const SERVED = "public/onnxruntime/ort-wasm-simd-threaded.wasm";

/**
 * Puts the runtime of the text model where browsers load it from: 14 MB that come with a package and are not in the
 * repository. Writes only what has changed, so that a finished copy of the program may be read-only.
 */
export function provideTextRuntime(root: string): void {
  const runtime = readFileSync(join(root, PACKAGED));
  const served = join(root, SERVED);
  if (existsSync(served) && readFileSync(served).equals(runtime)) return;
  mkdirSync(dirname(served), { recursive: true });
  // Moved into place whole: a server that runs from this folder may be reading it.
  const draft = `${served}.${process.pid}`;
  writeFileSync(draft, runtime);
  renameSync(draft, served);
}
