import type { orderRequests } from "@/db/schema";
import type { EvidenceDto, OrderRequestDto } from "./schemas";

export interface OrderRequestRow {
  request: typeof orderRequests.$inferSelect;
  orderNumber: string;
}

export function toOrderRequestDto(
  { request, orderNumber }: OrderRequestRow,
  evidence: (requestKey: string) => EvidenceDto[],
): OrderRequestDto {
  const money = (minor: number | null) =>
    minor && request.currency ? { amountMinor: minor, currency: request.currency } : null;
  return {
    id: request.id,
    kind: request.kind,
    orderId: request.orderId,
    orderNumber,
    status: request.status,
    refund: money(request.refundMinor),
    due: money(request.dueMinor),
    // Nothing is left of the words of a customer who was erased.
    details: (request.result.details as Record<string, unknown> | undefined) ?? {},
    customerId: request.customerId,
    returnId: request.returnId,
    conversationId: request.conversationId,
    remark: typeof request.input.note === "string" ? request.input.note : null,
    isOpened: typeof request.input.isOpened === "boolean" ? request.input.isOpened : null,
    evidence: evidence(request.requestKey),
    actor: { type: request.actorType, name: request.actorName },
    note: request.note,
    createdAt: request.createdAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    closedBy: request.closedBy,
  };
}
