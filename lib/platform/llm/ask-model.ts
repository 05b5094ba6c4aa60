import { eq } from "drizzle-orm";
import { languageModels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { admit, afterFailure, CLOSED } from "@/lib/platform/resilience/circuit";
import { callEndpoint, type EndpointAnswer, type Prompt } from "./call-endpoint";
import { countUsage, readTokensToday } from "./count-usage";
import { inTurn } from "./limit-concurrency";
import { isAllowed, type ModelRow, openKey, readModel } from "./read-model";
import type { ModelFailure, ModelTask } from "./schemas";

const ERRORS_KEPT = 10;

export type ModelAnswer =
  | { is: "answered"; text: string; model: string }
  | { is: "unavailable"; code: ModelFailure; reason: string };

const unavailable = (code: ModelFailure, reason: string): ModelAnswer => ({
  is: "unavailable",
  code,
  reason,
});

/**
 * Asks the shop's language model. Never throws for the model's sake: whoever asks has something else to fall back on.
 * It is asked outside of any transaction; what it used is counted in one of its own.
 * @param deadlineMs over everything, the wait for a turn included.
 */
export async function askModel(
  ctx: Context,
  task: ModelTask | "test",
  prompt: Prompt,
  deadlineMs: number,
): Promise<ModelAnswer> {
  if (ctx.tx) throw new Error("A language model is not waited for in an open transaction.");
  const endsAt = Date.now() + deadlineMs;
  const admitted = await admitQuestion(ctx, task);
  if ("is" in admitted) return admitted;
  const answer = await inTurn(ctx.merchantId, () => {
    const leftMs = endsAt - Date.now();
    if (leftMs <= 0) return Promise.resolve(null);
    return callEndpoint({ ...admitted, apiKey: openKey(admitted) }, prompt, leftMs);
  });
  if (!answer) return unavailable("busy", "The language model has too much to do at the moment.");
  await settleQuestion(ctx, task, answer);
  return answer.is === "answered"
    ? { is: "answered", text: answer.text, model: admitted.model }
    : unavailable(answer.code, answer.reason);
}

function admitQuestion(ctx: Context, task: ModelTask | "test"): Promise<ModelRow | ModelAnswer> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const row = await readModel(tx, ctx);
    if (!row)
      return unavailable("not_configured", "No language model is set up. An owner can do so under Settings.");
    // A test is asked by a person who wants to know, whatever the circuit and the switches say.
    if (task === "test") return row;
    if (!isAllowed(row, task))
      return unavailable(
        "not_allowed",
        "The shop's language model may not do this. An owner can allow it under Settings.",
      );
    const admission = admit(row, ctx.now());
    if (admission.is === "open")
      return unavailable(
        "circuit_open",
        "The language model failed several times in a row and is left alone for a while.",
      );
    if ((await readTokensToday(tx, ctx)) >= row.dailyTokens)
      return unavailable("budget_spent", "The language model's budget for today is used up.");
    if (admission.change)
      await tx
        .update(languageModels)
        .set(admission.change)
        .where(eq(languageModels.merchantId, ctx.merchantId));
    return row;
  });
}

function settleQuestion(ctx: Context, task: string, answer: EndpointAnswer): Promise<void> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const isAnswered = answer.is === "answered";
    await countUsage(tx, ctx, task, {
      calls: 1,
      ...(isAnswered ? answer : { failures: 1 }),
    });
    const mine = eq(languageModels.merchantId, ctx.merchantId);
    if (isAnswered) {
      await tx
        .update(languageModels)
        .set({ ...CLOSED, lastAnswerAt: ctx.now() })
        .where(mine);
      return;
    }
    const [row] = await tx.select().from(languageModels).where(mine).for("update");
    if (!row) return;
    const { code, reason } = answer;
    const error = { at: ctx.now().toISOString(), task, code, reason };
    await tx
      .update(languageModels)
      .set({
        ...afterFailure(row, ctx.now()),
        recentErrors: [error, ...row.recentErrors].slice(0, ERRORS_KEPT),
      })
      .where(mine);
  });
}
