// Builds public/widget.js, public/widget-mask.js and public/widget-voice.js from widget/: files without dependencies, the same bytes every
// time. `--check` builds nothing and fails when a stored file is not what the source gives.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The first comes with the page; one where the shop hides personal data, one when somebody presses the microphone. */
const SCRIPTS = [
  { entryPoint: "widget/main.ts", file: "public/widget.js", maxGzippedBytes: 25_000 },
  { entryPoint: "widget/mask/main.ts", file: "public/widget-mask.js", maxGzippedBytes: 10_000 },
  { entryPoint: "widget/voice/main.ts", file: "public/widget-voice.js", maxGzippedBytes: 8_000 },
];

/** @returns {Promise<string>} the script as it is served */
async function bundle(entryPoint) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
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

for (const { entryPoint, file, maxGzippedBytes } of SCRIPTS) {
  const script = await bundle(entryPoint);
  const bytes = gzipSync(script, { level: 9 }).length;
  if (bytes > maxGzippedBytes)
    throw new Error(`${file} is ${bytes} bytes gzipped; at most ${maxGzippedBytes}.`);
  const output = new URL(`../${file}`, import.meta.url);
  if (process.argv.includes("--check")) {
    if (readFileSync(output, "utf8") !== script) {
      console.error(`${file} is not what widget/ gives. Run: node scripts/build-widget.mjs`);
      process.exit(1);
    }
  } else writeFileSync(output, script);
  console.log(`${file}: ${script.length} characters, ${bytes} bytes gzipped`);
}
