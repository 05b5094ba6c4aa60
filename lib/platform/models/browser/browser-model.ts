import type { Answer, BrowserReading, Progress, Request } from "./messages";
import { openWorker } from "./open-worker";

export type { BrowserReading } from "./messages";

export type ModelState =
  | { phase: "idle" }
  | ({ phase: "loading" } & Progress)
  | { phase: "ready"; model: string; milliseconds: number }
  | { phase: "failed"; cause: string };

/** What this class needs of a Worker. */
export type TextWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

interface Options {
  /** Where the desk lives. */
  origin: string;
  onState?: (state: ModelState) => void;
  openWorker?: (origin: string) => TextWorker;
}

interface Question {
  id: number;
  text: string;
  resolve: (reading: BrowserReading | null) => void;
  reject: (error: Error) => void;
}

/**
 * The text model in the visitor's own browser: nothing that is read leaves it. The worker and its files, some 40 MB at
 * the first time, come when the first text does. While somebody writes only the newest text matters: one is being
 * read, one waits, and what waited before is answered with null.
 */
export class BrowserModel {
  state: ModelState = { phase: "idle" };
  private worker: TextWorker | null = null;
  private asked: Question | null = null;
  private waiting: Question | null = null;
  private lastId = 0;

  constructor(private readonly options: Options) {}

  /** Begins to load, where that has not begun; after a failure this is another try. */
  start(): void {
    if (this.worker) return;
    this.enter({ phase: "loading", loadedBytes: 0, totalBytes: null });
    try {
      this.worker = (this.options.openWorker ?? openWorker)(this.options.origin);
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
      return;
    }
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.fail(event.message || "The worker could not be started.");
    };
    this.post({ type: "load", origin: this.options.origin });
  }

  /**
   * What a text says; null when a newer text came before it was looked at, or the model was closed.
   * @throws Error when the model could not be loaded or run; the next text tries again.
   */
  read(text: string): Promise<BrowserReading | null> {
    return new Promise((resolve, reject) => {
      this.waiting?.resolve(null);
      this.waiting = { id: ++this.lastId, text, resolve, reject };
      this.start();
      this.askNext();
    });
  }

  /** Ends the worker and gives its memory back; a text that comes later starts it again. */
  close(): void {
    const questions = this.endWorker();
    for (const { resolve } of questions) resolve(null);
    this.enter({ phase: "idle" });
  }

  private receive(answer: Answer): void {
    switch (answer.type) {
      case "progress":
        this.enter({ phase: "loading", loadedBytes: answer.loadedBytes, totalBytes: answer.totalBytes });
        return;
      case "ready":
        this.enter({ phase: "ready", model: answer.model, milliseconds: answer.milliseconds });
        this.askNext();
        return;
      case "failed":
        this.fail(answer.cause);
        return;
      default:
        this.settle(answer);
    }
  }

  private settle(answer: Extract<Answer, { id: number }>): void {
    const question = this.asked;
    if (question?.id !== answer.id) return;
    this.asked = null;
    if (answer.type === "reading") question.resolve(answer.reading);
    else question.reject(new Error(answer.cause));
    this.askNext();
  }

  private askNext(): void {
    if (this.state.phase !== "ready" || this.asked || !this.waiting) return;
    const { id, text } = this.waiting;
    this.asked = this.waiting;
    this.waiting = null;
    this.post({ type: "read", id, text });
  }

  private fail(cause: string): void {
    const questions = this.endWorker();
    this.enter({ phase: "failed", cause });
    for (const { reject } of questions) reject(new Error(cause));
  }

  private endWorker(): Question[] {
    this.worker?.terminate();
    this.worker = null;
    const questions = [this.asked, this.waiting].filter((question) => question !== null);
    this.asked = null;
    this.waiting = null;
    return questions;
  }

  private post(request: Request): void {
    this.worker?.postMessage(request);
  }

  private enter(state: ModelState): void {
    this.state = state;
    this.options.onState?.(state);
  }
}
