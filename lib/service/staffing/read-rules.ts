import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignmentSettings, serviceLevels } from "@/db/schema";
import { readBusinessHours } from "@/lib/data/business-hours";
import type { BusinessHours } from "@/lib/intelligence/service-time";

export type ServiceLevel = typeof serviceLevels.$inferSelect;
export type AssignmentRules = Pick<
  typeof assignmentSettings.$inferSelect,
  "mode" | "matchesLanguage" | "reassignAfterMinutes"
>;

/** What decides when something is due and who gets it. */
export interface ServiceRules {
  hours: BusinessHours | null;
  levels: readonly ServiceLevel[];
  assignment: AssignmentRules;
}

const NO_ASSIGNMENT: AssignmentRules = { mode: "off", matchesLanguage: true, reassignAfterMinutes: null };

export async function readServiceRules(tx: Transaction, merchantId: string): Promise<ServiceRules> {
  const [hours, levels, assignment] = await Promise.all([
    readBusinessHours(tx, merchantId),
    tx.select().from(serviceLevels).where(eq(serviceLevels.merchantId, merchantId)),
    readAssignmentRules(tx, merchantId),
  ]);
  return { hours, levels, assignment };
}

export async function readAssignmentRules(tx: Transaction, merchantId: string): Promise<AssignmentRules> {
  const [row] = await tx
    .select({
      mode: assignmentSettings.mode,
      matchesLanguage: assignmentSettings.matchesLanguage,
      reassignAfterMinutes: assignmentSettings.reassignAfterMinutes,
    })
    .from(assignmentSettings)
    .where(eq(assignmentSettings.merchantId, merchantId));
  return row ?? NO_ASSIGNMENT;
}

/** A channel's own level, else the one for every channel. */
export function levelOf({ levels }: ServiceRules, channel: string): ServiceLevel | null {
  return (
    levels.find((level) => level.channel === channel) ??
    levels.find((level) => level.channel === "any") ??
    null
  );
}
