import type { Sentiment, SentimentLabel } from "../text";

export interface FusedSentiment extends Sentiment {
  /** What each part says by itself, −1..1; `text` is null without a transcript. */
  from: { text: number | null; voice: number };
}

/** Below this the voice says nothing about valence; both joy and anger begin here. */
const STRONG_AROUSAL = 0.6;
/** As far as a voice alone goes: an excited customer is more often angry than glad, but only more often. */
const LOWEST_VOICE_SCORE = -0.6;
const LABEL_AT = 0.3;

/**
 * Brings the words' sentiment and the voice's together. The voice tells arousal well and valence poorly (Banse &
 * Scherer 1996; Schuller et al. 2011), so the words decide the direction: an aroused voice makes a negative text more
 * negative by half of the way that is left, turns a neutral one only if strong, and leaves a positive one alone.
 * Without words only strong arousal is negative.
 *
 * @param text the transcript's sentiment, null without one. @param arousal 0..1, see `estimate-arousal.ts`.
 */
export function fuseSentiment(text: Sentiment | null, arousal: number): FusedSentiment {
  const voice = valenceOf(arousal);
  if (!text) return { label: labelOf(voice), score: voice, from: { text: null, voice } };
  const from = { text: text.score, voice };
  if (text.label === "positive") return { ...text, from };
  const score = text.score + voice * (1 + text.score) * 0.5;
  return { label: text.label === "negative" ? "negative" : labelOf(score), score, from };
}

function valenceOf(arousal: number): number {
  const beyond = Math.max(0, Math.min(1, arousal) - STRONG_AROUSAL) / (1 - STRONG_AROUSAL);
  return beyond === 0 ? 0 : LOWEST_VOICE_SCORE * beyond;
}

function labelOf(score: number): SentimentLabel {
  if (score <= -LABEL_AT) return "negative";
  return score >= LABEL_AT ? "positive" : "neutral";
}
