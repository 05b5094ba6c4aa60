import { countWords } from "./count-words";
import { readLines } from "./markdown-lines";
import { plainText } from "./plain-text";

/** A piece of an article: the headings above it, joined, and its text without marks. */
export interface Passage {
  heading: string;
  text: string;
}

/** In words; a Chinese character is a third of one. */
const LEAST = 27;
const MOST = 120;

/**
 * Cuts Markdown into passages for search: never across a heading, between paragraphs where it can, some 80 to 400
 * Chinese characters or 40 to 120 words each. Short paragraphs are joined, long ones cut after a sentence, and where
 * there is none after so many words. Nothing is left out; code and tables are text like any other.
 */
export function splitPassages(markdown: string): Passage[] {
  return sectionsOf(markdown).flatMap(({ heading, paragraphs }) => {
    const pieces = paragraphs.map(plainText).filter(Boolean).flatMap(cutLong);
    return joinShort(pieces).map((text) => ({ heading, text }));
  });
}

interface Section {
  heading: string;
  paragraphs: string[];
}

function sectionsOf(markdown: string): Section[] {
  const path: string[] = [];
  const sections: Section[] = [{ heading: "", paragraphs: [""] }];
  for (const { line, heading } of readLines(markdown)) {
    const { paragraphs } = sections.at(-1)!;
    if (heading) {
      path.length = Math.min(path.length, heading.level - 1);
      path[heading.level - 1] = plainText(heading.text);
      sections.push({ heading: path.filter(Boolean).join(" › "), paragraphs: [""] });
    } else if (line.trim() === "") paragraphs.push("");
    else paragraphs[paragraphs.length - 1] += `${paragraphs.at(-1) ? "\n" : ""}${line}`;
  }
  return sections;
}

/** A paragraph longer than a passage may be, in sentences joined up to that length. */
function cutLong(paragraph: string): string[] {
  if (countWords(paragraph) <= MOST) return [paragraph];
  const sentences = paragraph.match(/[^。！？!?.;；\n]+[。！？!?.;；\n]*\s*|[。！？!?.;；\n]+/g) ?? [
    paragraph,
  ];
  const pieces: string[] = [];
  let open = "";
  for (const sentence of sentences.flatMap(cutByWords)) {
    if (open && countWords(open + sentence) > MOST) {
      pieces.push(open.trim());
      open = "";
    }
    open += sentence;
  }
  return [...pieces, open.trim()].filter(Boolean);
}

/** A sentence without end, halved at a blank until its parts are short enough. */
function cutByWords(sentence: string): string[] {
  if (countWords(sentence) <= MOST) return [sentence];
  const middle = Math.floor(sentence.length / 2);
  const blank = sentence.indexOf(" ", middle);
  const isNear = blank >= 0 && blank < sentence.length - 1 && blank - middle < middle / 2;
  const isInside = /[\uD800-\uDBFF]/.test(sentence[middle - 1]!);
  const cut = isNear ? blank + 1 : middle + (isInside ? 1 : 0);
  return [...cutByWords(sentence.slice(0, cut)), ...cutByWords(sentence.slice(cut))];
}

function joinShort(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isShort = last !== undefined && (countWords(last) < LEAST || countWords(piece) < LEAST);
    if (isShort && countWords(last) + countWords(piece) <= MOST)
      joined[joined.length - 1] = `${last}\n${piece}`;
    else joined.push(piece);
  }
  return joined;
}
