import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchantIntents } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { readTextModelCard } from "@/lib/platform/models/text-model";

/** Who acts, as rows keep it for later readers. */
export function actorName(ctx: Context): string {
  return ctx.actor.type === "customer" ? "customer" : ctx.actor.name;
}

/** Changes of what a shop teaches take turns, so that limits and duplicates are judged on what is really there. */
export async function lockTeaching(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`teaching:${ctx.merchantId}`}, 0))`);
}

/** Intents that a message can have in this shop: the model's, and the shop's own that are not put aside. */
export async function knownIntents(
  tx: Transaction,
  ctx: Context,
): Promise<{ base: string[]; own: string[] }> {
  const rows = await tx
    .select({ id: merchantIntents.id })
    .from(merchantIntents)
    .where(and(eq(merchantIntents.merchantId, ctx.merchantId), isNull(merchantIntents.archivedAt)))
    .orderBy(asc(merchantIntents.id));
  const { intents } = await readTextModelCard();
  return { base: [...intents], own: rows.map(({ id }) => id) };
}

/** @throws AppError `invalid_input` for an intent that this shop does not have. */
export async function requireIntent(tx: Transaction, ctx: Context, intent: string): Promise<void> {
  const { base, own } = await knownIntents(tx, ctx);
  if (base.includes(intent) || own.includes(intent)) return;
  throw new AppError(
    "invalid_input",
    `There is no intent “${intent}”. Choose one of the list, or create it first among the shop's own intents.`,
    { issues: [{ path: "intent", message: "There is no such intent." }] },
  );
}
