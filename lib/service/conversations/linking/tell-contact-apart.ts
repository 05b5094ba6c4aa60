import { and, eq } from "drizzle-orm";
import { distinctContacts } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { getCustomer } from "@/lib/data/customers";
import { recordAudit } from "@/lib/platform/audit";
import { actorDisplayName, lockConversation } from "../internal";
import { type TellContactApartInput, tellContactApartInput } from "../schemas";
import { lockContact, requireContact } from "./read-contact";

/** Says that a platform's person is not a customer, so that nobody is asked again; or takes it back. */
export async function tellContactApart(ctx: Context, raw: TellContactApartInput): Promise<void> {
  requirePermission(ctx, "conversations:write");
  requirePermission(ctx, "customers:write");
  const { id, customerId, isDistinct } = parseInput(tellContactApartInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const contact = requireContact(await lockContact(tx, ctx, conversation));
    const customer = await getCustomer(ctx, { id: customerId });
    const pair = { merchantId: ctx.merchantId, contactId: contact.id, customerId: customer.id };
    if (isDistinct) {
      const decidedBy = actorDisplayName(ctx) ?? "customer";
      await tx
        .insert(distinctContacts)
        .values({ ...pair, decidedBy, createdAt: ctx.now() })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(distinctContacts)
        .where(
          and(
            eq(distinctContacts.merchantId, pair.merchantId),
            eq(distinctContacts.contactId, pair.contactId),
            eq(distinctContacts.customerId, pair.customerId),
          ),
        );
    }
    await recordAudit(tx, ctx, {
      action: isDistinct ? "conversation.customer_told_apart" : "conversation.customer_not_told_apart",
      subject: { type: "conversation", id },
      details: { contactId: pair.contactId, customerId: pair.customerId },
    });
  });
}
