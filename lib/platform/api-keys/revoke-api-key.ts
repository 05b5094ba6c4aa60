import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { apiKeyIdInput } from "./schemas";

/** Ends a key at once. It stays listed, so that the audit log's entries keep a name. */
export async function revokeApiKey(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "api-keys:write");
  const { id } = parseInput(apiKeyIdInput, raw);
  await inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiKeys.merchantId, ctx.merchantId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (!row) throw notFound("API key");
    await recordAudit(tx, ctx, {
      action: "api_key.revoked",
      subject: { type: "api_key", id },
      details: { name: row.name },
    });
  });
}
