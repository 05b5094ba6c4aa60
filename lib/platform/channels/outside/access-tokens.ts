import { and, eq, sql } from "drizzle-orm";
import { channelTokens } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decryptSecret, encryptSecret } from "@/lib/platform/auth/credentials";

type Issue = () => Promise<{ token: string; expiresInSeconds: number }>;

/** A token is renewed this long before its end, so that none expires on its way. */
const MARGIN_SECONDS = 120;

function named(ctx: Context, accountId: string, name: string) {
  return and(
    eq(channelTokens.merchantId, ctx.merchantId),
    eq(channelTokens.accountId, accountId),
    eq(channelTokens.name, name),
  );
}

/**
 * An account's access token, asked for once for all processes: on some platforms a new one ends the old, so two
 * processes that ask at once would take it from each other.
 */
export function readAccessToken(
  ctx: Context,
  accountId: string,
  name: string,
  issue: Issue,
): Promise<string> {
  return inTenant(ctx, async ({ tx }) => {
    const turn = `channel-token:${accountId}:${name}`;
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    const [known] = await tx
      .select()
      .from(channelTokens)
      .where(named(ctx, accountId, name));
    const now = ctx.now().getTime();
    if (known && known.expiresAt.getTime() > now) return decryptSecret(known.tokenSealed, "channel-secrets");
    const { token, expiresInSeconds } = await issue();
    // A token that lives shorter than the margin is used for half of its life.
    const usableSeconds = Math.max(expiresInSeconds - MARGIN_SECONDS, expiresInSeconds / 2);
    const kept = {
      tokenSealed: encryptSecret(token, "channel-secrets"),
      expiresAt: new Date(now + usableSeconds * 1_000),
    };
    await tx
      .insert(channelTokens)
      .values({ merchantId: ctx.merchantId, accountId, name, ...kept })
      .onConflictDoUpdate({
        target: [channelTokens.merchantId, channelTokens.accountId, channelTokens.name],
        set: kept,
      });
    return token;
  });
}

export async function dropAccessToken(ctx: Context, accountId: string, name: string): Promise<void> {
  await inTenant(ctx, ({ tx }) => tx.delete(channelTokens).where(named(ctx, accountId, name)));
}
