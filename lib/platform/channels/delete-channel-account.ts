import { and, eq, inArray } from "drizzle-orm";
import { channelTokens, deliveries, inboundCalls } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockAccount, newAddressToken, updateAccount } from "./internal";
import { channelAccountIdInput } from "./schemas";

/**
 * Removes an account: its secrets, tokens and raw calls are deleted, its address ends, what waits is not sent any
 * more. The conversations stay, to be read.
 */
export async function deleteChannelAccount(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(channelAccountIdInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const account = await lockAccount(tx, ctx, id);
    const { merchantId } = ctx;
    await tx
      .delete(channelTokens)
      .where(and(eq(channelTokens.merchantId, merchantId), eq(channelTokens.accountId, id)));
    await tx
      .delete(inboundCalls)
      .where(and(eq(inboundCalls.merchantId, merchantId), eq(inboundCalls.accountId, id)));
    await tx
      .update(deliveries)
      .set({
        state: "failed",
        errorCode: "channel_removed",
        errorReason: "The channel was removed.",
        updatedAt: ctx.now(),
      })
      .where(
        and(
          eq(deliveries.merchantId, merchantId),
          eq(deliveries.accountId, id),
          inArray(deliveries.state, ["pending"]),
        ),
      );
    await updateAccount(tx, ctx, id, {
      isEnabled: false,
      secretsSealed: "",
      addressToken: newAddressToken(),
      removedAt: ctx.now(),
    });
    await recordAudit(tx, ctx, {
      action: "channel.deleted",
      subject: { type: "channel", id },
      details: { kind: account.kind, name: account.name },
    });
  });
}
