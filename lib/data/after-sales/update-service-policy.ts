import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { servicePolicies } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { findReferences } from "../records";
import { actorName } from "./actor-name";
import { readStampedPolicy } from "./read-policy";
import {
  type ServicePolicy,
  type ServicePolicyDto,
  type UpdateServicePolicyInput,
  updateServicePolicyInput,
} from "./schemas";

/**
 * Changes what the shop grants. What was granted before stays granted: requests keep their terms.
 * @throws AppError `conflict` where `expectedUpdatedAt` is no longer when it was last saved.
 */
export async function updateServicePolicy(
  ctx: Context,
  raw: UpdateServicePolicyInput,
): Promise<ServicePolicyDto> {
  requirePermission(ctx, "settings:write");
  const { expectedUpdatedAt, ...change } = parseInput(updateServicePolicyInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    // Two people who save at once take turns, and neither loses the other's settings.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`policy:${ctx.merchantId}`}, 0))`);
    await requireCategories(tx, ctx.merchantId, change.nonReturnableCategoryIds ?? []);
    const { updatedAt, ...before } = await readStampedPolicy(tx, ctx.merchantId);
    if (expectedUpdatedAt !== undefined && expectedUpdatedAt !== updatedAt) throw savedMeanwhile();
    const settings = { ...before, ...withoutGaps(change) };
    const now = ctx.now();
    const stamp = { settings, updatedBy: actorName(ctx.actor), updatedAt: now };
    await tx
      .insert(servicePolicies)
      .values({ merchantId: ctx.merchantId, ...stamp })
      .onConflictDoUpdate({ target: servicePolicies.merchantId, set: stamp });
    await recordAudit(tx, ctx, {
      action: "service_policy.updated",
      subject: { type: "service_policy", id: ctx.merchantId },
      details: withoutGaps(change),
    });
    return { ...settings, updatedAt: now.toISOString() };
  });
}

function savedMeanwhile(): AppError {
  const message = "Somebody has saved the policy since you opened it. Load it again.";
  return new AppError("conflict", message, { issues: [{ path: "expectedUpdatedAt", message }] });
}

function withoutGaps(change: Partial<ServicePolicy>): Partial<ServicePolicy> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function requireCategories(tx: Transaction, merchantId: string, ids: string[]): Promise<void> {
  const find = await findReferences(
    tx,
    merchantId,
    "category",
    ids.map((id) => ({ id })),
  );
  const missing = ids.findIndex((id) => !find({ id }));
  if (missing === -1) return;
  const path = `nonReturnableCategoryIds.${missing}`;
  const message = "There is no such category.";
  throw new AppError("invalid_input", `${path}: ${message}`, { issues: [{ path, message }] });
}
