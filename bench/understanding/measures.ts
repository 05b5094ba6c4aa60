/** An answer beside what is right. */
export interface Answer {
  label: string;
  guess: string;
  /** 0–1. */
  confidence: number;
}

/** Share of right answers, 0–1; NaN for none. */
export function accuracy(answers: readonly Answer[]): number {
  return answers.filter(({ label, guess }) => label === guess).length / answers.length;
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

/** Share of out-of-scope texts that are called so, and share of the others that are refused as such. */
export function outOfScope(answers: readonly Answer[]): { recall: number; refused: number } {
  const isOutside = ({ label }: Answer) => label === "out_of_scope";
  const share = (part: readonly Answer[]) =>
    part.filter(({ guess }) => guess === "out_of_scope").length / part.length;
  return {
    recall: share(answers.filter(isOutside)),
    refused: share(answers.filter((answer) => !isOutside(answer))),
  };
}
