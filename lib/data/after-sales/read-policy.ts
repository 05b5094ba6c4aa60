import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { servicePolicies } from "@/db/schema";
import { type ServicePolicy, servicePolicySchema } from "./schemas";

/** The shop's policy as it holds now, defaults included. */
export async function readPolicy(tx: Transaction, merchantId: string): Promise<ServicePolicy> {
  const [row] = await tx
    .select({ settings: servicePolicies.settings })
    .from(servicePolicies)
    .where(eq(servicePolicies.merchantId, merchantId));
  return servicePolicySchema.parse(row?.settings ?? {});
}
