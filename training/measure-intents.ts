/** Measures of a classifier's answers: accuracy, calibration, out-of-scope recall, risk against coverage. */
export interface Answer {
  lang: string;
  source: string;
  label: string;
  guess: string;
  confidence: number;
}

/** Share of right answers, 0–1; NaN for none. */
export function accuracy(answers: readonly Answer[]): number {
  return answers.filter((answer) => answer.guess === answer.label).length / answers.length;
}

/** Expected calibration error over ten equal-width bins (Naeini et al. 2015), 0–1. */
export function calibrationError(answers: readonly Answer[], bins = 10): number {
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const inside = answers.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    error += (inside.length / answers.length) * Math.abs(mean - accuracy(inside));
  }
  return error;
}

/** Share of out-of-scope texts that are called so, and share of calls "out of scope" that are right. */
export function outOfScope(answers: readonly Answer[]): { recall: number; precision: number } {
  const outside = answers.filter(({ label }) => label === "out_of_scope");
  const called = answers.filter(({ guess }) => guess === "out_of_scope");
  const hits = called.filter(({ label }) => label === "out_of_scope").length;
  return { recall: hits / outside.length, precision: hits / called.length };
}

/** At a confidence threshold: share of texts answered, and share of wrong answers among them. */
export function riskAt(answers: readonly Answer[], threshold: number): { coverage: number; risk: number } {
  const kept = answers.filter(({ confidence }) => confidence >= threshold);
  return { coverage: kept.length / answers.length, risk: kept.length === 0 ? 0 : 1 - accuracy(kept) };
}

/** Mean F1 over the labels that occur. */
export function macroF1(answers: readonly Answer[]): number {
  const labels = [...new Set(answers.map(({ label }) => label))];
  const scores = labels.map((label) => {
    const hits = answers.filter((answer) => answer.label === label && answer.guess === label).length;
    const found = answers.filter(({ guess }) => guess === label).length;
    const wanted = answers.filter((answer) => answer.label === label).length;
    return hits === 0 ? 0 : (2 * hits) / (found + wanted);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The most frequent mistakes as "label → guess", most frequent first. */
export function confusions(answers: readonly Answer[], limit: number): { pair: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { label, guess } of answers) {
    if (label !== guess) counts.set(`${label} → ${guess}`, (counts.get(`${label} → ${guess}`) ?? 0) + 1);
  }
  return [...counts]
    .map(([pair, count]) => ({ pair, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}

/** Prints one line per slice of the answers. */
export function printTable(slices: Record<string, readonly Answer[]>): void {
  console.log("slice            n     accuracy  macroF1  ECE    oos recall/precision");
  for (const [name, answers] of Object.entries(slices)) {
    if (answers.length === 0) continue;
    const { recall, precision } = outOfScope(answers);
    console.log(
      `${name.padEnd(14)} ${String(answers.length).padStart(4)}   ${percent(accuracy(answers))}   ${percent(macroF1(answers))}  ` +
        `${calibrationError(answers).toFixed(3)}  ${percent(recall)} / ${percent(precision)}`,
    );
  }
}

export function percent(share: number): string {
  return Number.isNaN(share) ? "    – " : `${(100 * share).toFixed(1).padStart(5)}%`;
}
