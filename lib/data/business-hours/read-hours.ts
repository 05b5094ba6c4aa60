import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { businessHours, merchants } from "@/db/schema";
import type { BusinessHours } from "@/lib/intelligence/service-time";

/** The shop's hours as the functions of time take them; null where it has not said, and is always there. */
export async function readBusinessHours(tx: Transaction, merchantId: string): Promise<BusinessHours | null> {
  const [row] = await tx
    .select({
      timeZone: merchants.timeZone,
      week: businessHours.week,
      special: businessHours.special,
    })
    .from(businessHours)
    .innerJoin(merchants, eq(merchants.id, businessHours.merchantId))
    .where(eq(businessHours.merchantId, merchantId));
  return row ?? null;
}
