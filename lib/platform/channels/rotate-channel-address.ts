import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockAccount, newAddressToken, toAccountDto, updateAccount } from "./internal";
import { type ChannelAccountDto, channelAccountIdInput } from "./schemas";

/** Gives an account a new address. The old one ends at once: the platform must be told, by a test or by hand. */
export async function rotateChannelAddress(ctx: Context, raw: { id: string }): Promise<ChannelAccountDto> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(channelAccountIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockAccount(tx, ctx, id);
    const row = await updateAccount(tx, ctx, id, { addressToken: newAddressToken() });
    await recordAudit(tx, ctx, { action: "channel.address_rotated", subject: { type: "channel", id } });
    return toAccountDto(row, ctx.now());
  });
}
