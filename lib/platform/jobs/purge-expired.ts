import { z } from "zod";
import { driver } from "@/db/client";
import { defineJob } from "./define-job";

/** Every hour: forgets idempotency keys, live events, rate-limit windows, raw channel calls, acts and unsent files whose time is over. */
export const purgeExpiredJob = defineJob({
  name: "purge-expired",
  payload: z.object({}),
  handler: async () => {
    await driver()`SELECT purge_expired_rows()`;
    await driver()`SELECT purge_inbound_calls()`;
    await driver()`SELECT purge_undoable_acts()`;
    await driver()`SELECT purge_unsent_attachments()`;
  },
});
