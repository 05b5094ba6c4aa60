/** Seeded variations of corpus lines: polite openings and closings, slips of the keyboard, missing ends. */
import { mulberry32 } from "../lib/intelligence/text/train-linear-classifier";
import type { CorpusRow } from "./read-corpus";

const TALK = new Set(["greeting", "thanks", "goodbye", "affirm", "deny", "provide_info"]);
const OPENINGS: Record<string, string[]> = {
  zh: [
    "你好，",
    "您好 ",
    "亲，",
    "请问",
    "在吗，",
    "那个",
    "麻烦问下，",
    "老板，",
    "客服你好，",
    "我想问一下",
  ],
  en: [
    "hi, ",
    "Hello! ",
    "hey ",
    "good morning, ",
    "quick question: ",
    "sorry, ",
    "excuse me, ",
    "so ",
    "please, ",
  ],
  es: [
    "hola, ",
    "Buenas, ",
    "buenos días, ",
    "disculpe, ",
    "oye, ",
    "una consulta: ",
    "por favor, ",
    "perdona, ",
  ],
};
const CLOSINGS: Record<string, string[]> = {
  zh: ["，谢谢", "，麻烦了", "啊", "呢", "。", "？", "，急", "，在线等"],
  en: [" thanks", " please", ", thank you", "??", ".", " pls", " asap"],
  es: [" gracias", ", por favor", " porfa", "??", ".", ", muchas gracias"],
};

/** `copies` varied versions of every line beside the line itself, at a lower weight. */
export function augment(
  rows: readonly CorpusRow[],
  copies: number,
  seed = 11,
): (CorpusRow & { weight: number })[] {
  const random = mulberry32(seed);
  return rows.flatMap((row) => {
    const varied = [{ ...row, weight: 1 }];
    for (let copy = 0; copy < copies; copy += 1) {
      const text = vary(row, random);
      if (text !== row.text) varied.push({ ...row, text, weight: 0.5 });
    }
    return varied;
  });
}

function vary(row: CorpusRow, random: () => number): string {
  let text = row.text;
  if (!TALK.has(row.intent) && row.intent !== "out_of_scope") {
    if (random() < 0.45) text = pick(OPENINGS[row.lang] ?? [], random) + text;
    if (random() < 0.35) text += pick(CLOSINGS[row.lang] ?? [], random);
  }
  if (text.length > 5 && random() < (row.lang === "zh" ? 0.25 : 0.6)) text = slip(text, random);
  return text;
}

// Drops, doubles or swaps one or two characters inside the text.
function slip(text: string, random: () => number): string {
  const chars = Array.from(text);
  const slips = chars.length > 30 ? 2 : 1;
  for (let i = 0; i < slips; i += 1) {
    const at = 1 + Math.floor(random() * (chars.length - 2));
    const kind = random();
    if (kind < 0.4) chars.splice(at, 1);
    else if (kind < 0.6) chars.splice(at, 0, chars[at]!);
    else [chars[at], chars[at + 1]] = [chars[at + 1]!, chars[at]!];
  }
  return chars.join("");
}

function pick(choices: readonly string[], random: () => number): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}
