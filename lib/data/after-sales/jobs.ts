import { z } from "zod";
import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { findDueRestock } from "./find-due-restock";

/** Every five minutes: looks in the shops where somebody waits for a product that is there again. */
export const watchRestockJob = defineJob({
  name: "watch-restock",
  payload: z.object({}),
  handler: async (ctx) => {
    const shops = await driver()<{ merchant_id: string }[]>`SELECT * FROM merchants_with_restock()`;
    for (const { merchant_id } of shops) {
      // One that fails is looked at again in five minutes; the others need not wait for it.
      const shopContext = { ...systemContext(merchant_id, "restock", ctx.requestId), now: ctx.now };
      await findDueRestock(shopContext).catch((error) =>
        console.error(`Restock notices of ${merchant_id} could not be looked at:`, error),
      );
    }
  },
});
