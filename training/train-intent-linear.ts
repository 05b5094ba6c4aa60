/**
 * Trains the linear intent model on the corpus, calibrates it on held-out folds, and writes it with its manifest.
 * Run: npx tsx training/train-intent-linear.ts   (--folds-only measures by cross-validation and writes nothing)
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import {
  encodeIntentModel,
  type IntentModel,
  type TextLanguage,
} from "../lib/intelligence/text/intent-model-format";
import { predict, softmax } from "../lib/intelligence/text/linear-classifier";
import {
  fitTemperature,
  type LabelledText,
  mulberry32,
  type TrainOptions,
  trainLinearClassifier,
} from "../lib/intelligence/text/train-linear-classifier";
import { augment } from "./augment-corpus";
import { type Answer, printTable } from "./measure-intents";
import { type CorpusRow, readCorpus } from "./read-corpus";

const NAME = "intent-linear-v1";
const FOLDS = 8;
const COPIES = 2;
const OPTIONS: TrainOptions = { learningRate: 0.3, l2: 2e-5 };
const FOLDER = new URL(`../public/models/${NAME}/`, import.meta.url);

const corpus = readCorpus();
const held = crossValidate(corpus);
const temperatures = {} as Record<TextLanguage, number>;
for (const language of ["zh", "en", "es"] as const) {
  temperatures[language] = fitTemperature(held.filter(({ row }) => row.lang === language));
}
temperatures.other = fitTemperature(held);
const answers = held.map(({ row, logits, classes }): Answer => {
  const probabilities = softmax(logits, temperatures[row.lang as TextLanguage]);
  const best = probabilities.indexOf(Math.max(...probabilities));
  return {
    lang: row.lang,
    source: "corpus",
    label: row.intent,
    guess: classes[best]!,
    confidence: probabilities[best]!,
  };
});
console.log(`corpus: ${corpus.length} lines; cross-validation, ${FOLDS} folds`);
printTable({
  all: answers,
  ...Object.fromEntries(["zh", "en", "es"].map((l) => [l, answers.filter((a) => a.lang === l)])),
});
console.log("temperatures", temperatures);

if (!process.argv.includes("--folds-only")) {
  const model: IntentModel = {
    name: NAME,
    temperatures,
    ...trainLinearClassifier(toExamples(corpus), OPTIONS),
  };
  const bytes = encodeIntentModel(model);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest = {
    name: NAME,
    file: "model.bin",
    bytes: bytes.length,
    sha256,
    classes: model.classes.length,
    rows: model.buckets.length,
    corpusLines: corpus.length,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("model.bin", FOLDER), bytes);
  writeFileSync(new URL("manifest.json", FOLDER), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(manifest);
}

function crossValidate(rows: readonly CorpusRow[]) {
  // Folds are drawn per intent and language, so that each holds its share of every class.
  const random = mulberry32(3);
  const foldOf = new Map<CorpusRow, number>();
  const groups = new Map<string, CorpusRow[]>();
  for (const row of rows) {
    const key = `${row.intent} ${row.lang}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    const start = Math.floor(random() * FOLDS);
    group
      .map((row) => ({ row, at: random() }))
      .sort((a, b) => a.at - b.at)
      .forEach(({ row }, i) => {
        foldOf.set(row, (start + i) % FOLDS);
      });
  }
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainLinearClassifier(toExamples(rows.filter((row) => foldOf.get(row) !== fold)), OPTIONS);
    return rows
      .filter((row) => foldOf.get(row) === fold)
      .map((row) => ({
        row,
        logits: predict(model, row.text),
        label: model.classes.indexOf(row.intent),
        classes: model.classes,
      }));
  }).flat();
}

function toExamples(rows: readonly CorpusRow[]): LabelledText[] {
  return augment(rows, COPIES).map(({ text, intent, weight }) => ({ text, label: intent, weight }));
}
