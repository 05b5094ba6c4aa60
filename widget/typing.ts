const REPEAT_MS = 3_000;
const IDLE_MS = 4_000;

/** Tells the desk that the visitor is writing: at once, then every few seconds, and when they stop. */
export class TypingSender {
  private lastSentAt = Number.NEGATIVE_INFINITY;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (isTyping: boolean) => Promise<void>) {}

  touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.stop(), IDLE_MS);
    const now = Date.now();
    if (now - this.lastSentAt < REPEAT_MS) return;
    this.lastSentAt = now;
    // Nobody misses a lost hint.
    this.send(true).catch(() => {});
  }

  stop(): void {
    const wasTyping = this.lastSentAt !== Number.NEGATIVE_INFINITY;
    this.reset();
    if (wasTyping) this.send(false).catch(() => {});
  }

  reset(): void {
    clearTimeout(this.idle);
    this.lastSentAt = Number.NEGATIVE_INFINITY;
  }
}
