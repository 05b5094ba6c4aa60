/** One answer beside the truth. */
export interface JudgedAnswer {
  label: string;
  /** The most probable class. */
  predicted: string;
  /** Its probability. */
  confidence: number;
}

export interface ScoredAnswer extends JudgedAnswer {
  /** Probability of `label`; 0 where the head does not know it. */
  labelProbability: number;
}

/** All but `logLoss` in 0–1. */
export interface HeadScores {
  accuracy: number;
  /** Mean F1 over the labels that occur, so that two heads are compared over the same classes. */
  macroF1: number;
  /** Mean negative log-likelihood in nats; probabilities count as at least 1e-6. */
  logLoss: number;
  /** See `calibrationError`. */
  expectedCalibrationError: number;
}

/** A class's part: how many texts it has, and how many of them were found. */
export interface ClassScore {
  count: number;
  recall: number;
  precision: number;
  f1: number;
}

const BINS = 10;
const LEAST_PROBABILITY = 1e-6;

/** Scores of answers; all zero without any. */
export function scoreAnswers(answers: readonly ScoredAnswer[]): HeadScores {
  const count = Math.max(1, answers.length);
  const classes = [...scoreClasses(answers).values()];
  const losses = answers.map(
    ({ labelProbability }) => -Math.log(Math.max(LEAST_PROBABILITY, labelProbability)),
  );
  return {
    accuracy: accuracy(answers),
    macroF1: sum(classes.map(({ f1 }) => f1)) / Math.max(1, classes.length),
    logLoss: sum(losses) / count,
    expectedCalibrationError: calibrationError(answers),
  };
}

/** Recall, precision and F1 of each label that occurs, by name. */
export function scoreClasses(answers: readonly ScoredAnswer[]): Map<string, ClassScore> {
  const labels = [...new Set(answers.map(({ label }) => label))].sort();
  return new Map(
    labels.map((name) => {
      const own = answers.filter(({ label }) => label === name);
      const hits = own.filter(isRight).length;
      const named = answers.filter(({ predicted }) => predicted === name).length;
      const f1 = (2 * hits) / (own.length + named);
      return [
        name,
        { count: own.length, recall: hits / own.length, precision: named > 0 ? hits / named : 0, f1 },
      ];
    }),
  );
}

/** Whether the answer is the label. */
export function isRight({ label, predicted }: JudgedAnswer): boolean {
  return label === predicted;
}

/** Share of right answers, 0–1; 0 of none. */
export function accuracy(answers: readonly JudgedAnswer[]): number {
  return answers.filter(isRight).length / Math.max(1, answers.length);
}

/** Expected calibration error over 10 bins of equal width (Naeini et al. 2015; Guo et al. 2017), 0–1; 0 of none. */
export function calibrationError(answers: readonly JudgedAnswer[]): number {
  const gaps = new Float64Array(BINS);
  for (const answer of answers) {
    const bin = Math.min(BINS - 1, Math.floor(answer.confidence * BINS));
    gaps[bin]! += (isRight(answer) ? 1 : 0) - answer.confidence;
  }
  return sum(gaps.map(Math.abs)) / Math.max(1, answers.length);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
