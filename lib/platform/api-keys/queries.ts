import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { olderThan } from "@/db/keyset";
import { apiKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, pageInput, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toApiKeyDto } from "./internal";
import type { ApiKeyDto } from "./schemas";

export async function listApiKeys(
  ctx: Context,
  raw: z.input<typeof pageInput> = {},
): Promise<Page<ApiKeyDto>> {
  requirePermission(ctx, "api-keys:read");
  const { limit, cursor } = parseInput(pageInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(apiKeys)
      .where(
        and(
          eq(apiKeys.merchantId, ctx.merchantId),
          olderThan(apiKeys.createdAt, apiKeys.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(limit + 1);
    return toPage(rows, limit, toApiKeyDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}
