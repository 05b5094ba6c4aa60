const MAX_CLAUSES = 4;
const LEAST_LETTERS = 4;
/** "41201到哪了": a number says of what the few letters speak. */
const NUMBERED = /\d{4}.*\p{Script=Han}/u;

/** Where one wish may end and another begin: at the end of a sentence, or at words that join two wishes. */
const BREAKS =
  /[。！？!?；;\n]+|(?:^|(?<=[\s:：,，]))(?:[1-9][.、)）](?!\d)|[①-⑤])\s*|\.(?=\s|$)|[，,]?\s*(?:另外(?![那一]?[个個单單])|再问下?|再問下?|还有|還有|顺便|順便|对了|對了)[，,]?|[,.]?\s+(?:and also|also,|and (?=(?:can|could|would|where|when|how|what|is|i )\b)|by the way|plus,)\s*|[,.]?\s+(?:además|ademas|y también|y tambien|por cierto|y (?=(?:dónde|donde|cuándo|cuando|cómo|como|puedo|quiero|qué|que)(?!\p{L})))\s*/giu;

/**
 * The clauses of a message that may each ask for something, in their order: at most four, of four letters and more.
 * A message of one clause gives none, for it is read as a whole.
 */
export function splitClauses(text: string): string[] {
  const clauses = text
    .split(BREAKS)
    .map((clause) => clause.trim())
    .filter((clause) => (clause.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS || NUMBERED.test(clause));
  return clauses.length > 1 ? clauses.slice(0, MAX_CLAUSES) : [];
}
