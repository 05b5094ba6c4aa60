import { setTimeout as sleep } from "node:timers/promises";
import { type OpenStream, openEventStream, type StreamEvent } from "../../walking/event-stream";

const RECONNECT_MS = 800;

/**
 * An open page as the chat and the inbox keep it: comes back after every break, resumes after the last event seen, and
 * writes down what came.
 */
export class EventReader {
  /** When each customer's or bot's message first came, by its id. */
  readonly messages = new Map<string, number>();
  /** When each message came first, by the sender's own id. */
  readonly byClientId = new Map<string, number>();
  /** Events that came although they had come before. */
  repeated = 0;
  private readonly seenIds = new Set<number>();
  private isStopped = false;
  private abort = new AbortController();

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
    private lastId: number,
  ) {}

  /** Resolves once the stream is open for the first time. */
  async start(): Promise<void> {
    const stream = await this.open();
    void this.keepOpen(stream);
  }

  stop(): void {
    this.isStopped = true;
    this.abort.abort();
  }

  private async keepOpen(first: OpenStream): Promise<void> {
    for (let stream: OpenStream | null = first; !this.isStopped; ) {
      await stream?.ended.catch(() => {});
      await sleep(RECONNECT_MS * (0.5 + Math.random()));
      if (!this.isStopped) stream = await this.open().catch(() => null);
    }
  }

  private async open(): Promise<OpenStream> {
    this.abort = new AbortController();
    const url = `${this.url}?after=${this.lastId}`;
    return openEventStream(url, this.headers, (event) => this.take(event), this.abort);
  }

  private take({ event, id, data, at }: StreamEvent): void {
    if (id !== null) {
      if (this.seenIds.has(id)) this.repeated += 1;
      this.seenIds.add(id);
      this.lastId = id;
    }
    if (event === "message") this.note(data().message as Message, at);
  }

  private note({ id, clientMessageId }: Message, at: number): void {
    if (!this.messages.has(id)) this.messages.set(id, at);
    if (clientMessageId && !this.byClientId.has(clientMessageId)) this.byClientId.set(clientMessageId, at);
  }
}

interface Message {
  id: string;
  clientMessageId: string | null;
}
