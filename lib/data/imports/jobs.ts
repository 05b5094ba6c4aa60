import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { runImport } from "./run-import";

/** One import at a time in a worker: it is the heaviest thing that a worker does. */
export const runImportJob = defineJob({
  name: "run-import",
  payload: z.object({ importId: z.uuid() }),
  concurrency: 1,
  retryLimit: 2,
  expireInSeconds: 3600,
  handler: async (ctx, { importId }, signal) => {
    await runImport(ctx, importId, { signal });
  },
});
