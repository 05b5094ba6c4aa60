import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { openSettings } from "./account-settings";
import { ConnectionBroken, type ConnectionOutcome } from "./adapter";
import { requireAdapter } from "./adapters";
import { lockAccount, updateAccount, webhookAddress } from "./internal";
import { openOutside } from "./outside/open-outside";
import { type ConnectionDto, channelAccountIdInput } from "./schemas";

/**
 * Asks the platform whether the settings are right and tells it the desk's address. What it refuses is an answer, not
 * an error. The platform is asked outside of any transaction.
 * @throws AppError `not_possible` where the platform cannot be asked by a program.
 */
export async function testChannelAccount(ctx: Context, raw: { id: string }): Promise<ConnectionDto> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(channelAccountIdInput, raw);
  const account = await inTenant(ctx, ({ tx, ctx }) => lockAccount(tx, ctx, id));
  const adapter = requireAdapter(account.kind);
  if (!adapter.connect) {
    throw new AppError(
      "not_possible",
      "This platform cannot be asked from here. Enter the address on its own pages and send a message to test it.",
      { details: { reason: "connection_test_not_offered" } },
    );
  }
  const settings = openSettings(adapter, account);
  const outcome = await adapter
    .connect(settings, webhookAddress(account), openOutside(ctx, id))
    .catch(toRefusal);
  const isConnected = outcome.is === "connected";
  await inTenant(ctx, async ({ tx, ctx }) => {
    await updateAccount(tx, ctx, id, toChange(outcome, ctx.now()));
    await recordAudit(tx, ctx, {
      action: "channel.tested",
      subject: { type: "channel", id },
      details: { isConnected },
    });
  });
  return {
    isConnected,
    name: outcome.is === "connected" ? outcome.name : null,
    code: outcome.is === "refused" ? outcome.code : null,
    reason: outcome.is === "refused" ? outcome.reason : null,
  };
}

function toRefusal(error: unknown): ConnectionOutcome {
  if (!(error instanceof ConnectionBroken)) throw error;
  const cause = error.cause instanceof Error ? ` ${error.cause.message}` : "";
  return { is: "refused", code: "no_connection", reason: `The platform could not be reached.${cause}` };
}

function toChange(outcome: ConnectionOutcome, now: Date) {
  return outcome.is === "connected"
    ? { lastError: null, lastErrorAt: null, failuresInRow: 0, circuitOpenUntil: null }
    : { lastError: outcome.reason, lastErrorAt: now };
}
