import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import {
  confidenceOf,
  findShopConcepts,
  LEAST_CONFIDENCE,
  type SearchText,
  scoreEvidence,
  softenIntents,
  weighDocuments,
} from "@/lib/intelligence/retrieval";
import { detectLanguage } from "@/lib/intelligence/text";
import { encodeTexts } from "@/lib/platform/models/encode-texts";
import { type IndexedPiece, type KnowledgeIndex, readKnowledgeIndex } from "./knowledge-index";
import { readTerms } from "./passages";
import { recordQuestion } from "./record-question";
import {
  type ArticleLanguage,
  type KnowledgeHitDto,
  type KnowledgeSearchDto,
  type SearchKnowledgeInput,
  searchKnowledgeInput,
} from "./schemas";

const HAS_WORDS = /[\p{L}\p{N}]/u;

interface Hit {
  piece: IndexedPiece;
  score: number;
}

/**
 * Articles that answer a question, best first, each with its best piece and how probable it is that it answers. Read
 * are published versions that are valid now and meant for the audience. A question finds articles in other languages;
 * of an article's translations the one in the reader's language is shown. With `record`, a question without a sure
 * answer is kept for the shop to answer.
 */
export async function searchKnowledge(ctx: Context, raw: SearchKnowledgeInput): Promise<KnowledgeSearchDto> {
  requirePermission(ctx, "knowledge:read");
  const input = parseInput(searchKnowledgeInput, raw);
  const { language } = detectLanguage(input.q);
  const [encoded] = await encodeTexts([input.q]);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [index, [terms]] = await Promise.all([readKnowledgeIndex(tx, ctx), readTerms(tx, [input.q], null)]);
    const query: SearchText = {
      terms: terms!,
      concepts: findShopConcepts(input.q),
      embedding: encoded!.embedding,
      intents: softenIntents(encoded!.logits),
    };
    const now = ctx.now();
    const mayRead = ({ audience, validFrom, validUntil }: IndexedPiece) =>
      (input.audience === "agents" || audience === "customers") &&
      (validFrom === null || validFrom <= now) &&
      (validUntil === null || now < validUntil);
    const locale = input.locale ?? (language === "other" ? undefined : language);
    const hits = HAS_WORDS.test(input.q) ? rank(index, query, mayRead, locale) : [];
    const data = hits.slice(0, input.limit).map(toHitDto);
    const isConfident = (data[0]?.confidence ?? 0) >= LEAST_CONFIDENCE;
    if (input.record && !isConfident && HAS_WORDS.test(input.q))
      await recordQuestion(ctx, { text: input.q, conversationId: input.conversationId });
    return { data, isConfident, language };
  });
}

/** One hit an article, its translations counted as one: the score of the best piece of any of them. */
function rank(
  index: KnowledgeIndex,
  query: SearchText,
  mayRead: (piece: IndexedPiece) => boolean,
  locale: ArticleLanguage | undefined,
): Hit[] {
  const groups = new Map<string, Hit[]>();
  weighDocuments(index.search, query).forEach((evidence, at) => {
    const piece = index.pieces[at]!;
    if (!mayRead(piece)) return;
    const hits = groups.get(piece.groupId) ?? [];
    hits.push({ piece, score: scoreEvidence(evidence) });
    groups.set(piece.groupId, hits);
  });
  return [...groups.values()].map((hits) => bestOf(hits, locale)).sort((a, b) => b.score - a.score);
}

function bestOf(hits: readonly Hit[], locale: ArticleLanguage | undefined): Hit {
  const best = (of: readonly Hit[]) => of.reduce((one, other) => (other.score > one.score ? other : one));
  const inLocale = hits.filter(({ piece }) => piece.language === locale);
  return { piece: best(inLocale.length > 0 ? inLocale : hits).piece, score: best(hits).score };
}

function toHitDto({ piece, score }: Hit): KnowledgeHitDto {
  return {
    articleId: piece.articleId,
    version: piece.version,
    language: piece.language,
    title: piece.title,
    passage: piece.text,
    heading: piece.heading,
    confidence: Math.round(confidenceOf(score) * 1000) / 1000,
  };
}
