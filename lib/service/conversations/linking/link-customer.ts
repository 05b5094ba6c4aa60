import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts, conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { getCustomer } from "@/lib/data/customers";
import { recordAudit } from "@/lib/platform/audit";
import { lockConversation, updateConversation } from "../internal";
import { getConversation } from "../queries";
import { type ConversationDto, type LinkCustomerInput, linkCustomerInput } from "../schemas";
import { type ContactRow, lockContact, requireContact } from "./read-contact";

/**
 * Says which customer a platform's person is, or that they are nobody who is known. From then on the bot serves them as
 * that customer, so it forgets what it had in hand for the person they were before. What was done meanwhile stays with
 * the orders that it was done about.
 */
export async function linkCustomer(ctx: Context, raw: LinkCustomerInput): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  requirePermission(ctx, "customers:write");
  const { id, customerId } = parseInput(linkCustomerInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const contact = requireContact(await lockContact(tx, ctx, conversation));
    const next = customerId === null ? null : await readLinkable(ctx, customerId);
    if (contact.customerId === next) return getConversation(ctx, { id });
    await linkContact(tx, ctx, contact, next);
    await updateConversation(tx, ctx, id, { customerId: next, slots: {} });
    await recordAudit(tx, ctx, {
      action: next ? "conversation.customer_linked" : "conversation.customer_unlinked",
      subject: { type: "conversation", id },
      details: { contactId: contact.id, customerId: next, before: contact.customerId },
    });
    return getConversation(ctx, { id });
  });
}

/** The record that stands for the customer today; an erased one is nobody's. */
async function readLinkable(ctx: Context, id: string): Promise<string> {
  const customer = await getCustomer(ctx, { id });
  if (customer.erasedAt) throw new AppError("conflict", "This customer was erased. Choose another.");
  return customer.id;
}

/** The person's other conversations go along; the one that is open is changed by its own verb. */
async function linkContact(
  tx: Transaction,
  { merchantId, now }: Context,
  contact: ContactRow,
  customerId: string | null,
): Promise<void> {
  await tx
    .update(channelContacts)
    .set({ customerId, updatedAt: now() })
    .where(and(eq(channelContacts.merchantId, merchantId), eq(channelContacts.id, contact.id)));
  await tx
    .update(conversations)
    .set({ customerId, slots: {} })
    .where(and(eq(conversations.merchantId, merchantId), eq(conversations.channelContactId, contact.id)));
  if (!customerId) return;
  await tx.execute(sql`
    DELETE FROM distinct_contacts
    WHERE merchant_id = ${merchantId} AND contact_id = ${contact.id} AND customer_id = ${customerId}`);
}
