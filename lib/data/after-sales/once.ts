import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";

/** SHA-256 of what was asked; its fields come in the order of the schema that parsed it. */
export function fingerprint(asked: unknown): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

export function keyReused(): AppError {
  return new AppError(
    "idempotency_key_reused",
    "This requestKey was used for another request. Make a new one for a new wish.",
  );
}

/** @throws AppError `not_found` for a conversation that this shop does not have. */
export async function requireConversation(
  tx: Transaction,
  ctx: Context,
  id: string | undefined,
): Promise<void> {
  if (!id) return;
  const found = await tx.execute(
    sql`SELECT 1 FROM conversations WHERE merchant_id = ${ctx.merchantId} AND id = ${id}`,
  );
  if (found.length === 0) throw notFound("conversation");
}
