import { z } from "zod";
import { storableText } from "@/lib/data/records/schemas";
import { listConversationsInput } from "@/lib/service/conversations/schemas";

export const MAX_SHOP_VIEWS = 50;
export const MAX_OWN_VIEWS = 50;

/** What a view shows: the filters of the list, and its order. */
export const viewFilters = listConversationsInput
  .omit({ limit: true, cursor: true, customerId: true })
  .meta({ id: "InboxViewFilters" });
export type ViewFilters = z.input<typeof viewFilters>;

const name = storableText(60)
  .min(1, "Give the view a name.")
  .transform((value) => value.normalize("NFC").replace(/\s+/g, " "));

export const inboxViewIdInput = z.object({ id: z.uuid() });
export const createInboxViewInput = z.object({
  name,
  /** For the one who makes it alone; else the whole shop's. */
  isPersonal: z.boolean().default(true),
  filters: viewFilters,
});
export type CreateInboxViewInput = z.input<typeof createInboxViewInput>;
export const updateInboxViewBody = z.object({
  name: name.optional(),
  /** All of them: one that is left out no longer narrows. */
  filters: viewFilters.optional(),
  /** Shares it with the shop, or makes it one's own. */
  isPersonal: z.boolean().optional(),
});
export const updateInboxViewInput = inboxViewIdInput.extend(updateInboxViewBody.shape);
export type UpdateInboxViewInput = z.input<typeof updateInboxViewInput>;
export const reorderInboxViewsInput = z.object({
  /** Which list: one's own, or the shop's. */
  isPersonal: z.boolean(),
  /** All views of that list, in their new order. */
  ids: z.array(z.uuid()).min(1).max(MAX_SHOP_VIEWS),
});
export type ReorderInboxViewsInput = z.input<typeof reorderInboxViewsInput>;

export const inboxViewDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isPersonal: z.boolean(),
    filters: viewFilters,
    /** How many conversations it holds now. */
    count: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "InboxView" });
export type InboxViewDto = z.output<typeof inboxViewDto>;
export const inboxViewsDto = z.object({ data: z.array(inboxViewDto) });
