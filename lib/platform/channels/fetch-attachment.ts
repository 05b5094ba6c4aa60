import { and, eq } from "drizzle-orm";
import { channelAccounts } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { openSettings } from "./account-settings";
import type { OutsideAnswer } from "./adapter";
import { findAdapter } from "./adapters";
import { openOutside } from "./outside/open-outside";

/**
 * The bytes of a file that came with a customer's message, from where the platform keeps them.
 * @returns null where the account is gone or the platform does not keep files.
 * @throws ConnectionBroken
 */
export async function fetchAttachment(
  ctx: Context,
  accountId: string,
  source: { mediaId: string } | { url: string },
): Promise<OutsideAnswer | null> {
  const [account] = await inTenant(ctx, ({ tx }) =>
    tx
      .select()
      .from(channelAccounts)
      .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, accountId))),
  );
  const adapter = findAdapter(account?.kind ?? "");
  if (!account || !adapter || account.removedAt) return null;
  const outside = openOutside(ctx, accountId);
  if ("url" in source) return outside.request({ method: "GET", url: source.url });
  return (await adapter.fetchMedia?.(source.mediaId, openSettings(adapter, account), outside)) ?? null;
}
