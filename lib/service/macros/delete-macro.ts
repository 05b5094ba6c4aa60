import { and, eq } from "drizzle-orm";
import { macros } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockMacro, requireWriting } from "./internal";
import { macroIdInput } from "./schemas";

/** Deletes a macro for good. What it has done stays done. */
export async function deleteMacro(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(macroIdInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const macro = await lockMacro(tx, ctx, id);
    requireWriting(ctx, macro.ownerId !== null);
    await tx.delete(macros).where(and(eq(macros.merchantId, ctx.merchantId), eq(macros.id, id)));
    await recordAudit(tx, ctx, {
      action: "macro.deleted",
      subject: { type: "macro", id },
      details: { name: macro.name },
    });
  });
}
