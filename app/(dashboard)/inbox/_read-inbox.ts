import "server-only";

import { AppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { can } from "@/lib/core/permissions";
import type { PageContext } from "@/lib/platform/http/page-context";
import { readLivePosition } from "@/lib/platform/live";
import {
  countInbox,
  getConversation,
  listConversations,
  searchConversations,
} from "@/lib/service/conversations";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import { listInboxViews } from "@/lib/service/inbox-views";
import type { InitialInbox } from "./_live/use-inbox-queries";
import { type InboxParams, listInput, readScope } from "./_live/views";
import { type CustomerContext, readCustomerContext } from "./_read-customer-context";

export interface FirstPaint extends InitialInbox {
  /** The stream goes on from here: read first, so that nothing falls between the paint and the stream. */
  streamPosition: number;
  customer: CustomerContext | null;
}

export async function readInbox(
  ctx: PageContext,
  params: InboxParams,
  conversationId: string | null,
): Promise<FirstPaint> {
  const streamPosition = (await readLivePosition(ctx)) ?? 0;
  const saved = listInboxViews(ctx);
  // Only the address of a saved view must wait for what it says.
  const scope = readScope(params, isId(params.view ?? "") ? (await saved).data : []);
  const input = listInput(scope);
  const [list, counts, conversation, { data: views }] = await Promise.all([
    input.q ? searchConversations(ctx, { ...input, q: input.q }) : listConversations(ctx, input),
    countInbox(ctx),
    conversationId ? readConversation(ctx, conversationId) : null,
    saved,
  ]);
  const customer =
    conversation?.customerId && can(ctx.actor, "customers:read")
      ? await readCustomerContext(ctx, conversation.customerId).catch(() => null)
      : null;
  return { scope, views, list, counts, conversation, streamPosition, customer };
}

async function readConversation(ctx: PageContext, id: string): Promise<ConversationDto | null> {
  if (!isId(id)) return null;
  try {
    return await getConversation(ctx, { id });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
