import { searchKnowledge } from "@/lib/data/knowledge";
import { isHypothetical } from "./reading/is-hypothetical";
import type { Answer, Dialogue } from "./task";
import type { Language } from "./types";
import { botWords } from "./words";

/**
 * What the shop's articles say to a message, with the article; null where search is not sure. Such a question is kept
 * for the shop to answer when it is the shop's business (`isShops`).
 */
export async function answerFromKnowledge(dialogue: Dialogue, isShops: boolean): Promise<Answer | null> {
  const { ctx, turn, language } = dialogue;
  const found = await searchKnowledge(ctx, {
    q: [...topicOf(dialogue), turn.text].join(" ").slice(0, MAX_QUESTION),
    ...{ locale: language, audience: "customers" as const, limit: 1, record: isShops && !dialogue.isDraft },
    conversationId: turn.conversation.id,
  });
  const [hit] = found.data;
  if (!hit || !found.isConfident) return null;
  const { title, passage, articleId } = hit;
  return {
    text: knowledgeText(language, { passage, title }),
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

/** An article's piece as an answer, with where it is from. */
export function knowledgeText(language: Language, hit: { passage: string; title: string }): string {
  return botWords(language)("knowledge.answer", hit);
}

/** As much as a search reads. */
const MAX_QUESTION = 500;
