import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { can } from "@/lib/core/permissions";
import { getCustomer, getCustomerSummary } from "@/lib/data/customers";
import { toIso } from "@/lib/data/records";
import type { ConversationRow } from "../internal";
import type { HandoffProfileDto } from "../schemas";

/** Who writes, in brief, as far as the reader may see it. Null for a stranger. */
export async function readProfile(
  tx: Transaction,
  ctx: Context,
  conversation: Pick<ConversationRow, "id" | "customerId">,
): Promise<HandoffProfileDto | null> {
  const { customerId } = conversation;
  if (!customerId || !can(ctx.actor, "customers:read")) return null;
  const [customer, summary, earlier] = await Promise.all([
    getCustomer(ctx, { id: customerId }),
    can(ctx.actor, "orders:read") ? getCustomerSummary(ctx, { id: customerId }) : null,
    readEarlier(tx, ctx, { id: conversation.id, customerId }),
  ]);
  if (customer.erasedAt) return null;
  return {
    customerId: customer.id,
    name: customer.name ?? null,
    locale: customer.locale ?? null,
    country: customer.country ?? null,
    since: customer.createdAt,
    orders: summary?.orders ?? null,
    revenue: summary?.revenue ?? null,
    lastOrderAt: summary?.lastOrderAt ?? null,
    earlier,
  };
}

async function readEarlier(
  tx: Transaction,
  { merchantId }: Context,
  { id, customerId }: { id: string; customerId: string },
): Promise<HandoffProfileDto["earlier"]> {
  const [row] = await tx.execute<{
    count: number;
    last_at: string | null;
    last_intent: string | null;
    last_rating: number | null;
  }>(sql`
    SELECT count(*)::int AS count, max(c.last_message_at) AS last_at,
      (array_agg(c.intent ORDER BY c.last_message_at DESC))[1] AS last_intent,
      (array_agg(c.rating ORDER BY c.last_message_at DESC))[1] AS last_rating
    FROM conversations c
    WHERE c.merchant_id = ${merchantId} AND c.customer_id = ${customerId} AND c.id <> ${id}`);
  return {
    count: row!.count,
    lastAt: toIso(row!.last_at),
    lastIntent: row!.last_intent,
    lastRating: row!.last_rating,
  };
}
