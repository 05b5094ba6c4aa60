import { and, desc, eq } from "drizzle-orm";
import { olderThan } from "@/db/keyset";
import { imports, merchants, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toImportDto } from "./internal";
import {
  type ImportDto,
  type ImportIdInput,
  importIdInput,
  type ListImportsInput,
  listImportsInput,
} from "./schemas";

/** One import with its progress and, once it has ended, its summary. */
export async function getImport(ctx: Context, raw: ImportIdInput): Promise<ImportDto> {
  requirePermission(ctx, "imports:read");
  const { id } = parseInput(importIdInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ import: imports, currency: merchants.baseCurrency, createdBy: users.name })
      .from(imports)
      .innerJoin(merchants, eq(merchants.id, imports.merchantId))
      .leftJoin(users, eq(users.id, imports.createdByUserId))
      .where(and(eq(imports.merchantId, ctx.merchantId), eq(imports.id, id)));
    if (!row) throw notFound("import");
    return toImportDto(row.import, row.currency, row.createdBy);
  });
}

/** The shop's imports, newest first. */
export async function listImports(ctx: Context, raw: ListImportsInput = {}): Promise<Page<ImportDto>> {
  requirePermission(ctx, "imports:read");
  const { limit, cursor } = parseInput(listImportsInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ import: imports, currency: merchants.baseCurrency, createdBy: users.name })
      .from(imports)
      .innerJoin(merchants, eq(merchants.id, imports.merchantId))
      .leftJoin(users, eq(users.id, imports.createdByUserId))
      .where(
        and(
          eq(imports.merchantId, ctx.merchantId),
          olderThan(imports.createdAt, imports.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => toImportDto(row.import, row.currency, row.createdBy),
      (row) => ({ value: row.import.createdAt.toISOString(), id: row.import.id }),
    );
  });
}
