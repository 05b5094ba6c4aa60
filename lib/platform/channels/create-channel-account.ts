import { channelAccounts } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { parseSettings, sealSettings } from "./account-settings";
import { requireAdapter } from "./adapters";
import { newAddressToken, toAccountDto } from "./internal";
import { type ChannelAccountDto, type CreateChannelAccountInput, createChannelAccountInput } from "./schemas";

/**
 * Connects an account of a platform. Its secrets are stored sealed; its address is new and unguessable.
 * @throws AppError `not_possible` for a platform that is not served, `invalid_input` for settings it does not take.
 */
export async function createChannelAccount(
  ctx: Context,
  raw: CreateChannelAccountInput,
): Promise<ChannelAccountDto> {
  requirePermission(ctx, "settings:write");
  const input = parseInput(createChannelAccountInput, raw);
  const adapter = requireAdapter(input.kind);
  const stored = sealSettings(adapter, parseSettings(adapter, input.settings));
  return inTenant(ctx, async ({ tx, ctx }) => {
    const now = ctx.now();
    const id = newId();
    const [row] = await tx
      .insert(channelAccounts)
      .values({
        merchantId: ctx.merchantId,
        id,
        kind: input.kind,
        name: input.name,
        ...stored,
        addressToken: newAddressToken(),
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await recordAudit(tx, ctx, {
      action: "channel.created",
      subject: { type: "channel", id },
      details: { kind: input.kind, name: input.name },
    });
    return toAccountDto(row!, now);
  });
}
