import { ATTRIBUTES, CARRIERS, CLAIMS } from "./claims";
import { findNewNames } from "./names";
import { isDenied, splitIntoClauses, withoutPoliteness } from "./polarity";
import { type Fact, readFacts } from "./read-facts";
import { guessLanguage, type TextLanguage } from "./text-language";

export type GroundingProblem =
  | "empty"
  | "wrong_language"
  | "too_long"
  | "markup"
  | "new_fact"
  | "missing_fact"
  | "moved_fact"
  | "new_claim"
  | "missing_claim"
  | "denial"
  | "new_name"
  | "new_question";

export type GroundingVerdict =
  | { isGrounded: true }
  | { isGrounded: false; problem: GroundingProblem; what: string };

const GROUNDED: GroundingVerdict = { isGrounded: true };
const refuse = (problem: GroundingProblem, what = ""): GroundingVerdict => ({
  isGrounded: false,
  problem,
  what,
});

export interface Grounds {
  /** What the answer is a rewording of: every fact and condition of it must be kept. */
  template: string;
  /** What else the answer may draw facts from. */
  sources?: readonly string[];
  /** In which the answer has to be. */
  language: TextLanguage;
}

/** An answer may be this much longer than what it rewords. */
const LONGEST = { factor: 2, more: 160 };
const MARKUP = /[`*#<>{}|\\]|\]\(|_{2,}|^\s*[-•]\s/mu;

/**
 * Whether an answer says what its template says and nothing more. Read word by word by rules, not by a model: whoever
 * words an answer must not be the one who judges it. Where in doubt the answer is refused, since the template can be
 * sent instead.
 */
export function checkGrounding(
  answer: string,
  { template, sources = [], language }: Grounds,
): GroundingVerdict {
  const said = answer.trim();
  if (!said) return refuse("empty");
  if (guessLanguage(said) !== language && guessLanguage(said) !== null) return refuse("wrong_language");
  // What was in another language takes another length.
  if (said.length > template.length * LONGEST.factor + LONGEST.more) return refuse("too_long");
  const markup = MARKUP.exec(said);
  if (markup && !template.includes(markup[0])) return refuse("markup", markup[0]);
  const grounds = [template, ...sources];
  return (
    checkFacts(said, template, grounds, language) ??
    checkWords(said, template, grounds) ??
    checkClaims(said, template, grounds) ??
    GROUNDED
  );
}

/** Whether a summary holds no fact, name or claim that what it summarises lacks. It need not hold all of them. */
export function checkSummary(
  summary: string,
  { sources, language, maxLength }: { sources: readonly string[]; language: TextLanguage; maxLength: number },
): GroundingVerdict {
  const said = summary.trim();
  if (!said) return refuse("empty");
  if (guessLanguage(said) !== language && guessLanguage(said) !== null) return refuse("wrong_language");
  if (said.length > maxLength) return refuse("too_long");
  const markup = MARKUP.exec(said);
  if (markup) return refuse("markup", markup[0]);
  return (
    checkFacts(said, "", sources, language) ??
    checkWords(said, "", sources) ??
    checkClaimsMade(said, sources) ??
    GROUNDED
  );
}

const sameFact = (a: Fact, b: Fact) =>
  a.kind === b.kind && (a.value === b.value || (a.kind === "date" && isSameDay(a.value, b.value)));

/** A year that one of the two leaves out is understood; the answer may leave it out, and not make it up. */
function isSameDay(answer: string, source: string): boolean {
  const day = (value: string) => value.split("-").slice(-2).join("-");
  return day(answer) === day(source) && answer.split("-").length < source.split("-").length;
}

function checkFacts(
  answer: string,
  template: string,
  grounds: readonly string[],
  language: TextLanguage,
): GroundingVerdict | null {
  const said = readFacts(answer, language);
  const wanted = readFacts(template);
  const known = grounds.flatMap((text) => readFacts(text));
  const made = said.find((fact) => !known.some((source) => sameFact(fact, source)));
  if (made) return refuse("new_fact", made.text);
  const lost = wanted.find((fact) => !said.some((one) => sameFact(one, fact)));
  if (lost) return refuse("missing_fact", lost.text);
  return isInOrder(said, wanted) ? null : refuse("moved_fact");
}

/** Two dates that change places are two wrong dates: facts of a kind keep their order. */
function isInOrder(said: readonly Fact[], wanted: readonly Fact[]): boolean {
  const kinds = new Set(wanted.map(({ kind }) => kind));
  return [...kinds].every((kind) => {
    const order = distinct(wanted.filter((fact) => fact.kind === kind).map(({ value }) => value));
    const first = distinct(
      said
        .filter((fact) => fact.kind === kind)
        .map((fact) => wanted.find((one) => sameFact(fact, one))?.value ?? ""),
    ).filter((value) => order.includes(value));
    return first.every((value, at) => value === order[at]);
  });
}

const distinct = (values: string[]) => [...new Set(values)];

function checkWords(answer: string, template: string, grounds: readonly string[]): GroundingVerdict | null {
  const has = (text: string, pattern: RegExp) => text.search(new RegExp(pattern.source, "iu")) >= 0;
  for (const [id, pattern] of ATTRIBUTES) {
    if (has(answer, pattern) && !grounds.some((text) => has(text, pattern))) return refuse("new_fact", id);
    if (has(template, pattern) && !has(answer, pattern)) return refuse("missing_fact", id);
  }
  const carriers = (text: string) => [...text.matchAll(CARRIERS)].map(([name]) => name.toLowerCase());
  const known = grounds.flatMap(carriers);
  const made = carriers(answer).find((name) => !known.includes(name));
  if (made) return refuse("new_name", made);
  const lost = carriers(template).find((name) => !carriers(answer).includes(name));
  if (lost) return refuse("missing_fact", lost);
  const name = findNewNames(answer, grounds)[0];
  return name ? refuse("new_name", name) : null;
}

interface Stated {
  affirmed: boolean;
  denied: boolean;
}

/** Which claims a text makes, and whether as so or as not so. */
function readClaims(text: string): Map<string, Stated> {
  const found = new Map<string, Stated>();
  for (const clause of splitIntoClauses(withoutPoliteness(text))) {
    let rest = clause;
    const here: string[] = [];
    for (const { id, pattern } of CLAIMS) {
      rest = rest.replace(pattern, (match) => {
        here.push(id);
        return "·".repeat(match.length);
      });
    }
    // What is named by a "no" of its own ("sold out", "unopened") is no denial of the rest.
    const isNo = isDenied(rest);
    for (const id of here) {
      const stated = found.get(id) ?? { affirmed: false, denied: false };
      found.set(id, { affirmed: stated.affirmed || !isNo, denied: stated.denied || isNo });
    }
  }
  return found;
}

function denies(text: string): boolean {
  return splitIntoClauses(withoutPoliteness(text)).some((clause) => {
    const rest = CLAIMS.reduce((left, { pattern }) => left.replace(pattern, "·"), clause);
    return isDenied(rest);
  });
}

function checkClaims(answer: string, template: string, grounds: readonly string[]): GroundingVerdict | null {
  const made = checkClaimsMade(answer, grounds);
  if (made) return made;
  const said = readClaims(answer);
  const wanted = readClaims(template);
  for (const { id, isRequired } of CLAIMS)
    if (isRequired && wanted.has(id) && !said.has(id)) return refuse("missing_claim", id);
  if (denies(answer) !== denies(template)) return refuse("denial");
  return checkQuestions(answer, template);
}

/** Nothing is claimed that no source claims, nor denied what they affirm. */
function checkClaimsMade(answer: string, grounds: readonly string[]): GroundingVerdict | null {
  const said = readClaims(answer);
  const known = grounds.map(readClaims);
  for (const [id, stated] of said) {
    const sources = known.map((claims) => claims.get(id)).filter((claim) => claim !== undefined);
    if (sources.length === 0) return refuse("new_claim", id);
    const isFlipped =
      (stated.affirmed && !sources.some(({ affirmed }) => affirmed)) ||
      (stated.denied && !sources.some(({ denied }) => denied));
    if (isFlipped) return refuse("denial", id);
  }
  return null;
}

/** A new question about something the shop does would be answered "yes", with nothing behind it. */
function checkQuestions(answer: string, template: string): GroundingVerdict | null {
  const questions = (text: string) => text.match(/[^.!?。！？¿\n]*[?？]/gu) ?? [];
  if (questions(template).length > 0) return null;
  const asked = questions(answer).find((question) => readClaims(question).size > 0);
  return asked ? refuse("new_question", asked.trim()) : null;
}
