import type { HeadComparison } from "@/lib/intelligence/text";
import type { HeadComparisonDto } from "./schemas";

/** A comparison in the words of the API: before and after, intents instead of labels. */
export function toComparisonDto(comparison: HeadComparison): HeadComparisonDto {
  const { heldOutTexts, fixed, broken, p } = comparison;
  return {
    heldOutTexts,
    before: comparison.current,
    after: comparison.candidate,
    fixed,
    broken,
    p,
    intents: comparison.classes.map(({ label, ...change }) => ({ intent: label, ...change })),
  };
}
