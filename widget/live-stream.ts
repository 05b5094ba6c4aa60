import { ApiError } from "./api-error";
import { EventParser, type ServerEvent } from "./event-parser";

/** The desk sends a comment every 15 s; a stream silent for longer than this is dead. */
const SILENCE_MS = 40_000;
const FIRST_DELAY_MS = 800;
const MAX_DELAY_MS = 30_000;
/** A connection that held this long was a good one: the next loss starts from the shortest wait again. */
const GOOD_CONNECTION_MS = 10_000;

interface LiveStreamOptions {
  open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>;
  renewSession: () => Promise<void>;
  onEvent: (event: ServerEvent) => void;
  onConnection: (isConnected: boolean) => void;
}

/** Half to all of a doubling wait, so that the visitors of a restarted desk do not come back in one moment. */
export function reconnectDelayMs(attempt: number, random: number): number {
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt) * (0.5 + random / 2);
}

/** One visitor's events: reconnects for ever, resumes after the last id seen, rests while paused. */
export class LiveStream {
  private readonly parser: EventParser;
  private abort: AbortController | null = null;
  private wakeUp: (() => void) | null = null;
  private attempt = 0;
  private isStopped = false;
  private isPaused = false;

  constructor(
    private readonly options: LiveStreamOptions,
    lastEventId: string | null,
  ) {
    this.parser = new EventParser(lastEventId);
    void this.run();
  }

  /** Goes on from here: everything up to this event was read by other means. */
  resumeAfter(lastEventId: string | null): void {
    this.parser.resumeAfter(lastEventId);
  }

  stop(): void {
    this.isStopped = true;
    this.abort?.abort();
    this.wakeUp?.();
  }

  pause(): void {
    this.isPaused = true;
    this.abort?.abort();
  }

  /** Now is a good moment to connect: the network is back, or somebody is looking. */
  wake(): void {
    this.isPaused = false;
    this.attempt = 0;
    this.wakeUp?.();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      if (this.isPaused) {
        await this.sleep(null);
        continue;
      }
      const waitMs = await this.readUntilLost();
      if (this.isStopped || this.isPaused) continue;
      this.options.onConnection(false);
      await this.sleep(waitMs ?? reconnectDelayMs(this.attempt++, Math.random()));
    }
  }

  /** @returns how long the desk asks to wait, or null when it says nothing. */
  private async readUntilLost(): Promise<number | null> {
    const abort = new AbortController();
    this.abort = abort;
    const startedAt = Date.now();
    try {
      const response = await this.options.open(this.parser.lastEventId, abort.signal);
      this.options.onConnection(true);
      await this.read(response, abort);
    } catch (error) {
      if (error instanceof ApiError) return await this.afterError(error);
    } finally {
      abort.abort();
    }
    if (Date.now() - startedAt > GOOD_CONNECTION_MS) this.attempt = 0;
    return null;
  }

  private async read(response: Response, abort: AbortController): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) return;
    let silence = setTimeout(() => abort.abort(), SILENCE_MS);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE_MS);
        for (const event of this.parser.push(value)) if (!this.isStopped) this.options.onEvent(event);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  private async afterError(error: ApiError): Promise<number | null> {
    if (error.status === 404) this.isStopped = true;
    if (error.status === 401) await this.options.renewSession().catch(() => {});
    return error.retryAfterMs;
  }

  private sleep(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
