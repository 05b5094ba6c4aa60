import { z } from "zod";
import { driver } from "@/db/client";
import { type Context, systemContext } from "@/lib/core/context";
import { deliverConversation } from "@/lib/platform/channels";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { announceDelivery } from "./announce-delivery";
import { announceRestock } from "./announce-restock";
import { assignWaiting } from "./assignment/assign-waiting";
import { reassignConversation } from "./assignment/reassign";
import { wakeConversation } from "./change-status";
import { markBreaches } from "./clocks/mark-breaches";
import { refreshDeadlines } from "./clocks/refresh-deadlines";
import { indexConversations, TERMS_VERSION } from "./index-terms";
import { keepPlatformFiles } from "./keep-files";
import { settleReply } from "./phrasing/settle-reply";
import { prepareVideo } from "./prepare-video";
import { receiveChannelCall } from "./receive-channel-call";
import { sendScheduled } from "./scheduled/send-scheduled";
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

interface Due {
  merchant_id: string;
  id: string;
}

/** Every minute: what was not done in time is written down, passed on, or given to somebody who is there now. */
export const watchDeadlinesJob = defineJob({
  name: "watch-deadlines",
  payload: z.object({}),
  handler: async (ctx) => {
    const at = ctx.now().toISOString();
    const asShop = (merchantId: string): Context => ({
      ...systemContext(merchantId, "deadlines", ctx.requestId),
      now: ctx.now,
    });
    // One that fails is tried again in a minute; the others need not wait for it.
    const attempt = (what: string, work: Promise<void>) =>
      work.catch((error) => console.error(`${what} could not be looked at:`, error));
    for (const { merchant_id, id } of await driver()<Due[]>`SELECT * FROM due_service_clocks(${at})`)
      await attempt(`What is due of ${id}`, markBreaches(asShop(merchant_id), { id }));
    for (const { merchant_id, id } of await driver()<Due[]>`SELECT * FROM due_reassignments(${at})`)
      await attempt(`The assignee of ${id}`, reassignConversation(asShop(merchant_id), { id }));
    for (const { merchant_id } of await driver()<
      Pick<Due, "merchant_id">[]
    >`SELECT * FROM merchants_with_queue()`)
      await attempt(`The queue of ${merchant_id}`, assignWaiting(asShop(merchant_id)));
  },
});

/** Every minute: replies whose time has come go out. */
export const sendScheduledJob = defineJob({
  name: "send-scheduled",
  payload: z.object({}),
  handler: async (ctx) => {
    const at = ctx.now().toISOString();
    for (const { merchant_id, id } of await driver()<Due[]>`SELECT * FROM due_scheduled_messages(${at})`) {
      // One that fails is tried again in a minute; the others need not wait for it.
      const shop = { ...systemContext(merchant_id, "schedule", ctx.requestId), now: ctx.now };
      await sendScheduled(shop, { id }).catch((error) =>
        console.error(`The scheduled reply ${id} could not be sent:`, error),
      );
    }
  },
});

/** Every minute: answers that were to be put into other words, and whoever was about to has died. */
export const settleRepliesJob = defineJob({
  name: "settle-replies",
  payload: z.object({}),
  handler: async (ctx) => {
    const at = ctx.now().toISOString();
    for (const { merchant_id, id } of await driver()<Due[]>`SELECT * FROM stray_phrasings(${at})`) {
      // One that fails is tried again in a minute; the others need not wait for it.
      const shop = { ...systemContext(merchant_id, "phrasing", ctx.requestId), now: ctx.now };
      await settleReply(shop, id, { is: "kept", reason: "interrupted" }).catch((error) =>
        console.error(`The answer ${id} could not be sent:`, error),
      );
    }
  },
});

/** After a shop changed its hours or targets. */
export const refreshDeadlinesJob = defineJob({
  name: "refresh-deadlines",
  payload: z.object({}),
  handler: (ctx) => refreshDeadlines(ctx),
});

/** After somebody came back, or how conversations are given out was changed. */
export const assignWaitingJob = defineJob({
  name: "assign-waiting",
  payload: z.object({ backUserId: z.uuid().optional() }),
  handler: (ctx, { backUserId }) => assignWaiting(ctx, backUserId ? { backUserId } : {}),
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

/** Fetches the files of a message from the platform that has them, before it forgets them. */
export const keepAttachmentsJob = defineJob({
  name: "keep-attachments",
  payload: z.object({ messageId: z.uuid() }),
  retryLimit: 5,
  expireInSeconds: 300,
  handler: (ctx, payload) => keepPlatformFiles(ctx, payload),
});

/** A frame of a video, and what is said in it. */
export const prepareVideoJob = defineJob({
  name: "prepare-video",
  payload: z.object({ messageId: z.uuid(), attachmentId: z.uuid() }),
  expireInSeconds: 300,
  handler: (ctx, payload) => prepareVideo(ctx, payload, voiceAnalyzer),
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
