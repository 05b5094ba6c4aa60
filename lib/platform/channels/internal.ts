import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { readSecrets } from "./account-settings";
import type { ChannelAccountDto } from "./schemas";

export type AccountRow = typeof channelAccounts.$inferSelect;

/** 192 random bits: an address that nobody finds by trying. */
export function newAddressToken(): string {
  return randomBytes(24).toString("base64url");
}

/** The account, locked until the transaction ends. @throws AppError `not_found` for a removed one too. */
export async function lockAccount(tx: Transaction, ctx: Context, id: string): Promise<AccountRow> {
  const [row] = await tx
    .select()
    .from(channelAccounts)
    .where(
      and(
        eq(channelAccounts.merchantId, ctx.merchantId),
        eq(channelAccounts.id, id),
        isNull(channelAccounts.removedAt),
      ),
    )
    .for("update");
  if (!row) throw notFound("channel");
  return row;
}

export async function updateAccount(
  tx: Transaction,
  ctx: Context,
  id: string,
  change: Partial<typeof channelAccounts.$inferInsert>,
): Promise<AccountRow> {
  const [row] = await tx
    .update(channelAccounts)
    .set({ ...change, updatedAt: ctx.now() })
    .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, id)))
    .returning();
  if (!row) throw notFound("channel");
  return row;
}

export function webhookAddress({ kind, addressToken }: Pick<AccountRow, "kind" | "addressToken">): string {
  return `${env().ZHANGGUI_URL.replace(/\/+$/, "")}/api/v1/channels/${kind}/${addressToken}/webhook`;
}

export function toAccountDto(row: AccountRow, now: Date): ChannelAccountDto {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    settings: row.settings,
    secretsSet: Object.keys(readSecrets(row)),
    isEnabled: row.isEnabled,
    address: webhookAddress(row),
    state: stateOf(row, now),
    lastInboundAt: row.lastInboundAt?.toISOString() ?? null,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    lastError: row.lastError,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    refusedCalls: row.refusedCalls,
    circuitOpenUntil: row.circuitOpenUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function stateOf(row: AccountRow, now: Date): ChannelAccountDto["state"] {
  if (!row.isEnabled) return "disabled";
  if (row.circuitOpenUntil && row.circuitOpenUntil > now) return "paused";
  const works = Math.max(row.lastSentAt?.getTime() ?? 0, row.lastInboundAt?.getTime() ?? 0);
  return row.lastErrorAt && row.lastErrorAt.getTime() > works ? "failing" : "working";
}
