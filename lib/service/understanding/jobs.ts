import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { trainHead } from "./train-head";
import { watchDrift } from "./watch-drift";

/** Trains a shop's head; see `trainHead`. */
export const trainHeadJob = defineJob({
  name: "train-head",
  payload: z.object({ runId: z.uuid() }),
  retryLimit: 1,
  handler: (ctx, payload, signal) => trainHead(ctx, payload, { signal }),
});

const LOOK_BACK_MS = 56 * 86_400_000;

/** Every day: looks in each shop whether messages are understood worse than before. */
export const watchUnderstandingJob = defineJob({
  name: "watch-understanding",
  payload: z.object({}),
  handler: async (ctx) => {
    const since = new Date(ctx.now().getTime() - LOOK_BACK_MS).toISOString();
    const shops = await driver()<{ merchant_id: string }[]>`SELECT * FROM merchants_with_messages(${since})`;
    for (const { merchant_id } of shops) {
      // One that fails is looked at again tomorrow; the others need not wait for it.
      const shopContext = { ...systemContext(merchant_id, "watch", ctx.requestId), now: ctx.now };
      await watchDrift(shopContext).catch((error) =>
        console.error(`Understanding of ${merchant_id} could not be watched:`, error),
      );
    }
  },
});
