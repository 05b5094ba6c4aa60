import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything the production build is made from. What the server reads at run time (public/) is not among it. */
const buildInputs = [
  "app",
  "components",
  "lib",
  "db",
  "types",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const notInTheBuild = /(\.test\.tsx?|\.md|\.sql)$|^db\/(embedded|migrations|demo)\//;

/** A hash of the contents of all build inputs: equal stamps mean that the build would come out the same. */
export function stampSources(root: string): string {
  const hash = createHash("sha256");
  for (const file of buildInputs.flatMap((input) => listFiles(root, input)).sort()) {
    if (notInTheBuild.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\0`);
  }
  return hash.digest("hex");
}

function listFiles(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}
