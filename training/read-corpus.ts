/** Reads the training corpus: a folder a task, one file per label, one JSON object per line. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A corpus or dev-set line with its label. */
export interface CorpusRow {
  lang: string;
  text: string;
  /** An intent, or a sentiment. */
  label: string;
  /** File and line, for messages. */
  place: string;
}

export const CORPUS = new URL("./corpus/", import.meta.url);

/** All rows of one folder of the corpus, by file name and line; the file's name is the label. */
export function readCorpus(folder: URL): CorpusRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => {
      const label = basename(name, ".jsonl");
      return readLines(new URL(name, folder)).map((row, i) => ({
        ...row,
        label,
        place: `${name}:${i + 1}`,
      }));
    });
}

/** Lines of a JSONL file with at least `lang` and `text`. @throws Error naming the file and line that is not. */
export function readLines(
  file: URL | string,
): { lang: string; text: string; intent?: string; source?: string }[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, i) => {
      const row = JSON.parse(line) as { lang?: unknown; text?: unknown };
      if (typeof row.lang !== "string" || typeof row.text !== "string") {
        throw new Error(`${String(file)} line ${i + 1} needs "lang" and "text".`);
      }
      return row as { lang: string; text: string };
    });
}

/** Path of the development set: under `ZHANGGUI_DATA`, else beside the repository. */
export const DEV_SET = process.env.ZHANGGUI_DATA
  ? join(process.env.ZHANGGUI_DATA, "intents", "shop_dev.jsonl")
  : fileURLToPath(new URL("../../shared/data/intents/shop_dev.jsonl", import.meta.url));
