import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { askModel } from "./ask-model";
import type { ModelTestDto } from "./schemas";

const TEST_DEADLINE_MS = 15_000;

/** Asks the shop's language model something small. That it does not answer is an answer, not an error. */
export async function testLanguageModel(ctx: Context): Promise<ModelTestDto> {
  requirePermission(ctx, "settings:write");
  const startedAt = performance.now();
  const prompt = { system: "Answer with one word.", prompt: "Say: ready", maxOutputTokens: 200 };
  const answer = await askModel(ctx, "test", prompt, TEST_DEADLINE_MS);
  const latencyMs = Math.round(performance.now() - startedAt);
  const isWorking = answer.is === "answered";
  await inTenant(ctx, ({ tx, ctx }) =>
    recordAudit(tx, ctx, {
      action: "language_model.tested",
      subject: { type: "language_model", id: ctx.merchantId },
      details: { isWorking },
    }),
  );
  return {
    isWorking,
    latencyMs,
    code: isWorking ? null : answer.code,
    reason: isWorking ? null : answer.reason,
  };
}
