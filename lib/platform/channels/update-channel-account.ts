import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import {
  parseSettings,
  readSecrets,
  type Settings,
  type StoredSettings,
  sealSettings,
} from "./account-settings";
import { requireAdapter } from "./adapters";
import { type AccountRow, lockAccount, toAccountDto, updateAccount } from "./internal";
import {
  type ChannelAccountDto,
  channelAccountIdInput,
  type UpdateChannelAccountInput,
  updateChannelAccountInput,
} from "./schemas";

/**
 * Changes an account's name or settings, or switches it off and on. While it is off its address answers nobody and
 * nothing is sent; what waits fails then and can be sent again. A change of settings closes its circuit.
 */
export async function updateChannelAccount(
  ctx: Context,
  raw: UpdateChannelAccountInput & { id: string },
): Promise<ChannelAccountDto> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(channelAccountIdInput, raw);
  const { name, settings, isEnabled } = parseInput(updateChannelAccountInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const account = await lockAccount(tx, ctx, id);
    const stored = settings ? mergeSettings(account, settings) : null;
    const row = await updateAccount(tx, ctx, id, {
      ...(name === undefined ? {} : { name }),
      ...(isEnabled === undefined ? {} : { isEnabled }),
      ...(stored ? { ...stored, failuresInRow: 0, circuitOpenUntil: null } : {}),
    });
    await recordAudit(tx, ctx, {
      action: "channel.updated",
      subject: { type: "channel", id },
      // Which settings changed is not said by value: some are secrets.
      details: { name, isEnabled, settings: settings ? Object.keys(settings) : undefined },
    });
    return toAccountDto(row, ctx.now());
  });
}

/** A secret that is left out or empty stays; `null` removes it. */
function mergeSettings(account: AccountRow, given: Settings): StoredSettings {
  const adapter = requireAdapter(account.kind);
  const secrets: readonly string[] = adapter.secrets;
  const entered = Object.entries(given).filter(([name, value]) => !secrets.includes(name) || value !== "");
  const merged = { ...readSecrets(account), ...Object.fromEntries(entered) };
  const present = Object.entries(merged).filter(([, value]) => value !== null);
  return sealSettings(adapter, parseSettings(adapter, Object.fromEntries(present)));
}
