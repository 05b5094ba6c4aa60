import type { complaints } from "@/db/schema";
import type { ComplaintDto, EvidenceDto } from "./schemas";

export function toComplaintDto(
  row: typeof complaints.$inferSelect,
  evidence: (requestKey: string) => EvidenceDto[],
): ComplaintDto {
  return {
    id: row.id,
    category: row.category,
    severity: row.severity,
    text: row.text,
    status: row.status,
    orderId: row.orderId,
    customerId: row.customerId,
    conversationId: row.conversationId,
    ownerName: row.ownerName,
    resolution: row.resolution,
    evidence: evidence(row.requestKey),
    actor: { type: row.actorType, name: row.actorName },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
  };
}
