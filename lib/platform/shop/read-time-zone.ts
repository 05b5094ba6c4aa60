import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchants } from "@/db/schema";

/** Where the shop's days begin. */
export async function readTimeZone(tx: Transaction, merchantId: string): Promise<string> {
  const [shop] = await tx
    .select({ timeZone: merchants.timeZone })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  return shop?.timeZone ?? "UTC";
}
