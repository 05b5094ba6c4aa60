import { languageModels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { encryptSecret } from "@/lib/platform/auth/credentials";
import { CLOSED } from "@/lib/platform/resilience/circuit";
import { readLanguageModel } from "./get-language-model";
import { type ModelRow, readModel } from "./read-model";
import { type LanguageModelDto, type SetLanguageModelInput, setLanguageModelInput } from "./schemas";

/**
 * Sets up the shop's language model, or changes it. It is asked from the next message on; its circuit is closed again.
 * @throws AppError `invalid_input` where the address changes and the stored key would go to another host with it.
 */
export async function setLanguageModel(ctx: Context, raw: SetLanguageModelInput): Promise<LanguageModelDto> {
  requirePermission(ctx, "settings:write");
  const { apiKey, tasks, ...input } = parseInput(setLanguageModelInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const before = await readModel(tx, ctx);
    const keySealed = sealKey(before, input.baseUrl, apiKey);
    const { actor } = ctx;
    const stored = {
      ...input,
      keySealed,
      mayPhrase: tasks.phrase,
      maySummarise: tasks.summarise,
      mayTranslate: tasks.translate,
      ...CLOSED,
      updatedBy: "name" in actor ? actor.name : actor.type,
      updatedAt: ctx.now(),
    };
    await tx
      .insert(languageModels)
      .values({ merchantId: ctx.merchantId, ...stored })
      .onConflictDoUpdate({ target: languageModels.merchantId, set: stored });
    await recordAudit(tx, ctx, {
      action: "language_model.updated",
      subject: { type: "language_model", id: ctx.merchantId },
      // That a key was entered, and never which.
      details: { ...input, tasks, keyChanged: keySealed !== (before?.keySealed ?? null) },
    });
    return readLanguageModel(tx, ctx);
  });
}

function sealKey(before: ModelRow | null, baseUrl: string, apiKey: string | null | undefined): string | null {
  if (apiKey === null) return null;
  if (apiKey) return encryptSecret(apiKey, "model-keys");
  const kept = before?.keySealed ?? null;
  if (kept !== null && new URL(before!.baseUrl).origin !== new URL(baseUrl).origin) {
    const message = "The address leads to another host. Enter the key for it, or remove the stored one.";
    throw new AppError("invalid_input", message, { issues: [{ path: "apiKey", message }] });
  }
  return kept;
}
