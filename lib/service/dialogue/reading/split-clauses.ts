import { readConsent } from "./consent";

const MAX_CLAUSES = 4;
const LEAST_LETTERS = 4;
/** "41201到哪了": a number says of what the few letters speak. */
const NUMBERED = /\d{4}.*\p{Script=Han}/u;

/** Where one wish may end and another begin: at the end of a sentence, or at words that join two wishes. */
const BREAKS =
  /[。！？!?；;\n]+|(?:^|(?<=[\s:：,，]))(?:[1-9][.、)）](?!\d)|[①-⑤])\s*|\.(?=\s|$)|[，,]?\s*(?:另外(?![那一]?[个個单單])|[一二三]是|第[一二三][，,:：]?(?![个個单單件款])|再问下?|再問下?|还有|還有|顺便|順便|对了|對了)[，,]?|[,.]?\s+(?:and also|also,|and (?=(?:can|could|would|where|when|how|what|is|i )\b)|by the way|plus,)\s*|[,.]?\s+(?:además|ademas|y también|y tambien|por cierto|y (?=(?:dónde|donde|cuándo|cuando|cómo|como|puedo|quiero|qué|que)(?!\p{L})))\s*/giu;

/** What of a message is understood for itself beside the whole: its clauses, and what follows a no. */
export function partsToRead(text: string): { clauses: string[]; afterNo: string[] } {
  const { answer, rest } = readConsent(text);
  return { clauses: splitClauses(text), afterNo: answer === "no" && isLongEnough(rest) ? [rest] : [] };
}

const isLongEnough = (text: string) => (text.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS;

/** Commas part questions, and so may blanks in Chinese: "鞋多少钱 衬衫多少钱". */
const SOFT_BREAKS: readonly RegExp[] = [
  /[,，、:：]\s*|\s+(?:and|y)\s+(?=(?:how|what|when|where|which|who|why|is|are|do|does|can|if|si|c[oó]mo|cu[aá]n|qu[eé]|d[oó]nde|cu[aá]l)(?!\p{L}))/iu,
  /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u,
];
const QUESTION =
  /什么|什麼|怎么|怎麼|多少|几[天时點点号]|哪|啥|情况|情況|[吗嗎呢]\s*$|[了有]没|有没有|^[\s¿]*(?:(?:and|so|but|also|then|y|e|pero|oye|hi|hey|hola)[\s,]+)*(?:how|what|when|where|which|who|why|is|are|do|does|did|can|could|would|will|may|como|c[oó]mo|cu[aá]ndo|cu[aá]nt[oa]s?|qu[eé]|d[oó]nde|cu[aá]l|puedo|si hay|si puedo)(?!\p{L})|(?<=[\s:：¿])(?:how|what|when|where|why|cómo|cuándo|cuánt[oa]s?|qué|dónde|cuál|como se|cuando (?:me )?lleg)(?!\p{L})/iu;

/** "What about the shoes, could those be cancelled?" is one question. */
const INTRODUCES =
  /^\s*(?:and |y |那)?(?:what about|how about|as for|about|qu[eé] (?:pasa|hay) con|(?:el|la|los|las) )|呢\s*$/iu;

/** Whether a text has the words or the mark of a question. */
export const asksSomething = (text: string): boolean => /[?？]/u.test(text) || QUESTION.test(text);

/**
 * The clauses of a message that may each ask for something, in their order: at most four, of four letters and more.
 * A message of one clause gives none, for it is read as a whole.
 */
export function splitClauses(text: string): string[] {
  const clauses = text
    .split(BREAKS)
    .map((clause) => clause.trim())
    .filter((clause) => isLongEnough(clause) || NUMBERED.test(clause));
  if (clauses.length > 1) return clauses.slice(0, MAX_CLAUSES);
  const questions = SOFT_BREAKS.map((breaks) => splitQuestions(text, breaks)).find(
    ({ length }) => length > 1,
  );
  return questions?.slice(0, MAX_CLAUSES) ?? [];
}

/** At breaks that part other things too: pieces that ask nothing belong to the question after them. */
function splitQuestions(text: string, breaks: RegExp): string[] {
  const questions: string[] = [];
  let before = "";
  for (const piece of text.split(breaks)) {
    before = before === "" ? piece : `${before}, ${piece}`;
    if (!QUESTION.test(piece) || INTRODUCES.test(piece) || !isLongEnough(before)) continue;
    questions.push(before.trim());
    before = "";
  }
  return questions;
}
