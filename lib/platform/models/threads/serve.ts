import { parentPort, type Transferable } from "node:worker_threads";
import { fromError, type Reply } from "./reply";

interface Asked<Question> {
  id: number;
  question: Question;
}

/** The thread's side of `Thread`: answers questions one after the other. */
export function serve<Question, Answer>(
  work: (question: Question) => Promise<{ answer: Answer; transfer?: Transferable[] }>,
): void {
  const port = parentPort;
  if (!port) throw new Error("This module runs in a thread.");
  let last: Promise<void> = Promise.resolve();
  port.on("message", ({ id, question }: Asked<Question>) => {
    last = last.then(async () => {
      try {
        const { answer, transfer = [] } = await work(question);
        port.postMessage({ id, answer } satisfies Reply<Answer>, transfer);
      } catch (error) {
        port.postMessage({ id, error: fromError(error) } satisfies Reply<Answer>);
      }
    });
  });
}
