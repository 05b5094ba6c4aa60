/** How a conversation feels: as before, worse than before, or angry for more than one message. */
export type Mood = "even" | "falling" | "angry";

const UNHAPPY = -0.6;
const ANGRY = -0.8;
const LOOKED_BACK = 3;
/**
 * Reads the mood from the sentiments of the customer's messages, -1–1, the newest last. One sharp sentence is no
 * anger yet: so many of the last three are (`angryMessages`).
 */
export function readMood(feelings: readonly number[], angryMessages = 2): Mood {
  const now = feelings.at(-1);
  if (now === undefined || now > UNHAPPY) return "even";
  const recent = feelings.slice(-LOOKED_BACK);
  if (now <= ANGRY && recent.filter((feeling) => feeling <= ANGRY).length >= angryMessages) return "angry";
  const before = feelings.at(-2);
  return before === undefined || before > UNHAPPY ? "falling" : "even";
}
