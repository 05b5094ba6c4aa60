import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { ERASED_TEXT } from "@/lib/data/customers";
import { hasContent } from "@/lib/intelligence/text";
import { knownIntents } from "./internal";

/** A text with the intent that a person gave it. */
export interface TaughtText {
  text: string;
  label: string;
  kind: "correction" | "confirmation" | "example";
}

/** Bounds time and memory of a training; the oldest words of people are left out first. */
const MAX_MESSAGES = 4_000;

/** All that the shop has taught and that still holds: intents put aside and erased messages teach nothing. */
export async function collectTaught(tx: Transaction, ctx: Context): Promise<TaughtText[]> {
  const { merchantId } = ctx;
  const { base, own } = await knownIntents(tx, ctx);
  const known = new Set([...base, ...own]);
  const words = await tx.execute<{ text: string; label: string; confirms: boolean }>(sql`
    SELECT m.text, c.intent AS label, c.intent IS NOT DISTINCT FROM c.predicted_intent AS confirms
    FROM intent_corrections c JOIN messages m ON m.merchant_id = c.merchant_id AND m.id = c.message_id
    WHERE c.merchant_id = ${merchantId} AND m.text <> ${ERASED_TEXT}
    ORDER BY c.updated_at DESC, c.message_id LIMIT ${MAX_MESSAGES}`);
  const examples = await tx.execute<{ text: string; label: string }>(sql`
    SELECT text, intent_id AS label FROM intent_examples WHERE merchant_id = ${merchantId} ORDER BY id`);
  const taught: TaughtText[] = [
    ...[...words].map(({ text, label, confirms }) => ({
      text,
      label,
      kind: confirms ? ("confirmation" as const) : ("correction" as const),
    })),
    ...[...examples].map(({ text, label }) => ({ text, label, kind: "example" as const })),
  ];
  return taught.filter(({ text, label }) => known.has(label) && hasContent(text));
}
