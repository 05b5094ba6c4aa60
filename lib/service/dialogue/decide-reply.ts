import type { Context } from "@/lib/core/context";
import { isAskingForHuman } from "./asks-for-human";
import { readSlots } from "./slots";
import { trackOrder } from "./track-order";
import type { Language, Reply, Turn } from "./types";
import { botWords } from "./words";

/** Intents that the order itself answers. */
const ORDER_INTENTS = new Set(["order_tracking", "delivery_time", "delivery_expedite", "not_received"]);
const TALK = {
  greeting: "greeting",
  thanks: "thanks",
  goodbye: "goodbye",
  affirm: "acknowledge",
  deny: "acknowledge",
} as const;

/** Below this a detected language is a guess, and the conversation goes on in the language it had. */
const LANGUAGE_CONFIDENCE = 0.6;

/**
 * Decides what the bot answers to one message. Facts come from verbs alone; words from the dictionary.
 * The order of the rules is the order of a customer's rights: a person first, then what was asked for.
 */
export async function decideReply(ctx: Context, turn: Turn): Promise<Reply> {
  const { understanding } = turn;
  const slots = readSlots(turn.conversation.slots);
  const language = replyLanguage(turn);
  const words = botWords(language);
  const intent = understanding.intent.id;
  const say = (text: string, more: Partial<Reply> = {}): Reply => ({
    text,
    language,
    intent,
    sources: [],
    slots: { ...slots },
    ...more,
  });

  if (isAskingForHuman(turn.text, understanding)) {
    // The agent keeps what is known; what the bot was waiting for is asked no more.
    const { awaiting: _, failedAttempts: __, ...known } = slots;
    return say(words("handoff.asked"), { intent: "human_agent", handoff: "asked_for_human", slots: known });
  }
  const namesOrder = understanding.entities.some((entity) => entity.type === "order_number");
  const answersQuestion = slots.awaiting !== undefined && (namesOrder || hasContact(turn));
  if (namesOrder || answersQuestion || (understanding.isConfident && ORDER_INTENTS.has(intent))) {
    return trackOrder(ctx, { turn, slots, language });
  }
  if (!understanding.isConfident) return say(words("handoff.unsure"), { handoff: "low_confidence" });
  if (intent in TALK) return say(words(`talk.${TALK[intent as keyof typeof TALK]}`));
  if (intent === "out_of_scope") return say(words("outOfScope"));
  if (intent === "provide_info") return say(words("askWhatFor"));
  return say(words("handoff.unsupported"), { handoff: "unsupported_intent" });
}

function hasContact(turn: Turn): boolean {
  return turn.understanding.entities.some((entity) => entity.type === "email" || entity.type === "phone");
}

/** The message's own language where it has one; an order number or an emoji keeps the conversation's. */
function replyLanguage(turn: Turn): Language {
  const { language, languageConfidence } = turn.understanding;
  return language !== "other" && languageConfidence >= LANGUAGE_CONFIDENCE
    ? language
    : turn.conversation.language;
}
