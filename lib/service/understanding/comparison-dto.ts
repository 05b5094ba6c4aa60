import type { HeadComparison } from "@/lib/intelligence/text";
import type { HeadComparisonDto } from "./schemas";

/** Comparisons that were kept before there were scores by language have none. */
type KeptComparison = Omit<HeadComparison, "languages"> & Partial<Pick<HeadComparison, "languages">>;

/** A comparison in the words of the API: before and after, intents instead of labels. */
export function toComparisonDto(comparison: KeptComparison): HeadComparisonDto {
  const { heldOutTexts, fixed, broken, p } = comparison;
  return {
    heldOutTexts,
    before: comparison.current,
    after: comparison.candidate,
    fixed,
    broken,
    p,
    intents: comparison.classes.map(({ label, ...change }) => ({ intent: label, ...change })),
    languages: (comparison.languages ?? []).map(({ language, texts, current, candidate }) => ({
      ...{ language, texts },
      ...{ before: current, after: candidate },
    })),
  };
}
