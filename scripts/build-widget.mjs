// Builds what browsers load as plain scripts, the same bytes every time: the widget's parts from widget/, and the text
// model's worker. `--check` builds nothing and fails when a stored file is not what the source gives.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const WIDGET = "Zhanggui chat widget. Built from widget/";
const WORKER =
  "Zhanggui text model, with onnxruntime-web (MIT) and @huggingface/tokenizers (Apache-2.0). Built from lib/platform/models/browser/";

/**
 * The first comes with the page; one where the shop hides personal data, one when somebody presses the microphone, one
 * when somebody writes and the shop has the text read in the browser. The worker is what reads it.
 */
const SCRIPTS = [
  { entryPoint: "widget/main.ts", file: "public/widget.js", madeOf: WIDGET, maxGzippedBytes: 25_000 },
  {
    entryPoint: "widget/mask/main.ts",
    file: "public/widget-mask.js",
    madeOf: WIDGET,
    maxGzippedBytes: 10_000,
  },
  {
    entryPoint: "widget/voice/main.ts",
    file: "public/widget-voice.js",
    madeOf: WIDGET,
    maxGzippedBytes: 8_000,
  },
  {
    entryPoint: "widget/hints/main.ts",
    file: "public/widget-hints.js",
    madeOf: WIDGET,
    maxGzippedBytes: 8_500,
  },
  {
    entryPoint: "lib/platform/models/browser/worker.ts",
    file: "public/text-worker.js",
    madeOf: WORKER,
    maxGzippedBytes: 70_000,
  },
];

/** @returns {Promise<string>} the script as it is served */
async function bundle({ entryPoint, madeOf }) {
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
    // The runtime of the text model is a module, and this no longer one.
    define: { "import.meta.url": "self.location.href" },
    banner: { js: `/* ${madeOf} by scripts/build-widget.mjs; do not edit. */` },
    logLevel: "silent",
  });
  return result.outputFiles[0].text;
}

for (const { file, maxGzippedBytes, ...source } of SCRIPTS) {
  const script = await bundle(source);
  const bytes = gzipSync(script, { level: 9 }).length;
  if (bytes > maxGzippedBytes)
    throw new Error(`${file} is ${bytes} bytes gzipped; at most ${maxGzippedBytes}.`);
  const output = new URL(`../${file}`, import.meta.url);
  if (process.argv.includes("--check")) {
    if (readFileSync(output, "utf8") !== script) {
      console.error(`${file} is not what ${source.entryPoint} gives. Run: node scripts/build-widget.mjs`);
      process.exit(1);
    }
  } else writeFileSync(output, script);
  console.log(`${file}: ${script.length} characters, ${bytes} bytes gzipped`);
}
