import type { TextReading } from "@/lib/intelligence/text";

/** What a text says, as the browser's own model reads it. */
export interface BrowserReading extends TextReading {
  /** The model as `id@version`. */
  model: string;
  /** What the reading took in the worker. */
  milliseconds: number;
}

/** What the page asks of the worker: to load once, then texts, one after the other. */
export type Request =
  /** `origin`: of the desk, whose files these are; a worker made from a Blob has none of its own. */
  { type: "load"; origin: string } | { type: "read"; id: number; text: string };

/** How much of the model has come; `totalBytes` is null where the desk does not say. */
export interface Progress {
  loadedBytes: number;
  totalBytes: number | null;
}

export type Answer =
  | ({ type: "progress" } & Progress)
  | { type: "ready"; model: string; milliseconds: number }
  | { type: "failed"; cause: string }
  | { type: "reading"; id: number; reading: BrowserReading }
  | { type: "unread"; id: number; cause: string };
