import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { olderThan } from "@/db/keyset";
import { channelAccounts, channelContacts, deliveries } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, pageInput, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { ADAPTERS } from "./adapters";
import { describeFields } from "./describe-fields";
import { toAccountDto } from "./internal";
import {
  type ChannelAccountDto,
  type ChannelKindDto,
  channelAccountIdInput,
  type DeliveryDto,
  type ListDeliveriesInput,
  listDeliveriesInput,
} from "./schemas";

/** The platforms that can be connected, each with what a merchant fills in. */
export async function listChannelKinds(ctx: Context): Promise<Page<ChannelKindDto>> {
  requirePermission(ctx, "settings:write");
  const data = Object.values(ADAPTERS).map((adapter) => ({
    kind: adapter.kind,
    fields: describeFields(adapter),
    canConnect: adapter.connect !== undefined,
    ...adapter.rules,
  }));
  return { data, nextCursor: null };
}

export async function listChannelAccounts(
  ctx: Context,
  raw: z.input<typeof pageInput> = {},
): Promise<Page<ChannelAccountDto>> {
  requirePermission(ctx, "settings:write");
  const { limit, cursor } = parseInput(pageInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(channelAccounts)
      .where(
        and(
          eq(channelAccounts.merchantId, ctx.merchantId),
          isNull(channelAccounts.removedAt),
          olderThan(channelAccounts.createdAt, channelAccounts.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(channelAccounts.createdAt), desc(channelAccounts.id))
      .limit(limit + 1);
    const now = ctx.now();
    return toPage(
      rows,
      limit,
      (row) => toAccountDto(row, now),
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
    );
  });
}

export async function getChannelAccount(ctx: Context, raw: { id: string }): Promise<ChannelAccountDto> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(channelAccountIdInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(channelAccounts)
      .where(
        and(
          eq(channelAccounts.merchantId, ctx.merchantId),
          eq(channelAccounts.id, id),
          isNull(channelAccounts.removedAt),
        ),
      );
    if (!row) throw notFound("channel");
    return toAccountDto(row, ctx.now());
  });
}

/** Messages on their way to customers and what became of them, the latest change first. */
export async function listDeliveries(
  ctx: Context,
  raw: ListDeliveriesInput = {},
): Promise<Page<DeliveryDto>> {
  requirePermission(ctx, "conversations:read");
  const { limit, cursor, state, accountId, conversationId } = parseInput(listDeliveriesInput, raw);
  const states = state === "troubled" ? (["failed", "unknown"] as const) : state ? [state] : null;
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ delivery: deliveries, account: channelAccounts, contactName: channelContacts.name })
      .from(deliveries)
      .innerJoin(
        channelAccounts,
        and(
          eq(channelAccounts.merchantId, deliveries.merchantId),
          eq(channelAccounts.id, deliveries.accountId),
        ),
      )
      .innerJoin(
        channelContacts,
        and(
          eq(channelContacts.merchantId, deliveries.merchantId),
          eq(channelContacts.id, deliveries.contactId),
        ),
      )
      .where(
        and(
          eq(deliveries.merchantId, ctx.merchantId),
          states ? inArray(deliveries.state, states) : undefined,
          accountId ? eq(deliveries.accountId, accountId) : undefined,
          conversationId ? eq(deliveries.conversationId, conversationId) : undefined,
          olderThan(deliveries.updatedAt, deliveries.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(deliveries.updatedAt), desc(deliveries.id))
      .limit(limit + 1);
    return toPage(rows, limit, toDeliveryDto, ({ delivery }) => ({
      value: delivery.updatedAt.toISOString(),
      id: delivery.id,
    }));
  });
}

function toDeliveryDto(row: {
  delivery: typeof deliveries.$inferSelect;
  account: typeof channelAccounts.$inferSelect;
  contactName: string | null;
}): DeliveryDto {
  const { delivery, account, contactName } = row;
  const { id, accountId, conversationId, messageId, part, state, attempts, errorCode, errorReason } =
    delivery;
  return {
    ...{ id, accountId, conversationId, messageId, part, state, attempts, errorCode, errorReason },
    accountName: account.name,
    kind: account.kind,
    contactName,
    nextAttemptAt: state === "pending" ? delivery.nextAttemptAt.toISOString() : null,
    createdAt: delivery.createdAt.toISOString(),
    updatedAt: delivery.updatedAt.toISOString(),
  };
}
