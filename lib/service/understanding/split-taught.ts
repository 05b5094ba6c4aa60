import {
  detectLanguage,
  type EncodedText,
  type HeadAnchor,
  type HeldOutExample,
  type IntentHeadExample,
  splitHeldOut,
} from "@/lib/intelligence/text";
import type { Anchor } from "@/lib/platform/models/read-anchors";
import type { TaughtText } from "./collect-taught";

/** A text that a head learns from, or is judged by. */
export interface LabelledText {
  text: string;
  label: string;
  kind: TaughtText["kind"] | "anchor";
}

/** Held-out texts beyond this would cost more time than they add certainty. */
const MAX_HELD_OUT = 1_500;
const MAX_ANCHORS = 1_000;

/**
 * What is learnt and what is kept apart to judge by, the same texts every time. Held-out texts are never learnt, or
 * the next version would be compared with one that knows the answers.
 */
export function splitTaught(
  taught: readonly TaughtText[],
  anchors: readonly Anchor[],
): { train: LabelledText[]; heldOut: LabelledText[] } {
  const rehearsed: LabelledText[] = anchors
    .slice(0, MAX_ANCHORS)
    .map(({ text, intent }) => ({ text, label: intent, kind: "anchor" }));
  const own = splitHeldOut<LabelledText>(taught);
  const base = splitHeldOut(rehearsed);
  return {
    train: [...own.train, ...base.train],
    heldOut: [...own.heldOut, ...base.heldOut].slice(0, MAX_HELD_OUT),
  };
}

/** Texts with their encodings, in the shapes that training takes. */
export function toTrainingParts(texts: readonly LabelledText[], encoded: readonly EncodedText[]) {
  const examples: IntentHeadExample[] = [];
  const corrections: IntentHeadExample[] = [];
  const anchors: HeadAnchor[] = [];
  for (const [i, { label, kind }] of texts.entries()) {
    if (kind === "anchor") anchors.push(encoded[i]!);
    else examples.push({ ...encoded[i]!, label });
    if (kind === "correction") corrections.push({ ...encoded[i]!, label });
  }
  return { examples, corrections, anchors };
}

/** Held-out texts with their encodings, labels and languages, as heads are judged by them. */
export function toHeldOutParts(
  texts: readonly LabelledText[],
  encoded: readonly EncodedText[],
): HeldOutExample[] {
  return texts.map(({ text, label }, i) => ({
    ...encoded[i]!,
    label,
    language: detectLanguage(text).language,
  }));
}
