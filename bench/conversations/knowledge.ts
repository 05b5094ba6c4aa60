import {
  confidenceOf,
  type Evidence,
  fuseReciprocalRanks,
  LEAST_CONFIDENCE,
  scoreEvidence,
} from "../../lib/intelligence/retrieval";
import { calibrationError } from "../../lib/intelligence/text";
import { type Line, median } from "../measure";
import { type FaqQuestion, QUESTION_SETS, readFaqQuestions, readFaqs } from "./faq-data";
import { weighQuestions } from "./weigh-questions";

type Scorer = (evidence: readonly Evidence[]) => ArrayLike<number>;
interface Asked {
  question: FaqQuestion;
  evidence: readonly Evidence[];
}

const LANGUAGES = ["zh", "en", "es"] as const;
const LEAST_RECALL = 0.9;

const combined: Scorer = (evidence) => evidence.map((one) => scoreEvidence(one));
/** What others would do with the same parts, in the same run. */
const PEERS: Record<string, Scorer> = {
  "BM25 of words": (evidence) => evidence.map(({ words }) => words),
  "BM25 of words and terms": (evidence) => evidence.map(({ words, concepts }) => words + concepts),
  embeddings: (evidence) => evidence.map(({ title, body }) => title + 0.5 * body),
  "rank fusion": (evidence) =>
    fuseReciprocalRanks(
      (["words", "concepts", "title", "body", "intents"] as const).map((part) =>
        evidence.map((one) => one[part]),
      ),
    ),
};

/** How often the right one of 79 English FAQs is among the first three, for questions in three languages. */
export async function benchKnowledge(): Promise<Line[]> {
  const faqs = readFaqs();
  if (!faqs) return [{ name: "Knowledge: recall@3", skipped: "the FAQs are not there (set ZHANGGUI_DATA)" }];
  const questions = readFaqQuestions();
  const { evidence, weighMs } = await weighQuestions(faqs, questions);
  const asked = questions.map((question, at): Asked => ({ question, evidence: evidence[at]! }));
  const isSame = (a: number, b: number) => faqs[a]!.answer === faqs[b]!.answer;
  return [
    ...QUESTION_SETS.flatMap((set) =>
      judgeSet(
        set,
        asked.filter(({ question }) => question.set === set),
      ),
    ),
    ...judgeConfidence(asked, isSame),
    {
      name: "Knowledge: weighing 79 articles",
      value: median(weighMs),
      unit: "ms",
      note: "without the encoder",
    },
  ];
}

function judgeSet(set: FaqQuestion["set"], asked: readonly Asked[]): Line[] {
  const answerable = asked.filter(({ question }) => question.faq !== null);
  const isJudged = set !== "indirect";
  const languages = LANGUAGES.map((lang) => ({
    lang,
    of: answerable.filter(({ question }) => question.lang === lang),
  }));
  return [...languages, { lang: "all", of: answerable }].flatMap(({ lang, of }): Line[] => {
    const ranks = of.map((one) => rankOf(one, combined));
    const peers = Object.entries(PEERS).map(
      ([name, scorer]) =>
        `${name} ${recall(
          of.map((one) => rankOf(one, scorer)),
          3,
        ).toFixed(3)}`,
    );
    const bound = of.map((one) => rankOf(one, PEERS["BM25 of words and terms"]!));
    return [
      {
        name: `Knowledge, ${set}, ${lang}: recall@3`,
        value: recall(ranks, 3),
        unit: "",
        ...(isJudged ? { target: { is: "≥", value: LEAST_RECALL } as const } : {}),
        bound: { label: "BM25 of words and terms", value: recall(bound, 3) },
        note: `${of.length} questions; ${peers.join(", ")}`,
      },
      { name: `Knowledge, ${set}, ${lang}: recall@1`, value: recall(ranks, 1), unit: "" },
      { name: `Knowledge, ${set}, ${lang}: MRR`, value: mean(ranks.map((rank) => 1 / rank)), unit: "" },
    ];
  });
}

/** A hit counts as right where its answer is, word for word, that of the right one: several FAQs say the same. */
function judgeConfidence(asked: readonly Asked[], isSame: (a: number, b: number) => boolean): Line[] {
  const judged = asked.map(({ question, evidence }) => {
    const scores = Array.from(combined(evidence));
    const best = scores.indexOf(Math.max(...scores));
    const isRight = question.faq !== null && isSame(best, question.faq);
    return { question, confidence: confidenceOf(scores[best]!), isRight };
  });
  const isSure = ({ confidence }: { confidence: number }) => confidence >= LEAST_CONFIDENCE;
  const of = (set: FaqQuestion["set"]) =>
    judged.filter(({ question }) => question.faq !== null && question.set === set);
  const none = judged.filter(({ question }) => question.faq === null);
  return [
    ...QUESTION_SETS.flatMap((set): Line[] => [
      { name: `Knowledge, ${set}: sure`, value: share(of(set), isSure), unit: "" },
      {
        name: `Knowledge, ${set}: right where sure`,
        value: share(of(set).filter(isSure), (one) => one.isRight),
        unit: "",
      },
    ]),
    {
      name: "Knowledge, no article answers: not sure",
      value: 1 - share(none, isSure),
      unit: "",
      target: { is: "≥", value: 0.9 },
      note: `${none.length} questions`,
    },
    {
      name: "Knowledge: calibration error of the first hit",
      value: calibrationError(
        judged.map(({ confidence, isRight }) => ({
          label: "right",
          predicted: isRight ? "right" : "wrong",
          confidence,
        })),
      ),
      unit: "",
    },
  ];
}

/** 1 for the first; those of the same score are counted as before it. */
function rankOf({ question, evidence }: Asked, scorer: Scorer): number {
  const scores = Array.from(scorer(evidence));
  const own = scores[question.faq!]!;
  return scores.filter((score, at) => score > own || (score === own && at !== question.faq)).length + 1;
}

function recall(ranks: readonly number[], depth: number): number {
  return share(ranks, (rank) => rank <= depth);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
