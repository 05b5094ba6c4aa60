import { and, eq, inArray } from "drizzle-orm";
import { intentExamples } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockTeaching } from "./internal";
import { readIntent } from "./list-intents";
import { type MerchantIntentDto, type RemoveExamplesInput, removeExamplesInput } from "./schemas";

/** Takes examples away from an intent; those that are not there any more are passed over. */
export async function removeExamples(ctx: Context, raw: RemoveExamplesInput): Promise<MerchantIntentDto> {
  requirePermission(ctx, "understanding:manage");
  const { id, exampleIds } = parseInput(removeExamplesInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    await readIntent(tx, ctx, id);
    const gone = await tx
      .delete(intentExamples)
      .where(
        and(
          eq(intentExamples.merchantId, ctx.merchantId),
          eq(intentExamples.intentId, id),
          inArray(intentExamples.id, exampleIds),
        ),
      )
      .returning({ id: intentExamples.id });
    if (gone.length > 0) {
      await recordAudit(tx, ctx, {
        action: "intent_examples.removed",
        subject: { type: "intent", id },
        details: { removed: gone.length },
      });
    }
    return readIntent(tx, ctx, id);
  });
}
