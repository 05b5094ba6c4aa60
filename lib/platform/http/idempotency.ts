import { and, eq, isNull, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { toProblem } from "./problem";

export interface IdempotentRequest {
  credentialId: string;
  route: string;
  key: string;
  bodySha256: string;
}

export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** A first request that has not answered for this long died with its process; the key is free again. */
const ABANDONED_AFTER_MINUTES = 10;

/**
 * Runs `work` once per key (24 hours, per credential and route) and gives repeats the stored answer.
 * Answers of 429 and 5xx are not stored: a retry is what they ask for.
 * @param redact blanks secrets in what is stored.
 * @throws AppError `idempotency_key_reused` or `idempotency_in_progress`.
 */
export async function once(
  ctx: Context,
  request: IdempotentRequest,
  work: () => Promise<StoredAnswer>,
  redact: (body: unknown) => unknown = (body) => body,
): Promise<StoredAnswer> {
  const stored = await reserve(ctx, request);
  if (stored) return stored;
  try {
    const answer = await work();
    await settle(ctx, request, { status: answer.status, body: redact(answer.body) });
    return answer;
  } catch (error) {
    const isFinal = error instanceof AppError && error.status < 500 && error.status !== 429;
    if (isFinal) await settle(ctx, request, { status: error.status, body: toProblem(error, ctx.requestId) });
    else await release(ctx, request);
    throw error;
  }
}

function matching(ctx: Context, request: IdempotentRequest) {
  return and(
    eq(idempotencyKeys.merchantId, ctx.merchantId),
    eq(idempotencyKeys.credentialId, request.credentialId),
    eq(idempotencyKeys.route, request.route),
    eq(idempotencyKeys.key, request.key),
  );
}

/** Takes the key, or returns the answer that it already has. */
function reserve(ctx: Context, request: IdempotentRequest): Promise<StoredAnswer | null> {
  return inTenant(ctx, async ({ tx }) => {
    const { merchantId, credentialId, route, key, createdAt, responseStatus } = idempotencyKeys;
    const [taken] = await tx
      .insert(idempotencyKeys)
      .values({ merchantId: ctx.merchantId, ...request })
      .onConflictDoUpdate({
        target: [merchantId, credentialId, route, key],
        set: {
          bodySha256: request.bodySha256,
          responseStatus: null,
          responseBody: null,
          createdAt: sql`now()`,
        },
        setWhere: sql`${createdAt} < now() - CASE
          WHEN ${responseStatus} IS NULL THEN make_interval(mins => ${ABANDONED_AFTER_MINUTES})
          ELSE interval '24 hours' END`,
      })
      .returning({ key });
    if (taken) return null;
    const [row] = await tx.select().from(idempotencyKeys).where(matching(ctx, request));
    if (row && row.bodySha256 !== request.bodySha256) {
      throw new AppError(
        "idempotency_key_reused",
        "This Idempotency-Key was used with another body. Use a new key.",
      );
    }
    if (row?.responseStatus == null) {
      throw new AppError(
        "idempotency_in_progress",
        "The first request with this key is still running. Try again soon.",
        {
          retryAfterSeconds: 1,
        },
      );
    }
    return { status: row.responseStatus, body: row.responseBody };
  });
}

function settle(ctx: Context, request: IdempotentRequest, answer: StoredAnswer): Promise<void> {
  return inTenant(ctx, async ({ tx }) => {
    await tx
      .update(idempotencyKeys)
      .set({ responseStatus: answer.status, responseBody: answer.body })
      .where(matching(ctx, request));
  });
}

function release(ctx: Context, request: IdempotentRequest): Promise<void> {
  return inTenant(ctx, async ({ tx }) => {
    await tx
      .delete(idempotencyKeys)
      .where(and(matching(ctx, request), isNull(idempotencyKeys.responseStatus)));
  });
}
