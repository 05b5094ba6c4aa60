import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

interface VouchedCustomer {
  externalId: string;
  name?: string | undefined;
  locale?: "zh" | "en" | "es" | undefined;
}

/** The customer that somebody trustworthy names; unknown ones are created, known ones keep what they have. */
export async function findOrCreateCustomer(
  tx: Transaction,
  ctx: Context,
  vouched: VouchedCustomer,
): Promise<{ customerId: string; name: string | null }> {
  const now = ctx.now();
  await tx
    .insert(customers)
    .values({
      merchantId: ctx.merchantId,
      id: newId(),
      externalId: vouched.externalId,
      name: vouched.name ?? null,
      locale: vouched.locale ?? null,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: sql<string>`coalesce(${customers.mergedIntoId}, ${customers.id})`, name: customers.name })
    .from(customers)
    .where(and(eq(customers.merchantId, ctx.merchantId), eq(customers.externalId, vouched.externalId)));
  return { customerId: row!.id, name: row!.name };
}
