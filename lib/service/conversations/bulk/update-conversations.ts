import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { countMacroRuns } from "@/lib/service/macros";
import type { ConversationRow } from "../internal";
import { prepareAct } from "./prepare-act";
import { toRefusal } from "./refusal";
import {
  type ActResultDto,
  type BulkResultDto,
  type UpdateConversationsInput,
  updateConversationsInput,
} from "./schemas";
import { keepForUndo, lockConversations, readStandings, type Standing } from "./standing";

/**
 * Does one thing to many conversations, in one commit. Each is changed, stands so already, or is refused with its
 * reason; a refusal leaves the others alone.
 * @throws AppError `not_found` for a label, member or macro that is not there; then nothing is done.
 */
export async function updateConversations(
  ctx: Context,
  raw: UpdateConversationsInput,
): Promise<BulkResultDto> {
  requirePermission(ctx, "conversations:write");
  const { ids, act } = parseInput(updateConversationsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await lockConversations(tx, ctx, ids);
    const { perform, isReversible, macroId } = await prepareAct(tx, ctx, act);
    const before = isReversible
      ? await readStandings(tx, ctx, [...rows.values()])
      : new Map<string, Standing>();
    const results: ActResultDto[] = [];
    for (const id of ids) results.push(await tryOne(id, rows.get(id), perform));
    const changed = idsOf(results, "changed");
    if (changed.length === 0) return { results, undoId: null };
    if (macroId) await countMacroRuns(tx, ctx, macroId, changed.length);
    const standings = changed.flatMap((id) => before.get(id) ?? []);
    const actId = newId();
    if (standings.length > 0) await keepForUndo(tx, ctx, actId, standings);
    await recordAudit(tx, ctx, {
      action: "conversations.changed",
      subject: { type: "conversation_act", id: actId },
      details: { act, changed, refused: idsOf(results, "refused").length },
    });
    return { results, undoId: standings.length > 0 ? actId : null };
  });
}

async function tryOne(
  id: string,
  row: ConversationRow | undefined,
  perform: (row: ConversationRow) => Promise<boolean>,
): Promise<ActResultDto> {
  try {
    if (!row) throw notFound("conversation");
    return { id, status: (await perform(row)) ? "changed" : "unchanged" };
  } catch (error) {
    return { id, status: "refused", error: toRefusal(error) };
  }
}

function idsOf(results: readonly ActResultDto[], wanted: ActResultDto["status"]): string[] {
  return results.filter(({ status }) => status === wanted).map(({ id }) => id);
}
