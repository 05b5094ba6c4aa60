import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { wakeConversation } from "./change-status";
import { indexConversations, TERMS_VERSION } from "./index-terms";

/** Every minute: conversations whose snooze has ended come back to the inbox. */
export const reopenSnoozedJob = defineJob({
  name: "reopen-snoozed",
  payload: z.object({}),
  handler: async (ctx) => {
    const due = await driver()<
      { merchant_id: string; id: string }[]
    >`SELECT * FROM due_snoozed_conversations(${ctx.now().toISOString()})`;
    for (const { merchant_id, id } of due) {
      // One that fails is tried again in a minute; the others need not wait for it.
      await wakeConversation(
        { ...systemContext(merchant_id, "snooze", ctx.requestId), now: ctx.now },
        { id },
      ).catch((error) => console.error(`Conversation ${id} could not be woken:`, error));
    }
  },
});

/** Every minute: conversations that came in bulk, or from before search knew words, are made searchable. */
export const indexConversationsJob = defineJob({
  name: "index-conversations",
  payload: z.object({}),
  handler: async (ctx) => {
    const shops = await driver()<
      { merchant_id: string }[]
    >`SELECT * FROM merchants_with_unindexed_conversations(${TERMS_VERSION})`;
    for (const { merchant_id } of shops) {
      // One that fails is tried again in a minute; the others need not wait for it.
      await indexConversations({
        ...systemContext(merchant_id, "search", ctx.requestId),
        now: ctx.now,
      }).catch((error) => console.error(`Conversations of ${merchant_id} could not be indexed:`, error));
    }
  },
});
