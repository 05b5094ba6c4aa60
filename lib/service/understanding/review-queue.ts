import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { ERASED_TEXT } from "@/lib/data/customers";
import { afterCursor, orderBy, type SortOrder, toIso } from "@/lib/data/records";
import { OUT_OF_SCOPE } from "@/lib/intelligence/text";
import { readTextModelCard } from "@/lib/platform/models/text-model";
import { REVIEW_REASONS, type ReviewItemDto, type ReviewQueueInput, reviewQueueInput } from "./schemas";

/** Less than this between the two best, and it could as well have been the other. */
const SMALL_MARGIN = 0.15;
/** Ratings up to it say that the customer was not served. */
const NEGATIVE_RATING = 2;
/** Older messages say little about what customers write today. */
const DAYS = 90;
/** Confidences as whole numbers, for the cursor. */
const MILLIARD = 1_000_000_000;

type Reason = (typeof REVIEW_REASONS)[number];

interface ReviewRow extends Record<string, unknown> {
  id: string;
  conversation_id: string;
  customer_name: string | null;
  text: string;
  language: string | null;
  intent: string;
  confidence: string;
  confidence_key: string;
  alternatives: { id: string; confidence: number }[] | null;
  sentiment: string | null;
  created_at: string;
  low_confidence: boolean;
  small_margin: boolean;
  out_of_scope: boolean;
  negative_rating: boolean;
}

/** Customer messages of the last 90 days that a person should look at and none has, the newest or least certain first. */
export async function listReviewQueue(
  ctx: Context,
  raw: ReviewQueueInput = {},
): Promise<Page<ReviewItemDto>> {
  requirePermission(ctx, "understanding:read");
  requirePermission(ctx, "conversations:read");
  const input = parseInput(reviewQueueInput, raw);
  const { lowConfidence } = await readTextModelCard();
  const order = input.sort === "newest" ? NEWEST : LEAST_CERTAIN;
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx.execute<ReviewRow>(sql`
      SELECT q.*, cu.name AS customer_name FROM (${candidates(ctx, lowConfidence, input)}) q
      LEFT JOIN customers cu ON cu.merchant_id = ${ctx.merchantId} AND cu.id = q.customer_id
      WHERE ${whyReviewed(input.reason)} AND ${afterCursor(order, decodeCursor(input.cursor))}
      ORDER BY ${orderBy(order)} LIMIT ${input.limit + 1}`);
    const position = (row: ReviewRow) =>
      input.sort === "newest" ? toIso(row.created_at) : String(row.confidence_key);
    return toPage([...rows], input.limit, toItem, (row) => ({ value: position(row), id: row.id }));
  });
}

/** How many messages wait, as far as it matters to a reader. */
const COUNTED = 1_000;

/** Messages that wait for review, counted up to `COUNTED`. */
export async function countWaiting(
  tx: Transaction,
  ctx: Context,
): Promise<{ count: number; isMore: boolean }> {
  const { lowConfidence } = await readTextModelCard();
  const [row] = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM (${candidates(ctx, lowConfidence)}) q WHERE ${whyReviewed(undefined)} LIMIT ${COUNTED + 1}) waiting`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNTED), isMore: count > COUNTED };
}

/** Understood messages of the last 90 days on which nobody has had a word, with what could be a reason to look. */
function candidates(
  ctx: Context,
  lowConfidence: number,
  filters: { language?: string | undefined; intent?: string | undefined } = {},
): SQL {
  const since = new Date(ctx.now().getTime() - DAYS * 86_400_000).toISOString();
  return sql`
    SELECT m.id, m.conversation_id, c.customer_id, m.text, m.language, m.intent, m.confidence, m.alternatives,
      m.sentiment, m.created_at, round(m.confidence * ${MILLIARD})::bigint AS confidence_key,
      m.confidence < ${lowConfidence} AS low_confidence,
      coalesce(m.margin < ${SMALL_MARGIN}, false) AS small_margin,
      m.intent = ${OUT_OF_SCOPE} AS out_of_scope,
      coalesce(c.rating <= ${NEGATIVE_RATING}, false) AS negative_rating
    FROM messages m
    JOIN conversations c ON c.merchant_id = m.merchant_id AND c.id = m.conversation_id
    WHERE m.merchant_id = ${ctx.merchantId} AND m.author = 'customer' AND m.created_at >= ${since}::timestamptz
      AND m.intent IS NOT NULL AND m.confidence > 0 AND m.text <> ${ERASED_TEXT}
      AND NOT EXISTS (SELECT FROM intent_corrections ic
        WHERE ic.merchant_id = m.merchant_id AND ic.message_id = m.id)
      ${filters.language ? sql`AND m.language = ${filters.language}` : sql``}
      ${filters.intent ? sql`AND m.intent = ${filters.intent}` : sql``}`;
}

const NEWEST: SortOrder = {
  value: sql.raw("q.created_at"),
  type: "timestamptz",
  id: sql.raw("q.id"),
  descending: true,
};
const LEAST_CERTAIN: SortOrder = {
  value: sql.raw("q.confidence_key"),
  type: "bigint",
  id: sql.raw("q.id"),
  descending: false,
};

function whyReviewed(reason: Reason | undefined): SQL {
  // The names are our own constants.
  return sql.raw(`(${(reason ? [reason] : REVIEW_REASONS).map((name) => `q.${name}`).join(" OR ")})`);
}

function toItem(row: ReviewRow): ReviewItemDto {
  return {
    messageId: row.id,
    conversationId: row.conversation_id,
    customerName: row.customer_name,
    text: row.text,
    language: row.language,
    intent: row.intent,
    confidence: Number(row.confidence),
    alternatives: row.alternatives ?? [],
    sentiment: row.sentiment === null ? null : Number(row.sentiment),
    reasons: REVIEW_REASONS.filter((reason) => row[reason]),
    createdAt: toIso(row.created_at),
  };
}
