import type { MessageDto, MoodDto } from "../schemas";

const LEAST_POINTS = 3;
/** The latest alone: how somebody felt last month says nothing of today. */
const MOST_POINTS = 50;
/** A change of so much over the whole talk is one that an agent would call by its name. */
const NOTICEABLE = 0.3;

/** The customer's feelings over a conversation, and where they go: the slope of a least-squares line over its length. */
export function readMood(messages: readonly MessageDto[]): MoodDto {
  const points = messages
    .flatMap(({ id, author, createdAt, sentiment }) =>
      author === "customer" && sentiment !== null ? [{ messageId: id, at: createdAt, score: sentiment }] : [],
    )
    .slice(-MOST_POINTS);
  return { trend: trendOf(points.map(({ score }) => score)), points };
}

function trendOf(scores: readonly number[]): MoodDto["trend"] {
  if (scores.length < LEAST_POINTS) return "unknown";
  const middle = (scores.length - 1) / 2;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = scores.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  const slope = scores.reduce((sum, score, at) => sum + (at - middle) * (score - mean), 0) / spread;
  const change = slope * (scores.length - 1);
  if (Math.abs(change) < NOTICEABLE) return "even";
  return change > 0 ? "rising" : "falling";
}
