import { apiKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { can, requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { generateApiKey } from "@/lib/platform/auth/credentials";
import { toApiKeyDto } from "./internal";
import { type CreateApiKeyInput, type CreatedApiKeyDto, createApiKeyInput } from "./schemas";

/** Makes an API key. Nobody can hand out a scope that they do not have themselves. */
export async function createApiKey(ctx: Context, raw: CreateApiKeyInput): Promise<CreatedApiKeyDto> {
  requirePermission(ctx, "api-keys:write");
  const input = parseInput(createApiKeyInput, raw);
  const beyond = input.scopes.filter((scope) => !can(ctx.actor, scope));
  if (beyond.length > 0)
    throw new AppError("forbidden", `You do not have these scopes yourself: ${beyond.join(", ")}.`);
  return inTenant(ctx, async ({ tx }) => {
    const { key, prefix, keyHash } = generateApiKey();
    const [row] = await tx
      .insert(apiKeys)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        name: input.name,
        prefix,
        keyHash,
        scopes: input.scopes,
        createdByUserId: ctx.actor.type === "user" ? ctx.actor.id : null,
        createdAt: ctx.now(),
      })
      .returning();
    const dto = toApiKeyDto(row!);
    await recordAudit(tx, ctx, {
      action: "api_key.created",
      subject: { type: "api_key", id: dto.id },
      details: { name: dto.name, scopes: dto.scopes },
    });
    return { ...dto, key };
  });
}
