import { driver } from "@/db/client";
import { inTenant } from "@/db/tenant";
import { type Context, systemContext } from "@/lib/core/context";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";

interface StrayRow {
  merchant_id: string;
  conversation_id: string | null;
  call_id: string | null;
}

/**
 * Asks again for the work on what a job was to do and did not: its worker died, or its tries were used up. The jobs
 * themselves see what is still to be done, so asking once too often does no harm.
 */
export async function sweepChannels(ctx: Context): Promise<void> {
  const stray = await driver()<StrayRow[]>`SELECT * FROM stray_channel_work(${ctx.now().toISOString()})`;
  for (const { merchant_id, conversation_id, call_id } of stray) {
    const shopContext = { ...systemContext(merchant_id, "channels", ctx.requestId), now: ctx.now };
    await inTenant(shopContext, async ({ tx, ctx }) => {
      if (conversation_id) await enqueueJob(tx, ctx, "send-deliveries", { conversationId: conversation_id });
      if (call_id) await enqueueJob(tx, ctx, "receive-channel-call", { callId: call_id });
    });
  }
}
