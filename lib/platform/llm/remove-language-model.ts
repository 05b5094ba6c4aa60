import { eq } from "drizzle-orm";
import { languageModels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { readLanguageModel } from "./get-language-model";
import type { LanguageModelDto } from "./schemas";

/** Takes the shop's language model away, with its key. What it used stays counted. */
export async function removeLanguageModel(ctx: Context): Promise<LanguageModelDto> {
  requirePermission(ctx, "settings:write");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const removed = await tx
      .delete(languageModels)
      .where(eq(languageModels.merchantId, ctx.merchantId))
      .returning({ model: languageModels.model });
    if (removed.length > 0) {
      await recordAudit(tx, ctx, {
        action: "language_model.removed",
        subject: { type: "language_model", id: ctx.merchantId },
      });
    }
    return readLanguageModel(tx, ctx);
  });
}
