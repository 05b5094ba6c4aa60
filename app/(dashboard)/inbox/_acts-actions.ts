"use server";

import { action } from "@/lib/platform/http/action";
import {
  undoAct as undoActVerb,
  updateConversations as updateConversationsVerb,
} from "@/lib/service/conversations";
import type { UpdateConversationsInput } from "@/lib/service/conversations/schemas";
import {
  createInboxView,
  deleteInboxView,
  reorderInboxViews,
  updateInboxView,
} from "@/lib/service/inbox-views";
import type {
  CreateInboxViewInput,
  ReorderInboxViewsInput,
  UpdateInboxViewInput,
} from "@/lib/service/inbox-views/schemas";

export const updateConversations = action((ctx, input: UpdateConversationsInput) =>
  updateConversationsVerb(ctx, input),
);
export const undoAct = action((ctx, input: { id: string }) => undoActVerb(ctx, input));
export const saveView = action((ctx, input: CreateInboxViewInput) => createInboxView(ctx, input));
export const changeView = action((ctx, input: UpdateInboxViewInput) => updateInboxView(ctx, input));
export const removeView = action((ctx, input: { id: string }) => deleteInboxView(ctx, input));
export const reorderViews = action((ctx, input: ReorderInboxViewsInput) => reorderInboxViews(ctx, input));
