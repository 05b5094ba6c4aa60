import { searchKnowledge } from "@/lib/data/knowledge";
import { isHypothetical } from "./reading/is-hypothetical";
import type { Answer, Dialogue } from "./task";

/**
 * What the shop's articles say to a message, with the article; null where search is not sure. Such a question is kept
 * for the shop to answer when it is the shop's business (`isShops`).
 */
export async function answerFromKnowledge(dialogue: Dialogue, isShops: boolean): Promise<Answer | null> {
  const { ctx, turn, language, words } = dialogue;
  const found = await searchKnowledge(ctx, {
    q: [...topicOf(dialogue), turn.text].join(" ").slice(0, MAX_QUESTION),
    ...{ locale: language, audience: "customers" as const, limit: 1, record: isShops },
    conversationId: turn.conversation.id,
  });
  const [hit] = found.data;
  if (!hit || !found.isConfident) return null;
  const { title, passage, articleId } = hit;
  return {
    text: words("knowledge.answer", { passage, title }),
    sources: [{ type: "article", id: articleId, label: title }],
  };
}

/** A question of rules is looked for among the rules: "how many days do I have?" names none. */
function topicOf({ turn, words }: Dialogue): string[] {
  const { intent } = turn.understanding;
  const isOfReturns = intent.id === "return_policy" && intent.confidence >= SURE;
  return isOfReturns || isHypothetical(turn.text) ? [words("topic.returns")] : [];
}

const SURE = 0.8;
/** As much as a search reads. */
const MAX_QUESTION = 500;
