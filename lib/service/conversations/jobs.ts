import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { deliverConversation } from "@/lib/platform/channels";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { announceDelivery } from "./announce-delivery";
import { wakeConversation } from "./change-status";
import { receiveChannelCall } from "./receive-channel-call";
import { sweepChannels } from "./sweep-channels";
import { voiceAnalyzer } from "./voice-analyzer";

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

/** A platform's call that was stored: its messages go into their conversations. */
export const receiveChannelCallJob = defineJob({
  name: "receive-channel-call",
  payload: z.object({ callId: z.uuid() }),
  concurrency: 2,
  retryLimit: 5,
  expireInSeconds: 300,
  handler: (ctx, payload) => receiveChannelCall(ctx, payload, voiceAnalyzer),
});

/** Sends what waits in a conversation to the platform where the customer writes. */
export const sendDeliveriesJob = defineJob({
  name: "send-deliveries",
  payload: z.object({ conversationId: z.uuid() }),
  concurrency: 2,
  handler: (ctx, { conversationId }) => deliverConversation(ctx, conversationId, announceDelivery),
});

/** Every minute: what no job looks after any more is asked for again. */
export const sweepChannelsJob = defineJob({
  name: "sweep-channels",
  payload: z.object({}),
  handler: (ctx) => sweepChannels(ctx),
});
