import type { restockNotices } from "@/db/schema";
import type { RestockNoticeDto } from "./schemas";

export function toRestockNoticeDto(row: typeof restockNotices.$inferSelect): RestockNoticeDto {
  return {
    id: row.id,
    productId: row.productId,
    customerId: row.customerId,
    conversationId: row.conversationId,
    email: row.email,
    phone: row.phone,
    locale: row.locale,
    status: row.status,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
