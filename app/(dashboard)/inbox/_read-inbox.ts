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
import type { InitialInbox } from "./_live/use-inbox-queries";
import { type ListScope, listInput } from "./_live/views";
import { type CustomerContext, readCustomerContext } from "./_read-customer-context";

export interface FirstPaint extends InitialInbox {
  /** The stream goes on from here: read first, so that nothing falls between the paint and the stream. */
  streamPosition: number;
  customer: CustomerContext | null;
}

export async function readInbox(
  ctx: PageContext,
  scope: ListScope,
  conversationId: string | null,
): Promise<FirstPaint> {
  const streamPosition = (await readLivePosition(ctx)) ?? 0;
  const [list, counts, conversation] = await Promise.all([
    scope.q
      ? searchConversations(ctx, { ...listInput(scope), q: scope.q })
      : listConversations(ctx, listInput(scope)),
    countInbox(ctx),
    conversationId ? readConversation(ctx, conversationId) : null,
  ]);
  const customer =
    conversation?.customerId && can(ctx.actor, "customers:read")
      ? await readCustomerContext(ctx, conversation.customerId).catch(() => null)
      : null;
  return { scope, list, counts, conversation, streamPosition, customer };
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
