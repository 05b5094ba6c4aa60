import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { complaints } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { publishLive } from "@/lib/platform/live";
import { actorName } from "./actor-name";
import { toComplaintDto } from "./complaint-row";
import { fingerprint, keyReused, requireConversation } from "./once";
import { readEvidence } from "./read-evidence";
import { type ComplaintDto, type OpenComplaintInput, openComplaintInput } from "./schemas";
import { readServedOrder } from "./served-order";
import { currentCustomerId, personOf, requireUnlessCustomer, type ServedPerson } from "./served-person";

/**
 * Writes down a complaint for people to work on, about an order or not. The same key gives the stored complaint.
 * @throws AppError `not_found` for an order that is not the person's.
 */
export async function openComplaint(
  ctx: Context,
  raw: OpenComplaintInput,
  person?: ServedPerson,
): Promise<ComplaintDto> {
  requireUnlessCustomer(ctx, "orders:service");
  const { requestKey, conversationId, orderId, ...said } = parseInput(openComplaintInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const order = orderId ? await readServedOrder(tx, ctx, { orderId, person, mode: "read" }) : null;
    await requireConversation(tx, ctx, conversationId);
    const who = personOf(ctx, person)?.customerId;
    const customerId = who ? await currentCustomerId(tx, ctx, who) : (order?.customerId ?? null);
    const inputSha256 = fingerprint({ orderId, ...said });
    const now = ctx.now();
    const [created] = await tx
      .insert(complaints)
      .values({
        ...{ merchantId: ctx.merchantId, id: newId(), requestKey, inputSha256, ...said },
        ...{ orderId: order?.id ?? null, customerId, conversationId: conversationId ?? null },
        ...{ actorType: ctx.actor.type, actorName: actorName(ctx.actor), createdAt: now, updatedAt: now },
      })
      .onConflictDoNothing({ target: [complaints.merchantId, complaints.requestKey] })
      .returning();
    if (!created) return readStored(tx, ctx, requestKey, inputSha256);
    const { id, category, severity } = created;
    await recordAudit(tx, ctx, {
      action: "complaint.opened",
      subject: { type: "complaint", id },
      details: { category, severity, ...(order ? { orderId: order.id } : {}) },
    });
    if (conversationId) {
      const payload = { conversationId, complaint: { id, category, severity, status: created.status } };
      publishLive(tx, { conversationId, type: "service", audience: "agents", payload });
    }
    return toComplaintDto(created, await readEvidence(tx, ctx, [requestKey]));
  });
}

async function readStored(
  tx: Transaction,
  ctx: Context,
  requestKey: string,
  inputSha256: string,
): Promise<ComplaintDto> {
  const [stored] = await tx
    .select()
    .from(complaints)
    .where(and(eq(complaints.merchantId, ctx.merchantId), eq(complaints.requestKey, requestKey)));
  if (stored?.inputSha256 !== inputSha256) throw keyReused();
  return toComplaintDto(stored, await readEvidence(tx, ctx, [requestKey]));
}
