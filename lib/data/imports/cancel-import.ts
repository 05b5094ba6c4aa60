import { and, eq, inArray } from "drizzle-orm";
import { imports, merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { toImportDto } from "./internal";
import { type ImportDto, type ImportIdInput, importIdInput } from "./schemas";
import { removeFile } from "./stored-file";

/**
 * Cancels an import that has not ended. One that is running notices within a second and rolls back whole.
 * @throws AppError `conflict` when it has ended already
 */
export async function cancelImport(ctx: Context, raw: ImportIdInput): Promise<ImportDto> {
  requirePermission(ctx, "imports:write");
  const { id } = parseInput(importIdInput, raw);
  const { dto, storedPath } = await inTenant(ctx, async ({ tx, ctx }) => {
    const isThis = and(eq(imports.merchantId, ctx.merchantId), eq(imports.id, id));
    const [before] = await tx.select().from(imports).where(isThis).for("update");
    if (!before) throw notFound("import");
    const [row] = await tx
      .update(imports)
      .set({ status: "cancelled", finishedAt: ctx.now(), error: null, storedPath: null })
      .where(and(isThis, inArray(imports.status, ["queued", "running"])))
      .returning();
    if (!row) {
      throw new AppError("conflict", `This import has ended (${before.status}) and cannot be cancelled.`);
    }
    await recordAudit(tx, ctx, { action: "import.cancelled", subject: { type: "import", id } });
    const [shop] = await tx
      .select({ currency: merchants.baseCurrency })
      .from(merchants)
      .where(eq(merchants.id, ctx.merchantId));
    return { dto: toImportDto(row, shop!.currency), storedPath: before.storedPath };
  });
  if (storedPath) await removeFile(storedPath);
  return dto;
}
