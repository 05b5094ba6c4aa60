import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { servicePolicies } from "@/db/schema";
import { type ServicePolicy, type ServicePolicyDto, servicePolicySchema } from "./schemas";

/** The shop's policy as it holds now, defaults included. */
export async function readPolicy(tx: Transaction, merchantId: string): Promise<ServicePolicy> {
  const { updatedAt: _, ...policy } = await readStampedPolicy(tx, merchantId);
  return policy;
}

/** The policy with when it was last saved. */
export async function readStampedPolicy(tx: Transaction, merchantId: string): Promise<ServicePolicyDto> {
  const [row] = await tx
    .select({ settings: servicePolicies.settings, updatedAt: servicePolicies.updatedAt })
    .from(servicePolicies)
    .where(eq(servicePolicies.merchantId, merchantId));
  return {
    ...servicePolicySchema.parse(row?.settings ?? {}),
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}
