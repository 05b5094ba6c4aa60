import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { olderThan } from "@/db/keyset";
import { intentExamples, merchantIntents } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import {
  type IntentExampleDto,
  type ListExamplesInput,
  type ListIntentsInput,
  listExamplesInput,
  listIntentsInput,
  type MerchantIntentDto,
} from "./schemas";

/** The shop's own intents by id; they are few, so all come at once. */
export async function listIntents(
  ctx: Context,
  raw: ListIntentsInput = {},
): Promise<Page<MerchantIntentDto>> {
  requirePermission(ctx, "understanding:read");
  const { includeArchived } = parseInput(listIntentsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const data = await selectIntents(
      tx,
      ctx,
      includeArchived ? undefined : isNull(merchantIntents.archivedAt),
    );
    return { data, nextCursor: null };
  });
}

/** An intent's examples, newest first. */
export async function listExamples(ctx: Context, raw: ListExamplesInput): Promise<Page<IntentExampleDto>> {
  requirePermission(ctx, "understanding:read");
  const { id, limit, cursor } = parseInput(listExamplesInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await readIntent(tx, ctx, id);
    const rows = await tx
      .select()
      .from(intentExamples)
      .where(
        and(
          eq(intentExamples.merchantId, ctx.merchantId),
          eq(intentExamples.intentId, id),
          olderThan(intentExamples.createdAt, intentExamples.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(intentExamples.createdAt), desc(intentExamples.id))
      .limit(limit + 1);
    const instant = (row: { createdAt: Date }) => row.createdAt.toISOString();
    return toPage(
      rows,
      limit,
      (row) => ({ id: row.id, text: row.text, createdAt: instant(row) }),
      (row) => ({ value: instant(row), id: row.id }),
    );
  });
}

/** @throws AppError `not_found`. */
export async function readIntent(tx: Transaction, ctx: Context, id: string): Promise<MerchantIntentDto> {
  const [intent] = await selectIntents(tx, ctx, eq(merchantIntents.id, id));
  if (!intent) throw notFound("intent of this shop");
  return intent;
}

async function selectIntents(
  tx: Transaction,
  ctx: Context,
  condition: SQL | undefined,
): Promise<MerchantIntentDto[]> {
  const rows = await tx
    .select({
      intent: merchantIntents,
      // Written out: drizzle leaves the table out of a column's name where a query has only one.
      exampleCount: sql<number>`(SELECT count(*)::int FROM intent_examples e
        WHERE e.merchant_id = merchant_intents.merchant_id AND e.intent_id = merchant_intents.id)`,
      isLearnt: sql<boolean>`EXISTS (
        SELECT FROM active_heads a
        JOIN head_versions v ON v.merchant_id = a.merchant_id AND v.id = a.version_id
        WHERE a.merchant_id = merchant_intents.merchant_id AND merchant_intents.id = ANY(v.own_intents))`,
    })
    .from(merchantIntents)
    .where(and(eq(merchantIntents.merchantId, ctx.merchantId), condition))
    .orderBy(asc(merchantIntents.id));
  return rows.map(({ intent, exampleCount, isLearnt }) => ({
    id: intent.id,
    name: intent.name,
    description: intent.description,
    exampleCount,
    isLearnt,
    archivedAt: intent.archivedAt?.toISOString() ?? null,
    createdAt: intent.createdAt.toISOString(),
    updatedAt: intent.updatedAt.toISOString(),
  }));
}
