import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { idInput, type money } from "../catalog/schemas";
import { orderDto, returnDto } from "../orders/schemas";
import { batchInput, externalIdSchema, referenceSchema, storableText } from "../records/schemas";

export { idInput };

export const customerDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    locale: z.string().optional(),
    country: z.string().optional(),
    city: z.string().optional(),
    /** Set when the person's data was erased; nothing is left that names them. */
    erasedAt: z.string().optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Customer" });
export type CustomerDto = z.infer<typeof customerDto>;

const localeSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag, such as en or zh-CN.");

/** In an update, a field that is left out stays as it is; null clears it. */
export const customerInput = z.object({
  externalId: externalIdSchema,
  name: storableText(200).nullish(),
  email: z.email().max(320).nullish(),
  phone: storableText(40)
    .regex(/^\+?[\d\s().-]{3,}$/, "Use digits, spaces and a leading +.")
    .nullish(),
  locale: localeSchema.nullish(),
  /** ISO 3166-1 alpha-2 where the source has it; else the country's name as the source writes it. */
  country: storableText(80).nullish(),
  city: storableText(120).nullish(),
});
export type CustomerInput = z.output<typeof customerInput>;
export const upsertCustomersInput = batchInput(customerInput);
export type UpsertCustomersInput = z.input<typeof upsertCustomersInput>;

export const listCustomersInput = pageInput.extend({
  /** Part of a name, e-mail address, phone number or external id. */
  q: storableText(200).optional(),
  locale: localeSchema.optional(),
  country: storableText(80).optional(),
});
export type ListCustomersInput = z.input<typeof listCustomersInput>;

export const mergeCustomersInput = z.object({
  /** Ends: its orders, returns, conversations and events move. */
  from: referenceSchema,
  /** Stays, and takes over the contact details that it lacks. */
  into: referenceSchema,
});
export type MergeCustomersInput = z.input<typeof mergeCustomersInput>;

export const mergedCustomersDto = z
  .object({
    customer: customerDto,
    mergedId: z.uuid(),
    moved: z.object({ orders: z.int(), returns: z.int(), conversations: z.int(), events: z.int() }),
  })
  .meta({ id: "MergedCustomers" });
export type MergedCustomersDto = z.infer<typeof mergedCustomersDto>;

/** A customer as two are laid beside each other. */
export const customerBriefDto = z.object({
  id: z.uuid(),
  externalId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  country: z.string().nullable(),
  orders: z.int(),
  createdAt: z.string(),
});
export type CustomerBriefDto = z.infer<typeof customerBriefDto>;

/** Why two records may be one person. */
export const matchDto = z.object({
  /** `probable`: strong evidence that no other name contradicts. */
  level: z.enum(["probable", "possible"]),
  /** Addresses that agree, and orders that were proven; what was only typed is weak. */
  reasons: z.array(
    z.object({ kind: z.enum(["email", "phone", "order"]), strength: z.enum(["strong", "weak"]) }),
  ),
  /** Whether the names agree; null where that cannot be said. */
  name: z.enum(["agrees", "differs"]).nullable(),
  /** How much speaks for it, 0–1. */
  score: z.number(),
});

export const samePersonDto = matchDto.extend({ customer: customerBriefDto }).meta({ id: "SamePerson" });
export type SamePersonDto = z.infer<typeof samePersonDto>;

export const duplicatesDto = z
  .object({
    /** The one that was asked about; null where it was erased. */
    customer: customerBriefDto.nullable(),
    data: z.array(samePersonDto),
  })
  .meta({ id: "Duplicates" });
export type DuplicatesDto = z.infer<typeof duplicatesDto>;

export const markDistinctBody = z.object({
  otherId: z.uuid(),
  /** False takes an earlier decision back. */
  isDistinct: z.boolean(),
});
export const markDistinctInput = z.object({ id: z.uuid() }).extend(markDistinctBody.shape);
export type MarkDistinctInput = z.input<typeof markDistinctInput>;

/** Revenue is counted as on the overview: without pending and cancelled orders, less refunds. */
export interface CustomerSummaryDto {
  customerId: string;
  orders: number;
  /** Net of refunds, in the shop's base currency. */
  revenue: z.infer<typeof money>;
  refunds: z.infer<typeof money>;
  firstOrderAt: string | null;
  lastOrderAt: string | null;
}

export const listCustomerTimelineInput = pageInput.extend({ customerId: z.uuid() });
export type ListCustomerTimelineInput = z.input<typeof listCustomerTimelineInput>;

/** One thing that happened with a customer. Fields that its kind does not have are null. */
export interface TimelineItemDto {
  /** Unique within the timeline. */
  key: string;
  kind: "order" | "shipment" | "return" | "event";
  at: string;
  /** Of the order, shipment or return. */
  status: string | null;
  eventType: string | null;
  orderId: string | null;
  orderNumber: string | null;
  amount: z.infer<typeof money> | null;
  carrier: string | null;
  trackingNumber: string | null;
  productId: string | null;
  productName: { zh?: string; en?: string; es?: string } | null;
  quantity: number | null;
  query: string | null;
}

const record = z.record(z.string(), z.unknown());

/** All that is held about one person. */
export const customerExportDto = z
  .object({
    exportedAt: z.string(),
    customer: customerDto,
    /** Records that were merged into this one. */
    mergedCustomers: z.array(customerDto),
    orders: z.array(orderDto),
    /** Returns that name no order. */
    returns: z.array(returnDto),
    conversations: z.array(record),
    /** What platforms know the person by. */
    channelContacts: z.array(record),
    events: z.array(record),
    orderRequests: z.array(record),
    complaints: z.array(record),
    restockNotices: z.array(record),
  })
  .meta({ id: "CustomerExport" });
export type CustomerExportDto = z.infer<typeof customerExportDto>;
