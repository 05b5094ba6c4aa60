import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { announceRestock } from "./announce-restock";
import { wakeConversation } from "./change-status";

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

/** Every five minutes: tells those who wait for a product that is there again. */
export const watchRestockJob = defineJob({
  name: "watch-restock",
  payload: z.object({}),
  handler: async (ctx) => {
    const shops = await driver()<{ merchant_id: string }[]>`SELECT * FROM merchants_with_restock()`;
    for (const { merchant_id } of shops) {
      // One that fails is looked at again in five minutes; the others need not wait for it.
      const shopContext = { ...systemContext(merchant_id, "restock", ctx.requestId), now: ctx.now };
      await announceRestock(shopContext).catch((error) =>
        console.error(`Restock notices of ${merchant_id} could not be looked at:`, error),
      );
    }
  },
});
