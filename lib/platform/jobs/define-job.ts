import type { z } from "zod";
import { type Context, systemContext } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import type { QueueName } from "@/lib/core/queues";

/** A background job as the worker knows it. Payloads carry ids, not facts. */
export interface Job {
  name: QueueName;
  /** How many run at once in one worker. */
  concurrency: number;
  retryLimit: number;
  /** A job that runs longer is taken for dead and tried again. */
  expireInSeconds: number;
  run(merchantId: string, payload: unknown, requestId: string, signal: AbortSignal): Promise<void>;
}

interface JobDefinition<Schema extends z.ZodType> {
  name: QueueName;
  payload: Schema;
  concurrency?: number;
  retryLimit?: number;
  expireInSeconds?: number;
  handler: (ctx: Context, payload: z.output<Schema>, signal: AbortSignal) => Promise<void>;
}

export function defineJob<Schema extends z.ZodType>(definition: JobDefinition<Schema>): Job {
  return {
    name: definition.name,
    concurrency: definition.concurrency ?? 1,
    retryLimit: definition.retryLimit ?? 3,
    expireInSeconds: definition.expireInSeconds ?? 900,
    run: (merchantId, payload, requestId, signal) =>
      definition.handler(
        systemContext(merchantId, definition.name, requestId),
        parseInput(definition.payload, payload),
        signal,
      ),
  };
}
