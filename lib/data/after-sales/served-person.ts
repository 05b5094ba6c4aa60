import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { type Permission, requirePermission } from "@/lib/core/permissions";
import { currentCustomer } from "../records";

/**
 * For whom a program acts in a conversation: the customer who is vouched for, or the order that a stranger has
 * proven. It is never taken from what somebody sends; the dialogue knows it.
 */
export interface ServedPerson {
  customerId: string | null;
  /** Proven in this conversation, by `findOrderByProof`. */
  provenOrderId?: string | null;
}

/** A customer needs no permission, for they reach their own orders only; everybody else needs one. */
export function requireUnlessCustomer(ctx: Context, permission: Permission): void {
  if (ctx.actor.type !== "customer") requirePermission(ctx, permission);
}

/** Whether this order is one that the person may be served with. Without a person, the permission decided. */
export async function mayBeServed(
  tx: Transaction,
  ctx: Context,
  order: { id: string; customerId: string | null },
  person: ServedPerson | undefined,
): Promise<boolean> {
  const served = personOf(ctx, person);
  if (!served) return true;
  if (served.provenOrderId?.toLowerCase() === order.id) return true;
  if (!served.customerId || !order.customerId) return false;
  return (await currentCustomerId(tx, ctx, served.customerId)) === order.customerId;
}

/** The record that stands for a customer today; null for one who is not there. */
export async function currentCustomerId(tx: Transaction, ctx: Context, id: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`SELECT ${currentCustomer(ctx.merchantId, id)} AS id`,
  );
  return row?.id ?? null;
}

/** A customer who acts themselves is that customer, whatever the caller says. */
export function personOf(ctx: Context, person: ServedPerson | undefined): ServedPerson | undefined {
  if (ctx.actor.type !== "customer") return person;
  return { customerId: ctx.actor.customerId, provenOrderId: person?.provenOrderId ?? null };
}
