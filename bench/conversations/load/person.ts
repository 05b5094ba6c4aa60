import { setTimeout as sleep } from "node:timers/promises";

/** A message and how it went. */
export interface Sent {
  /** Under which it is stored, however often it is sent. */
  id: string;
  channel: Channel;
  at: number;
  /** Until the answer that carries the bot's reply; null where none came, or comes by the platform. */
  replyMs: number | null;
  /** It was taken in the end. */
  wasTaken: boolean;
  tries: number;
}

export type Channel = "web" | "api" | "telegram";
/** Sends once. True when the bot's reply came with the answer. */
export type Send = (text: string, id: string) => Promise<boolean>;

const PATIENCE_MS = 90_000;
const RETRY_MS = 400;

/** Somebody who writes: one message after the other, each sent again under the same id until it is taken. */
export class Person {
  private said = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly channel: Channel,
    private readonly words: readonly string[],
    private readonly newId: () => string,
    private readonly send: Send,
  ) {}

  say(): Promise<Sent> {
    const text = this.words[this.said++ % this.words.length]!;
    const at = performance.now();
    const sent = this.last.then(() => this.sendUntilTaken(text, this.newId(), at));
    this.last = sent;
    return sent;
  }

  private async sendUntilTaken(text: string, id: string, at: number): Promise<Sent> {
    for (let tries = 1; ; tries++) {
      const hasReply = await this.send(text, id).catch(() => null);
      const ms = performance.now() - at;
      if (hasReply !== null)
        return { id, channel: this.channel, at, replyMs: hasReply ? ms : null, wasTaken: true, tries };
      if (ms > PATIENCE_MS) return { id, channel: this.channel, at, replyMs: null, wasTaken: false, tries };
      await sleep(RETRY_MS * (0.5 + Math.random()));
    }
  }
}
