import type { Transaction } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";

export interface AuditEntry {
  /** `noun.past-participle`, such as `api_key.created`. */
  action: string;
  subject: { type: string; id: string };
  /** What changed. Never a secret, never more personal data than the change needs. */
  details?: Record<string, unknown>;
}

/** Writes the audit row in the same transaction as the change it records. */
export async function recordAudit(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    merchantId: ctx.merchantId,
    id: newId(),
    actorType: ctx.actor.type,
    actorId: actorId(ctx.actor),
    actorName: actorName(ctx.actor),
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    details: entry.details ?? {},
    requestId: ctx.requestId,
    createdAt: ctx.now(),
  });
}

function actorId(actor: Actor): string | null {
  switch (actor.type) {
    case "user":
    case "api_key":
      return actor.id;
    case "customer":
      return actor.customerId ?? actor.visitorId;
    case "system":
      return null;
  }
}

function actorName(actor: Actor): string {
  return actor.type === "customer" ? "customer" : actor.name;
}
