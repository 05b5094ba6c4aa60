import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activeHeads, headVersions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import {
  applyIntentHead,
  decodeIntentHead,
  headClasses,
  type IntentHead,
  type IntentReader,
  type TextModelCard,
} from "@/lib/intelligence/text";
import { modelKey, readTextModelCard } from "./text-model";

/** Decoded heads of this process, the latest used last; one takes some 130 KB. Versions never change. */
const decoded = new Map<string, IntentHead>();
const MAX_DECODED = 64;

/**
 * The reader of the shop's active head, or null where the shipped model reads. One lookup by primary key in the
 * caller's transaction says which version is active, so that an activation counts from the next message on in every
 * process; the head itself is read and decoded once per process.
 */
export async function readActiveReader(tx: Transaction, ctx: Context): Promise<IntentReader | null> {
  const [active] = await tx
    .select({
      id: headVersions.id,
      number: headVersions.number,
      model: headVersions.model,
      archived: sql<string[]>`coalesce((
        SELECT jsonb_agg(i.id) FROM merchant_intents i
        WHERE i.merchant_id = ${ctx.merchantId} AND i.archived_at IS NOT NULL), '[]')`,
    })
    .from(activeHeads)
    .innerJoin(
      headVersions,
      and(eq(headVersions.merchantId, activeHeads.merchantId), eq(headVersions.id, activeHeads.versionId)),
    )
    .where(eq(activeHeads.merchantId, ctx.merchantId));
  if (!active) return null;
  const card = await readTextModelCard();
  if (active.model !== modelKey(card)) return null;
  const head = await readHead(tx, ctx, active.id);
  return isHeadOf(card, head) ? headReader(card, head, active.number, active.archived) : null;
}

/** A version's head, decoded. */
export async function readHead(tx: Transaction, ctx: Context, id: string): Promise<IntentHead> {
  const known = decoded.get(id);
  if (known) decoded.delete(id);
  const head = known ?? (await selectHead(tx, ctx, id));
  decoded.set(id, head);
  for (const oldest of decoded.keys()) {
    if (decoded.size <= MAX_DECODED) break;
    decoded.delete(oldest);
  }
  return head;
}

/** Whether the head was trained over this model: its intents, in the same order. */
export function isHeadOf(card: TextModelCard, head: IntentHead): boolean {
  return (
    head.baseClasses.length === card.intents.length &&
    head.baseClasses.every((name, i) => name === card.intents[i])
  );
}

/** Reads with a head; intents put aside since it was trained get no probability. */
export function headReader(
  card: TextModelCard,
  head: IntentHead,
  version: number | null,
  archived: readonly string[] = [],
): IntentReader {
  const intents = headClasses(head);
  const silent = archived.map((name) => intents.indexOf(name)).filter((k) => k >= card.intents.length);
  return {
    version,
    intents,
    probabilities({ embedding, intentLogits }, language) {
      const temperature = card.temperatures[language];
      const logits = intentLogits.map((logit) => logit / temperature);
      const probabilities = applyIntentHead(head, { embedding, logits });
      if (silent.length === 0) return probabilities;
      const rest = 1 - silent.reduce((sum, k) => sum + probabilities[k]!, 0);
      for (const k of silent) probabilities[k] = 0;
      return probabilities.map((probability) => probability / Math.max(rest, Number.MIN_VALUE));
    },
  };
}

async function selectHead(tx: Transaction, ctx: Context, id: string): Promise<IntentHead> {
  const [row] = await tx
    .select({ head: headVersions.head })
    .from(headVersions)
    .where(and(eq(headVersions.merchantId, ctx.merchantId), eq(headVersions.id, id)));
  if (!row) throw new Error(`There is no head version ${id}.`);
  return decodeIntentHead(row.head);
}
