import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { reopenConversation } from "./change-status";

/** Every minute: conversations whose snooze has ended come back to the inbox. */
export const reopenSnoozedJob = defineJob({
  name: "reopen-snoozed",
  payload: z.object({}),
  handler: async (ctx) => {
    const due = await driver()<
      { merchant_id: string; id: string }[]
    >`SELECT * FROM due_snoozed_conversations(${ctx.now().toISOString()})`;
    for (const { merchant_id, id } of due) {
      await reopenConversation(systemContext(merchant_id, "snooze", ctx.requestId), { id });
    }
  },
});
