import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { storableText } from "../../records/schemas";
import { evidenceDto } from "./evidence";

export const COMPLAINT_CATEGORIES = [
  "product",
  "delivery",
  "service",
  "refund",
  "price",
  "privacy",
  "other",
] as const;
export const COMPLAINT_SEVERITIES = ["low", "normal", "high"] as const;
export const COMPLAINT_STATUSES = ["open", "in_progress", "closed"] as const;

export const openComplaintInput = z.object({
  /** The caller's own name of this complaint: sent again, it gives the stored one. */
  requestKey: storableText(200).min(1),
  category: z.enum(COMPLAINT_CATEGORIES),
  severity: z.enum(COMPLAINT_SEVERITIES).default("normal"),
  text: storableText(4_000).min(1),
  orderId: z.uuid().optional(),
  conversationId: z.uuid().optional(),
});
export type OpenComplaintInput = z.input<typeof openComplaintInput>;

export const changeComplaintInput = z.object({
  id: z.uuid(),
  status: z.enum(COMPLAINT_STATUSES),
  severity: z.enum(COMPLAINT_SEVERITIES).optional(),
  /** What was done about it; needed to close it. */
  resolution: storableText(2_000).min(1).optional(),
});
export const changeComplaintBody = changeComplaintInput.omit({ id: true });
export type ChangeComplaintInput = z.input<typeof changeComplaintInput>;

export const listComplaintsInput = pageInput.extend({
  status: z.enum(COMPLAINT_STATUSES).optional(),
  severity: z.enum(COMPLAINT_SEVERITIES).optional(),
  customerId: z.uuid().optional(),
  category: z.enum(COMPLAINT_CATEGORIES).optional(),
  sort: z.enum(["newest", "oldest"]).default("newest"),
});
export type ListComplaintsInput = z.input<typeof listComplaintsInput>;

export const complaintDto = z
  .object({
    id: z.uuid(),
    category: z.enum(COMPLAINT_CATEGORIES),
    severity: z.enum(COMPLAINT_SEVERITIES),
    text: z.string(),
    status: z.enum(COMPLAINT_STATUSES),
    orderId: z.uuid().nullable(),
    customerId: z.uuid().nullable(),
    conversationId: z.uuid().nullable(),
    /** Who took it up; null while nobody has. */
    ownerName: z.string().nullable(),
    resolution: z.string().nullable(),
    evidence: z.array(evidenceDto),
    actor: z.object({ type: z.string(), name: z.string() }),
    createdAt: z.string(),
    updatedAt: z.string(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
  })
  .meta({ id: "Complaint" });
export type ComplaintDto = z.infer<typeof complaintDto>;

export const complaintIdInput = z.object({ id: z.uuid() });

/** What is not closed yet: how many, how many of them are grave, and since when. */
export const complaintSummaryDto = z
  .object({
    /** Whether there ever was one. */
    hasAny: z.boolean(),
    unclosed: z.int(),
    high: z.int(),
    oldestAt: z.string().nullable(),
  })
  .meta({ id: "ComplaintSummary" });
export type ComplaintSummaryDto = z.infer<typeof complaintSummaryDto>;
