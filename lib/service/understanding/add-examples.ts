import { and, count, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { intentExamples, merchantIntents } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { hasContent, normalizeText } from "@/lib/intelligence/text";
import { recordAudit } from "@/lib/platform/audit";
import { lockTeaching } from "./internal";
import { readIntent } from "./list-intents";
import { openAutomaticRun } from "./open-run";
import {
  type AddExamplesInput,
  type AddedExamplesDto,
  addExamplesInput,
  MAX_EXAMPLE_LENGTH,
  MAX_EXAMPLES,
} from "./schemas";

type Result = AddedExamplesDto["results"][number];
type Refusal = NonNullable<Result["error"]>;

/**
 * Adds examples of what customers write to one of the shop's own intents, each judged by itself: an empty or too
 * long one, one that stands there already or under another intent, and those beyond the limit are turned away.
 */
export async function addExamples(ctx: Context, raw: AddExamplesInput): Promise<AddedExamplesDto> {
  requirePermission(ctx, "understanding:manage");
  const { id, texts } = parseInput(addExamplesInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    const intent = await readIntent(tx, ctx, id);
    if (intent.archivedAt) {
      throw new AppError("conflict", `The intent “${id}” is archived. Take it back before you add examples.`);
    }
    const keys = texts.map((text) => exampleKey(text));
    const taken = await findTaken(tx, ctx, keys);
    let room = MAX_EXAMPLES - (await countExamples(tx, ctx, id));
    const rows: (typeof intentExamples.$inferInsert)[] = [];
    const results = texts.map((text, index): Result => {
      const key = keys[index]!;
      const error = refusalOf(text, taken.get(key), id, room);
      if (error) return { index, status: "rejected", error };
      const exampleId = newId();
      taken.set(key, id);
      room -= 1;
      const { merchantId } = ctx;
      rows.push({
        merchantId,
        id: exampleId,
        intentId: id,
        text: text.trim(),
        textKey: key,
        createdAt: ctx.now(),
      });
      return { index, status: "created", id: exampleId };
    });
    if (rows.length > 0) {
      await tx.insert(intentExamples).values(rows);
      await recordAudit(tx, ctx, {
        action: "intent_examples.added",
        subject: { type: "intent", id },
        details: { added: rows.length, rejected: texts.length - rows.length },
      });
      await openAutomaticRun(tx, ctx);
    }
    return { added: rows.length, results, intent: await readIntent(tx, ctx, id) };
  });
}

/** What two examples of the same words have in common: as the model reads them. */
export function exampleKey(text: string): string {
  return normalizeText(text);
}

function refusalOf(text: string, takenBy: string | undefined, id: string, room: number): Refusal | null {
  if (text.includes("\0") || !text.isWellFormed()) {
    return { code: "invalid_item", message: "This text holds a character that cannot be stored." };
  }
  if (text.trim().length > MAX_EXAMPLE_LENGTH) {
    const message = `An example has at most ${MAX_EXAMPLE_LENGTH} characters. Keep what matters of it.`;
    return { code: "invalid_item", message };
  }
  if (!hasContent(text)) return { code: "invalid_item", message: "There are no words in this example." };
  if (takenBy === id) return { code: "duplicate", message: "This example is there already." };
  if (takenBy) {
    const message = `The same words stand under “${takenBy}”. Remove them there first, or leave them out here.`;
    return { code: "other_intent", message };
  }
  if (room > 0) return null;
  return {
    code: "too_many",
    message: `An intent holds at most ${MAX_EXAMPLES} examples. Remove some first.`,
  };
}

/** Which intent in use has an example of these words, by key. */
async function findTaken(tx: Transaction, ctx: Context, keys: string[]): Promise<Map<string, string>> {
  const usable = keys.filter((key) => key.isWellFormed() && !key.includes("\0"));
  if (usable.length === 0) return new Map();
  const rows = await tx
    .select({ key: intentExamples.textKey, intentId: intentExamples.intentId })
    .from(intentExamples)
    .innerJoin(
      merchantIntents,
      and(
        eq(merchantIntents.merchantId, intentExamples.merchantId),
        eq(merchantIntents.id, intentExamples.intentId),
        isNull(merchantIntents.archivedAt),
      ),
    )
    .where(and(eq(intentExamples.merchantId, ctx.merchantId), inArray(intentExamples.textKey, usable)));
  return new Map(rows.map(({ key, intentId }) => [key, intentId]));
}

async function countExamples(tx: Transaction, ctx: Context, id: string): Promise<number> {
  const [row] = await tx
    .select({ value: count() })
    .from(intentExamples)
    .where(and(eq(intentExamples.merchantId, ctx.merchantId), eq(intentExamples.intentId, id)));
  return row!.value;
}
