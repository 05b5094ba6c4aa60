import type { SentVisitorMessageDto } from "@/lib/service/conversations/schemas";
import { ApiError } from "./api-error";
import { newUuid } from "./new-uuid";
import type { SafeStorage } from "./storage";
import type { Unsent } from "./thread";

const RETRY_DELAYS_MS = [700, 2_500];
const MAX_WAITS = 5;

interface OutboxOptions {
  tab: SafeStorage;
  /** Whose messages these are: another person's are not sent on. */
  owner: () => string;
  send: (message: Unsent) => Promise<SentVisitorMessageDto>;
  onSent: (message: Unsent, answer: SentVisitorMessageDto) => Promise<void>;
  onState: (message: Unsent, state: "sending" | "failed") => void;
}

/**
 * Sends messages one after the other, in the order in which they were written. Each keeps its own id through
 * every retry and reload, so that the desk stores it once.
 */
export class Outbox {
  private unsent: Unsent[] = [];
  private readonly failed = new Set<string>();
  private isSending = false;

  constructor(private readonly options: OutboxOptions) {}

  /** What a reload interrupted, to be shown and sent again. */
  restore(): Unsent[] {
    const stored = JSON.parse(this.options.tab.get("outbox") ?? "null") as {
      owner: string;
      unsent: Unsent[];
    } | null;
    this.unsent = stored && stored.owner === this.options.owner() ? stored.unsent : [];
    return this.unsent;
  }

  add(text: string, attachmentIds: string[] = []): void {
    const files = attachmentIds.length > 0 ? { attachmentIds } : {};
    const message = { clientMessageId: newUuid(), text, createdAt: new Date().toISOString(), ...files };
    this.unsent.push(message);
    this.keep();
    this.options.onState(message, "sending");
    void this.flush();
  }

  retry(clientMessageId: string): void {
    this.failed.delete(clientMessageId);
    const message = this.unsent.find((one) => one.clientMessageId === clientMessageId);
    if (message) this.options.onState(message, "sending");
    void this.flush();
  }

  retryAll(): void {
    for (const id of [...this.failed]) this.retry(id);
  }

  clear(): void {
    this.unsent = [];
    this.failed.clear();
    this.keep();
  }

  async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let next = this.next(); next; next = this.next()) await this.sendOne(next);
    } finally {
      this.isSending = false;
    }
  }

  private next(): Unsent | undefined {
    return this.unsent.find((one) => !this.failed.has(one.clientMessageId));
  }

  private async sendOne(message: Unsent): Promise<void> {
    try {
      const answer = await this.sendWithPatience(message);
      this.unsent = this.unsent.filter((one) => one !== message);
      this.keep();
      await this.options.onSent(message, answer);
    } catch {
      this.failed.add(message.clientMessageId);
      this.options.onState(message, "failed");
    }
  }

  private async sendWithPatience(message: Unsent): Promise<SentVisitorMessageDto> {
    for (let tries = 0, waits = 0; ; ) {
      try {
        return await this.options.send(message);
      } catch (error) {
        if (!(error instanceof ApiError) || !error.isTemporary) throw error;
        if (error.retryAfterMs !== null && waits++ < MAX_WAITS) await sleep(error.retryAfterMs);
        else if (tries < RETRY_DELAYS_MS.length) await sleep(RETRY_DELAYS_MS[tries++] ?? 0);
        else throw error;
      }
    }
  }

  private keep(): void {
    const kept = this.unsent.length > 0 ? { owner: this.options.owner(), unsent: this.unsent } : null;
    this.options.tab.set("outbox", kept && JSON.stringify(kept));
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
