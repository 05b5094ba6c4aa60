import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { readStampedPolicy } from "./read-policy";
import type { ServicePolicyDto } from "./schemas";

/** What the shop grants after a sale. Customers may know it too: it is what they are told. */
export async function getServicePolicy(ctx: Context): Promise<ServicePolicyDto> {
  if (ctx.actor.type !== "customer") requirePermission(ctx, "orders:read");
  return inTenant(ctx, ({ tx }) => readStampedPolicy(tx, ctx.merchantId));
}
