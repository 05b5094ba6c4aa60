import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { countMacroRuns, findMacro } from "@/lib/service/macros";
import { isReversible } from "@/lib/service/macros/schemas";
import { keepForUndo, lockConversations, readStandings } from "../bulk/standing";
import { getConversation } from "../queries";
import { runSteps } from "./run-steps";
import type { MacroRunDto } from "./schemas";
import { type RunMacroInput, runMacroInput } from "./schemas";

/**
 * Runs a macro on a conversation, all of it or nothing.
 * @throws AppError of the step that cannot be done, with its number in `details.step`: `conversation_owned_by_bot` for
 * a reply while the bot answers, `not_possible` for a variable without a value, `conflict` for a colleague's
 * conversation, `not_found` for a label or member that is gone.
 */
export async function runMacro(ctx: Context, raw: RunMacroInput): Promise<MacroRunDto> {
  requirePermission(ctx, "conversations:write");
  const { conversationId: id, macroId } = parseInput(runMacroInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = (await lockConversations(tx, ctx, [id])).get(id);
    if (!conversation) throw notFound("conversation");
    const macro = await findMacro(tx, ctx, macroId);
    const before = await readStandings(tx, ctx, [conversation]);
    await runSteps(tx, ctx, conversation, macro);
    await countMacroRuns(tx, ctx, macro.id, 1);
    const undoId = isReversible(macro.steps) ? newId() : null;
    if (undoId) await keepForUndo(tx, ctx, undoId, [...before.values()]);
    await recordAudit(tx, ctx, {
      action: "macro.run",
      subject: { type: "conversation", id },
      details: { macroId, name: macro.name },
    });
    return { conversation: await getConversation(ctx, { id }), undoId };
  });
}
