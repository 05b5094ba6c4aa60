const REPEAT_MS = 3_000;
const IDLE_MS = 4_000;
/** Between two looks at what is being written. */
const PREVIEW_MS = 1_200;
/** As the desk takes it. */
const MOST_SHOWN = 500;

/**
 * Tells the desk that the visitor is writing: at once, then every few seconds, and when they stop. Where people may see
 * what is being written, the end of it goes along, and an empty text when it was sent, deleted or left.
 */
export class TypingSender {
  private lastSentAt = Number.NEGATIVE_INFINITY;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private look: ReturnType<typeof setTimeout> | undefined;
  private text = "";
  /** Whether the desk has seen something that must be taken away again. */
  private isShown = false;

  constructor(
    private readonly send: (isTyping: boolean, text?: string) => Promise<void>,
    private readonly showsText: () => boolean = () => false,
  ) {}

  touch(text: string): void {
    this.text = text;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.pause(), IDLE_MS);
    const repeatMs = this.showsText() ? PREVIEW_MS : REPEAT_MS;
    const waitMs = this.lastSentAt + repeatMs - Date.now();
    if (waitMs <= 0) this.announce();
    // The last letters are looked at too, though nothing is typed after them.
    else if (this.showsText()) this.look ??= setTimeout(() => this.announce(), waitMs);
  }

  /** It was sent or deleted, or the visitor leaves. */
  stop(): void {
    const wasTyping = this.lastSentAt !== Number.NEGATIVE_INFINITY;
    const { isShown } = this;
    this.reset();
    if (isShown) this.tell(false, "");
    else if (wasTyping) this.tell(false);
  }

  reset(): void {
    clearTimeout(this.idle);
    clearTimeout(this.look);
    this.look = undefined;
    this.text = "";
    this.isShown = false;
    this.lastSentAt = Number.NEGATIVE_INFINITY;
  }

  /** They think: what they wrote stays before the desk's eyes, where it is seen at all. */
  private pause(): void {
    this.lastSentAt = Number.NEGATIVE_INFINITY;
    this.tell(false);
  }

  private announce(): void {
    clearTimeout(this.look);
    this.look = undefined;
    this.lastSentAt = Date.now();
    const isSeen = this.showsText();
    this.isShown ||= isSeen;
    this.tell(true, isSeen ? this.text.slice(-MOST_SHOWN) : undefined);
  }

  /** Nobody misses a lost hint. */
  private tell(isTyping: boolean, text?: string): void {
    (text === undefined ? this.send(isTyping) : this.send(isTyping, text)).catch(() => {});
  }
}
