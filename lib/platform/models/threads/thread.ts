import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Transferable, Worker } from "node:worker_threads";
import { AppError } from "@/lib/core/errors";
import { type Reply, toError } from "./reply";

const FOLDER = path.join("lib", "platform", "models", "threads");

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * Work that would hold up other requests, done in a thread of its own, one question after the other. The thread is
 * started by the first question and stays, for what it has loaded; after a crash the next question starts another.
 */
export class Thread<Question, Answer> {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting<Answer>>();
  private lastId = 0;

  /** @param entry name of its module beside this one. @param maxWaiting questions at once, which bounds their memory. */
  constructor(
    private readonly entry: string,
    private readonly maxWaiting: number,
  ) {}

  /**
   * @param transfer buffers that move to the thread instead of being copied; they are gone here.
   * @throws what the thread threw; AppError `unavailable` when it is busy or ended without an answer.
   */
  ask(question: Question, transfer: readonly Transferable[] = []): Promise<Answer> {
    if (this.waiting.size >= this.maxWaiting) {
      const message = "Too many recordings are being analysed at the moment. Try again in a few seconds.";
      return Promise.reject(new AppError("unavailable", message, { retryAfterSeconds: 5 }));
    }
    this.worker ??= this.start();
    const { worker } = this;
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      worker.postMessage({ id, question }, transfer);
      this.waiting.set(id, { resolve, reject });
      // An idle thread does not keep a process alive that has nothing else to do.
      worker.ref();
    });
  }

  /** Ends the thread, if it runs. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const file = (name: string) => path.join(process.cwd(), FOLDER, name);
    const options = { workerData: { entry: pathToFileURL(file(this.entry)).href }, execArgv: [] };
    // Not `new`: the bundler would follow it and pack the thread, which runs from its source.
    const worker: Worker = Reflect.construct(Worker, [file("start.mjs"), options]);
    worker.unref();
    worker.on("message", (reply: Reply<Answer>) => this.settle(reply));
    worker.on("error", (error) => console.error(`The thread ${this.entry} failed:`, error));
    worker.on("exit", () => this.end(worker));
    return worker;
  }

  private settle(reply: Reply<Answer>): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0) this.worker?.unref();
    if ("error" in reply) waiting?.reject(toError(reply.error));
    else waiting?.resolve(reply.answer);
  }

  private end(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const message = "The analysis ended unexpectedly. Try again.";
    for (const { reject } of this.waiting.values())
      reject(new AppError("unavailable", message, { retryAfterSeconds: 1 }));
    this.waiting.clear();
  }
}
