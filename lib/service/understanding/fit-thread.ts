import { parentPort, workerData } from "node:worker_threads";
import {
  baseIntentHead,
  compareHeads,
  decodeIntentHead,
  encodeIntentHead,
  type IntentHead,
  trainIntentHead,
} from "@/lib/intelligence/text";
import type { FitAnswer, FitTask } from "./fit-head";

/** The body of the thread that `fitHead` starts: one task in, one answer out. */
function trainAndCompare(task: FitTask): FitAnswer {
  const { baseClasses, dimensions, examples, anchors, heldOut, corrections } = task;
  const previous: IntentHead | undefined = task.previous ? decodeIntentHead(task.previous) : undefined;
  const candidate = trainIntentHead({
    ...{ baseClasses, dimensions, examples, anchors },
    ...(previous ? { previous } : {}),
  });
  const current = previous ?? baseIntentHead(baseClasses, dimensions);
  const comparison = compareHeads({ current, candidate, heldOut, corrections });
  return { head: encodeIntentHead(candidate), ownClasses: [...candidate.ownClasses], comparison };
}

parentPort?.postMessage(trainAndCompare(workerData as FitTask));
