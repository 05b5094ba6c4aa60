import { searchKnowledge } from "@/lib/data/knowledge";
import { SURE } from "./confidence";
import { asksWhenMoneyComes } from "./reading/asks-in-words";
import { isHypothetical } from "./reading/is-hypothetical";
import { asksSomething } from "./reading/split-clauses";
import type { Answer, Dialogue } from "./task";
import type { Language } from "./types";
import { botWords } from "./words";

/**
 * What the shop's articles say to a message, with the article; null where search is not sure. Such a question is kept
 * for the shop to answer when it is the shop's business (`isShops`).
 * @param about what the message means by "it", where it names nothing.
 */
export async function answerFromKnowledge(
  dialogue: Dialogue,
  isShops: boolean,
  about: string[] = [],
): Promise<Answer | null> {
  const { ctx, turn, language } = dialogue;
  const search = (question: string, record: boolean) =>
    searchKnowledge(ctx, {
      q: [...topicOf(dialogue), ...about, question].join(" ").slice(0, MAX_QUESTION),
      ...{ locale: language, audience: "customers" as const, limit: 1, record: record && !dialogue.isDraft },
      conversationId: turn.conversation.id,
    });
  const question = turn.text.replace(PREAMBLE, "");
  const last = lastQuestion(question);
  // What was said before the question may lead astray.
  const narrow = last === null ? null : await search(last, false);
  const found = narrow?.isConfident ? narrow : await search(question, isShops);
  const [hit] = found.data;
  if (!hit || !found.isConfident) return null;
  const { title, passage, articleId } = hit;
  return {
    text: knowledgeText(language, { passage, title }),
    sources: [{ type: "article", id: articleId, label: title }],
  };
}

/** A question of rules is looked for among the rules: "how many days do I have?" names none. */
function topicOf({ turn, words, memory }: Dialogue): string[] {
  const { intent } = turn.understanding;
  const isOfReturns = intent.id === "return_policy" && intent.confidence >= SURE;
  // Whoever pays the postage after a return asks of that parcel.
  const inHand = memory.tasks?.at(-1)?.id ?? memory.told;
  const isOfParcel =
    (intent.id === "shipping_fee" || intent.id === "return_shipping") &&
    (inHand === "return_goods" || inHand === "exchange_goods");
  const isImagined = isHypothetical(turn.text) && !asksWhenMoneyComes(turn.text);
  return isOfReturns || isOfParcel || isImagined ? [words("topic.returns")] : [];
}

/** The last question of several sentences; null where there is none, or one sentence alone. */
function lastQuestion(text: string): string | null {
  const parts = text
    .split(/(?<=[.。!！?？;；\n])\s*|(?<=\p{Script=Han})[,，]\s*/u)
    .filter((part) => /\p{L}{3}/u.test(part));
  const last = parts.findLast(asksSomething);
  return parts.length > 1 && last ? last.replace(PREAMBLE, "") : null;
}

/** What people say before they come to the question. */
const PREAMBLE =
  /^(?:(?:[谢謝][谢謝啦了您你]*|另外|顺便|順便|对了|對了|哦+|啊+|还有|還有|请问|請問|我?想[问問](?:一下|下)?|[问問](?:一下|下)|再[问問](?:一下|下)?|by the way|btw|oh|also|and|so|hey|hi|thanks|por cierto|oye|ah|y|además|adem[aá]s|hola|gracias|una pregunta|quick question)(?![a-záéíóúñ])[\s,，~～。.!！:：]*)+/iu;

/** An article's piece as an answer, with where it is from. */
export function knowledgeText(language: Language, hit: { passage: string; title: string }): string {
  return botWords(language)("knowledge.answer", hit);
}

/** As much as a search reads. */
const MAX_QUESTION = 500;
