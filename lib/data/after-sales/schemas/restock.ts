import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { storableText } from "../../records/schemas";

export const RESTOCK_STATUSES = ["waiting", "due", "sent", "cancelled"] as const;

export const subscribeRestockInput = z.object({
  productId: z.uuid(),
  conversationId: z.uuid().optional(),
  /** Where to write when nobody knows the customer. */
  email: z.email().max(320).optional(),
  phone: storableText(40)
    .refine((phone) => phone.replace(/\D/g, "").length >= 5, "Use a phone number.")
    .optional(),
  /** The language to write in. */
  locale: storableText(20).optional(),
});
export const subscribeRestockBody = subscribeRestockInput.omit({ productId: true });
export type SubscribeRestockInput = z.input<typeof subscribeRestockInput>;

export const restockCheckDto = z.discriminatedUnion("isPossible", [
  z.object({ isPossible: z.literal(true), productId: z.uuid() }),
  z.object({ isPossible: z.literal(false), reason: z.literal("in_stock"), available: z.int() }),
]);
export type RestockCheckDto = z.infer<typeof restockCheckDto>;

export const restockNoticeDto = z
  .object({
    id: z.uuid(),
    productId: z.uuid(),
    customerId: z.uuid().nullable(),
    conversationId: z.uuid().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
    /** `due`: the product is there again, and somebody has to tell them. */
    status: z.enum(RESTOCK_STATUSES),
    createdAt: z.string(),
    dueAt: z.string().nullable(),
    closedAt: z.string().nullable(),
  })
  .meta({ id: "RestockNotice" });
export type RestockNoticeDto = z.infer<typeof restockNoticeDto>;

/** What waits for stock, and what can be told now. */
export const restockSummaryDto = z
  .object({
    /** Whether anybody ever asked. */
    hasAny: z.boolean(),
    waiting: z.int(),
    due: z.int(),
    /** Products for which somebody waits or is to be told. */
    products: z.int(),
  })
  .meta({ id: "RestockSummary" });
export type RestockSummaryDto = z.infer<typeof restockSummaryDto>;

export const listRestockNoticesInput = pageInput.extend({
  status: z.enum(RESTOCK_STATUSES).optional(),
  productId: z.uuid().optional(),
});
export type ListRestockNoticesInput = z.input<typeof listRestockNoticesInput>;

export const closeRestockNoticeInput = z.object({ id: z.uuid(), status: z.enum(["sent", "cancelled"]) });
export const closeRestockNoticeBody = closeRestockNoticeInput.omit({ id: true });
export type CloseRestockNoticeInput = z.input<typeof closeRestockNoticeInput>;
