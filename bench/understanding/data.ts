import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** A text with what a reader says of it. */
export interface LabelledText {
  text: string;
  lang: "zh" | "en" | "es";
  label: string;
  source: string;
}

export const PUBLIC_DATA = resolve(process.env.ZHANGGUI_DATA ?? "../shared/data");
const HELD_OUT = new URL("../../training/corpus/held-out.jsonl", import.meta.url);

interface IntentLine {
  text: string;
  lang: LabelledText["lang"];
  intent: string;
  source?: string;
}

/** The development set of the intent examination, where the public data is there; else null. */
export function readDevelopmentSet(): LabelledText[] | null {
  const file = join(PUBLIC_DATA, "intents", "shop_dev.jsonl");
  return existsSync(file) ? readLines(readFileSync(file, "utf8")) : null;
}

/** Lines of writers who had not seen the training corpus; part of the repository. */
export function readHeldOut(): LabelledText[] {
  return readLines(readFileSync(HELD_OUT, "utf8"));
}

/** Clear reviews: 1–2 against 5 stars, or the set's two labels. Null where the set is not there. */
export function readReviews(set: ReviewSet): LabelledText[] | null {
  const file = join(PUBLIC_DATA, "reviews", set.file);
  if (!existsSync(file)) return null;
  const raw = readFileSync(file);
  const rows: Record<string, string>[] = parse(set.file.endsWith(".gz") ? gunzipSync(raw) : raw, {
    columns: true,
    bom: true,
    relax_quotes: true,
  });
  return rows.flatMap((row) => {
    const label = set.labels[row[set.labelColumn]?.trim() ?? ""];
    const text = row[set.textColumn]?.trim();
    if (text && set.isTrainedOn && !isMeasured(text)) return [];
    return label && text ? [{ text, lang: set.lang, label, source: set.name }] : [];
  });
}

export interface ReviewSet {
  name: string;
  lang: LabelledText["lang"];
  file: string;
  textColumn: string;
  labelColumn: string;
  labels: Record<string, "positive" | "negative">;
  leastAccuracy?: number;
  /** The shipped model has learnt from nine tenths of it; see training/text_model/rows.py. */
  isTrainedOn?: boolean;
}

const STARS = { "1": "negative", "2": "negative", "5": "positive" } as const;
const LABELS = { "0": "negative", "1": "positive" } as const;

export const REVIEW_SETS: readonly ReviewSet[] = [
  {
    name: "zh shopping",
    lang: "zh",
    file: "zh_online_shopping_10_cats.csv.gz",
    textColumn: "review",
    labelColumn: "label",
    labels: LABELS,
    leastAccuracy: 0.9,
  },
  {
    name: "zh food delivery",
    lang: "zh",
    file: "zh_waimai_10k.csv.gz",
    textColumn: "review",
    labelColumn: "label",
    labels: LABELS,
  },
  {
    name: "en clothing",
    lang: "en",
    file: "en_womens_clothing_reviews.csv.gz",
    textColumn: "Review Text",
    labelColumn: "Rating",
    labels: STARS,
    leastAccuracy: 0.9,
    isTrainedOn: true,
  },
  {
    name: "en phones",
    lang: "en",
    file: "en_amazon_cells_labelled.csv",
    textColumn: "text",
    labelColumn: "label",
    labels: LABELS,
    leastAccuracy: 0.9,
  },
  {
    name: "en smart speakers",
    lang: "en",
    file: "en_amazon_alexa_reviews.csv.gz",
    textColumn: "verified_reviews",
    labelColumn: "rating",
    labels: STARS,
    leastAccuracy: 0.9,
  },
  {
    name: "es hotels",
    lang: "es",
    file: "es_hotel_reviews.csv.gz",
    textColumn: "Opinion",
    labelColumn: "Class",
    labels: STARS,
    leastAccuracy: 0.88,
  },
];

/** The tenth of an open set that is kept for measuring, as `is_measured` in training/ chooses it. */
function isMeasured(text: string): boolean {
  return createHash("sha256").update(text).digest().readUInt32BE() % 100 < 10;
}

function readLines(text: string): LabelledText[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as IntentLine)
    .map(({ text, lang, intent, source }) => ({ text, lang, label: intent, source: source ?? "held-out" }));
}
