import { conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { findOrCreateCustomer } from "./find-customer";
import { TERMS_VERSION } from "./index-terms";
import { getConversation } from "./queries";
import { type ConversationDto, type StartConversationInput, startConversationInput } from "./schemas";

/** Opens a conversation on the `api` channel. The caller vouches for `customer.externalId`. */
export async function startConversation(ctx: Context, raw: StartConversationInput): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { channel, customer } = parseInput(startConversationInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { customerId } = await findOrCreateCustomer(tx, ctx, customer);
    const id = newId();
    const now = ctx.now();
    await tx.insert(conversations).values({
      merchantId: ctx.merchantId,
      id,
      channel,
      customerId,
      language: customer.locale ?? null,
      termsVersion: TERMS_VERSION,
      lastMessageAt: now,
      createdAt: now,
      updatedAt: now,
    });
    // An integration may be allowed to write conversations and not to read others': its own it sees.
    return getConversation({ ...ctx, actor: { type: "system", name: "api" } }, { id });
  });
}
