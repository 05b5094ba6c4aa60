import { applyIntentHead } from "./apply-intent-head";
import { headClasses, type IntentHead, type IntentHeadExample } from "./intent-head";
import { mcnemarExact } from "./mcnemar-test";
import { type HeadScores, isRight, type ScoredAnswer, scoreAnswers, scoreClasses } from "./score-predictions";
import { TEXT_LANGUAGES, type TextLanguage } from "./text-model";

/** Why a head is or is not promoted, in the order in which it is decided. */
export type PromotionReason =
  | "no_held_out_texts"
  | "fewer_right"
  | "class_lost"
  | "less_honest"
  | "more_right"
  | "corrections_fixed"
  | "nothing_gained";

/** A class whose held-out texts fare differently under the two heads. */
export interface ClassChange {
  label: string;
  count: number;
  /** Texts that only the candidate gets right. */
  fixed: number;
  /** Texts that only the current head gets right. */
  broken: number;
  recallBefore: number;
  recallAfter: number;
  f1Before: number;
  f1After: number;
}

/** The scores of both heads on the held-out texts of one language. */
export interface LanguageScores {
  language: TextLanguage;
  texts: number;
  current: HeadScores;
  candidate: HeadScores;
}

/** A text to judge by, with its language where scores by language are wanted. */
export type HeldOutExample = IntentHeadExample & { language?: TextLanguage };

/** The comparison and what follows from it. */
export interface HeadComparison {
  decision: "promote" | "keep";
  reason: PromotionReason;
  heldOutTexts: number;
  current: HeadScores;
  candidate: HeadScores;
  fixed: number;
  broken: number;
  /** McNemar's exact two-sided p over `fixed` and `broken`. */
  p: number;
  correctionsFixed: number;
  correctionsBroken: number;
  /** Most changed first. */
  classes: ClassChange[];
  /** Of the texts whose language is given, in a fixed order of languages. */
  languages: LanguageScores[];
}

/** A rise of the log loss by more than this, in nats, is not taken for a few more right answers. */
const LOG_LOSS_SLACK = 0.05;
/** One-sided level at which a class counts as lost: five texts broken and none fixed. */
const LOST_CLASS_P = 0.05;

/**
 * Decides whether a newly trained head takes over, from texts that neither was trained on. It is kept back when it
 * gets fewer right, loses a class, or is less honest about its confidence; equal heads go to the newer only if it
 * fixes more of `corrections` (which it may have been trained on) than it breaks.
 */
export function compareHeads(input: {
  current: IntentHead;
  candidate: IntentHead;
  heldOut: readonly HeldOutExample[];
  corrections?: readonly IntentHeadExample[];
}): HeadComparison {
  const before = input.heldOut.map((example) => answer(input.current, example));
  const after = input.heldOut.map((example) => answer(input.candidate, example));
  const corrections = input.corrections ?? [];
  const corrected = countChanges(
    corrections.map((example) => answer(input.current, example)),
    corrections.map((example) => answer(input.candidate, example)),
  );
  const { fixed, broken } = countChanges(before, after);
  const facts = {
    heldOutTexts: before.length,
    current: scoreAnswers(before),
    candidate: scoreAnswers(after),
    ...{ fixed, broken, p: mcnemarExact(fixed, broken) },
    ...{ correctionsFixed: corrected.fixed, correctionsBroken: corrected.broken },
    classes: changedClasses(before, after),
    languages: scoreLanguages(input.heldOut, before, after),
  };
  const reason = decide(facts);
  const promotes = reason === "more_right" || reason === "corrections_fixed";
  return { decision: promotes ? "promote" : "keep", reason, ...facts };
}

function scoreLanguages(
  heldOut: readonly HeldOutExample[],
  before: readonly ScoredAnswer[],
  after: readonly ScoredAnswer[],
): LanguageScores[] {
  return TEXT_LANGUAGES.flatMap((language) => {
    const own = (_: ScoredAnswer, i: number) => heldOut[i]!.language === language;
    const [current, candidate] = [before.filter(own), after.filter(own)];
    if (current.length === 0) return [];
    const scores = { current: scoreAnswers(current), candidate: scoreAnswers(candidate) };
    return [{ language, texts: current.length, ...scores }];
  });
}

function decide(facts: Omit<HeadComparison, "decision" | "reason">): PromotionReason {
  const { fixed, broken, current, candidate } = facts;
  if (facts.heldOutTexts === 0) return "no_held_out_texts";
  if (broken > fixed) return "fewer_right";
  const isLost = (change: ClassChange) =>
    change.broken > change.fixed && mcnemarExact(change.fixed, change.broken) / 2 < LOST_CLASS_P;
  if (facts.classes.some(isLost)) return "class_lost";
  if (candidate.logLoss > current.logLoss + LOG_LOSS_SLACK) return "less_honest";
  if (fixed > broken) return "more_right";
  return facts.correctionsFixed > facts.correctionsBroken ? "corrections_fixed" : "nothing_gained";
}

function answer(head: IntentHead, example: IntentHeadExample): ScoredAnswer {
  const classes = headClasses(head);
  const probabilities = applyIntentHead(head, example);
  let best = 0;
  for (let k = 1; k < probabilities.length; k += 1) if (probabilities[k]! > probabilities[best]!) best = k;
  return {
    label: example.label,
    predicted: classes[best] ?? "",
    confidence: probabilities[best] ?? 0,
    labelProbability: probabilities[classes.indexOf(example.label)] ?? 0,
  };
}

function countChanges(
  before: readonly ScoredAnswer[],
  after: readonly ScoredAnswer[],
): { fixed: number; broken: number } {
  let fixed = 0;
  let broken = 0;
  before.forEach((old, i) => {
    if (!isRight(old) && isRight(after[i]!)) fixed += 1;
    if (isRight(old) && !isRight(after[i]!)) broken += 1;
  });
  return { fixed, broken };
}

function changedClasses(before: readonly ScoredAnswer[], after: readonly ScoredAnswer[]): ClassChange[] {
  const old = scoreClasses(before);
  const changes = [...scoreClasses(after)].map(([label, score]): ClassChange => {
    const of = (answers: readonly ScoredAnswer[]) => answers.filter((one) => one.label === label);
    const previous = old.get(label)!;
    return {
      ...{ label, count: score.count, ...countChanges(of(before), of(after)) },
      ...{ recallBefore: previous.recall, recallAfter: score.recall },
      ...{ f1Before: previous.f1, f1After: score.f1 },
    };
  });
  const size = ({ f1Before, f1After }: ClassChange) => Math.abs(f1After - f1Before);
  return changes
    .filter((change) => change.fixed + change.broken > 0 || size(change) > 0)
    .sort((a, b) => size(b) - size(a) || (a.label < b.label ? -1 : 1));
}
