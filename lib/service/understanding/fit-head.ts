import { Worker } from "node:worker_threads";
import type { HeadAnchor, HeadComparison, HeldOutExample, IntentHeadExample } from "@/lib/intelligence/text";

/** What the thread is given; plain numbers, so that they can be copied to it. */
export interface FitTask {
  baseClasses: readonly string[];
  dimensions: number;
  examples: readonly IntentHeadExample[];
  anchors: readonly HeadAnchor[];
  /** The active head's bytes; null is the shipped model. */
  previous: Uint8Array | null;
  heldOut: readonly HeldOutExample[];
  corrections: readonly IntentHeadExample[];
}

export interface FitAnswer {
  head: Uint8Array;
  ownClasses: string[];
  comparison: HeadComparison;
}

/** A thread does not take over the process's loader of TypeScript, so it sets up its own. */
const BOOT = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("./fit-thread.ts", import.meta.url).href)});
});`;

/**
 * Trains a head and compares it with the one before, in a thread of its own: seconds of arithmetic, during which this
 * process goes on with other jobs.
 * @throws what training or comparison threw, as an Error.
 */
export function fitHead(task: FitTask, signal?: AbortSignal): Promise<FitAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(BOOT, { eval: true, workerData: task, execArgv: [] });
    const stop = () => void thread.terminate();
    signal?.addEventListener("abort", stop, { once: true });
    thread.once("message", (answer: FitAnswer) => {
      resolve(answer);
      stop();
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      signal?.removeEventListener("abort", stop);
      reject(new Error("The training stopped before it was done."));
    });
  });
}
