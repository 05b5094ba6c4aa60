import type { JudgedAnswer } from "../../lib/intelligence/text";

/** Share of out-of-scope texts that are called so, and share of the others that are refused as such. */
export function outOfScope(answers: readonly JudgedAnswer[]): { recall: number; refused: number } {
  const isOutside = ({ label }: JudgedAnswer) => label === "out_of_scope";
  const share = (part: readonly JudgedAnswer[]) =>
    part.filter(({ predicted }) => predicted === "out_of_scope").length / part.length;
  return {
    recall: share(answers.filter(isOutside)),
    refused: share(answers.filter((answer) => !isOutside(answer))),
  };
}
