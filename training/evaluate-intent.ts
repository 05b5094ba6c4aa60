/**
 * Measures the shipped intent model on the development set, which is never trained on.
 * Run: npx tsx training/evaluate-intent.ts [--confusions]   (ZHANGGUI_DATA: folder that holds intents/shop_dev.jsonl)
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyIntent, LOW_CONFIDENCE_THRESHOLD } from "../lib/intelligence/text/classify-intent";
import { decodeIntentModel } from "../lib/intelligence/text/intent-model-format";
import { normalizeForFeatures } from "../lib/intelligence/text/normalize-text";
import { type Answer, confusions, percent, printTable, riskAt } from "./measure-intents";
import { DEV_SET, readCorpus, readLines } from "./read-corpus";

const MODEL = new URL("../public/models/intent-linear-v1/model.bin", import.meta.url);

if (!existsSync(DEV_SET)) {
  console.error(
    `No development set at ${DEV_SET}. Set ZHANGGUI_DATA to the folder that holds ${join("intents", "shop_dev.jsonl")}.`,
  );
  process.exit(1);
}
const model = decodeIntentModel(readFileSync(MODEL));
const rows = readLines(DEV_SET);
let languageRight = 0;
const started = performance.now();
const answers = rows.map((row): Answer => {
  const { language, intent } = classifyIntent(model, row.text);
  if (language === row.lang) languageRight += 1;
  return {
    lang: row.lang,
    source: row.source ?? "",
    label: row.intent ?? "",
    guess: intent.id,
    confidence: intent.confidence,
  };
});
const perTextMs = (performance.now() - started) / rows.length;
// Set phrases ("muchas gracias") stand in both sets; the last slice leaves them out.
const known = new Set(readCorpus().map((row) => normalizeForFeatures(row.text)));
const fresh = answers.filter((_, i) => !known.has(normalizeForFeatures(rows[i]!.text)));
const written = answers.filter(({ source }) => source !== "jddc");
printTable({
  all: answers,
  written,
  zh: written.filter(({ lang }) => lang === "zh"),
  en: written.filter(({ lang }) => lang === "en"),
  es: written.filter(({ lang }) => lang === "es"),
  "zh JDDC": answers.filter(({ source }) => source === "jddc"),
  "not in corpus": fresh,
});
console.log(`language right ${percent(languageRight / rows.length)}; ${perTextMs.toFixed(3)} ms per text`);
console.log("threshold  coverage  risk (written)   coverage  risk (JDDC)");
for (const threshold of [0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const a = riskAt(written, threshold);
  const b = riskAt(
    answers.filter(({ source }) => source === "jddc"),
    threshold,
  );
  const mark = threshold === LOW_CONFIDENCE_THRESHOLD ? "  ← LOW_CONFIDENCE_THRESHOLD" : "";
  console.log(
    `${threshold.toFixed(2).padStart(8)}   ${percent(a.coverage)}   ${percent(a.risk)}          ${percent(b.coverage)}   ${percent(b.risk)}${mark}`,
  );
}
if (process.argv.includes("--confusions")) console.table(confusions(answers, 40));
