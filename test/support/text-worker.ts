import type { Page } from "@playwright/test";
import type { Answer, BrowserReading } from "@/lib/platform/models/browser/messages";

export interface WorkerRun {
  /** From starting the worker to its word that it is ready; what it says it took itself is within. */
  readyMs: number;
  readings: BrowserReading[];
}

/**
 * Reads texts, one after the other, in a worker of a page that the desk serves, speaking to the built script itself.
 * @throws Error with the worker's own words when it cannot load or read.
 */
export function readInWorker(page: Page, texts: readonly string[]): Promise<WorkerRun> {
  return page.evaluate(
    (wanted) =>
      new Promise<WorkerRun>((resolve, reject) => {
        const start = performance.now();
        const worker = new Worker("/text-worker.js");
        const readings: BrowserReading[] = [];
        let readyMs = 0;
        worker.onerror = (event) => reject(new Error(event.message || "The worker could not be started."));
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          if (data.type === "progress") return;
          if (data.type === "failed" || data.type === "unread") {
            reject(new Error(data.cause));
            return;
          }
          if (data.type === "ready") readyMs = performance.now() - start;
          else readings.push(data.reading);
          const id = readings.length;
          if (id < wanted.length) worker.postMessage({ type: "read", id, text: wanted[id] });
          else {
            worker.terminate();
            resolve({ readyMs, readings });
          }
        };
        worker.postMessage({ type: "load", origin: location.origin });
      }),
    texts,
  );
}
