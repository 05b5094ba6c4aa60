// Builds public/widget.js from widget/: one file without dependencies, the same bytes every time.
// `--check` builds nothing and fails when the stored file is not what the source gives.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = new URL("../public/widget.js", import.meta.url);
const MAX_GZIPPED_BYTES = 25_000;

/** @returns {Promise<string>} the script as it is served */
export async function bundleWidget() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["widget/main.ts"],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome111", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    banner: {
      js: "/* Zhanggui chat widget. Built from widget/ by scripts/build-widget.mjs; do not edit. */",
    },
    logLevel: "silent",
  });
  return result.outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const script = await bundleWidget();
  const bytes = gzipSync(script, { level: 9 }).length;
  if (bytes > MAX_GZIPPED_BYTES)
    throw new Error(`The widget is ${bytes} bytes gzipped; at most ${MAX_GZIPPED_BYTES}.`);
  if (process.argv.includes("--check")) {
    if (readFileSync(output, "utf8") !== script) {
      console.error("public/widget.js is not what widget/ gives. Run: node scripts/build-widget.mjs");
      process.exit(1);
    }
  } else writeFileSync(output, script);
  console.log(`public/widget.js: ${script.length} characters, ${bytes} bytes gzipped`);
}
