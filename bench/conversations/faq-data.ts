import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLIC_DATA } from "../understanding/data";

export interface Faq {
  question: string;
  answer: string;
}

/**
 * `paraphrase`: two a FAQ and language, as customers ask, in other words than the FAQ where that can be. `plain` and
 * `indirect`: one more each, written after the dictionary of shop terms was closed. Plain ones ask straight out, often
 * in the FAQ's own terms; indirect ones tell a case and avoid the subject's words.
 */
export const QUESTION_SETS = ["paraphrase", "plain", "indirect"] as const;

export interface FaqQuestion {
  /** Place of the FAQ that answers it; null where none does. */
  faq: number | null;
  lang: "zh" | "en" | "es";
  text: string;
  set: (typeof QUESTION_SETS)[number];
}

/** The 79 FAQs of a shop in English, where the public data is there; else null. */
export function readFaqs(): Faq[] | null {
  const file = join(PUBLIC_DATA, "customer-service", "en_ecommerce_faq.json");
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, "utf8")) as { questions: Faq[] }).questions;
}

/** Questions of our own to these FAQs; part of the repository. */
export function readFaqQuestions(): FaqQuestion[] {
  return readFileSync(new URL("./faq-questions.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as FaqQuestion);
}
