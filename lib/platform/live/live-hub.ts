import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { LIVE_CHANNEL, type LiveEvent, type NumberedEvent } from "./publish-live";
import { readEventsById } from "./read-events";

export interface Listener {
  onEvent(event: NumberedEvent): void;
  /** Notifications may have been missed (the database connection was lost): resume from the last id seen. */
  onGap(): void;
}

/**
 * One LISTEN connection per process feeds all its streams: a notification names a row, the rows of one moment
 * are read together, and every listener of that merchant gets them in order.
 */
class LiveHub {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly pending = new Map<string, number[]>();
  private readonly draining = new Set<string>();
  private listening: Promise<unknown> | undefined;

  /** Resolves once notifications are sure to arrive. */
  async subscribe(merchantId: string, listener: Listener): Promise<() => void> {
    const listeners = this.listeners.get(merchantId) ?? new Set();
    listeners.add(listener);
    this.listeners.set(merchantId, listeners);
    const unsubscribe = () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(merchantId) === listeners)
        this.listeners.delete(merchantId);
    };
    try {
      this.listening ??= this.listen();
      await this.listening;
    } catch (error) {
      this.listening = undefined;
      unsubscribe();
      throw error;
    }
    return unsubscribe;
  }

  private async listen(): Promise<void> {
    let isFirst = true;
    const onListening = () => {
      if (!isFirst) this.announceGap();
      isFirst = false;
    };
    await driver().listen(LIVE_CHANNEL, (payload) => this.receive(payload), onListening);
  }

  private announceGap(): void {
    for (const listeners of [...this.listeners.values()])
      for (const listener of [...listeners]) listener.onGap();
  }

  private receive(notification: string): void {
    const merchantId = notification.slice(0, 36);
    if (!this.listeners.has(merchantId)) return;
    const body = notification.slice(37);
    if (body.startsWith("{")) {
      this.deliver(merchantId, { ...(JSON.parse(body) as LiveEvent), id: null });
      return;
    }
    const ids = this.pending.get(merchantId) ?? [];
    ids.push(Number(body));
    this.pending.set(merchantId, ids);
    if (!this.draining.has(merchantId)) void this.drain(merchantId);
  }

  private async drain(merchantId: string): Promise<void> {
    this.draining.add(merchantId);
    try {
      for (let ids = this.pending.get(merchantId); ids; ids = this.pending.get(merchantId)) {
        this.pending.delete(merchantId);
        const ctx = systemContext(merchantId, "live", "live");
        for (const event of await readEventsById(ctx, ids)) this.deliver(merchantId, event);
      }
    } catch (error) {
      // Streams find the gap themselves: a client that reconnects resumes after the last id it saw.
      console.error("Live events could not be read:", error);
    } finally {
      this.draining.delete(merchantId);
    }
  }

  private deliver(merchantId: string, event: NumberedEvent): void {
    for (const listener of [...(this.listeners.get(merchantId) ?? [])]) listener.onEvent(event);
  }
}

const globalStore = globalThis as typeof globalThis & { zhangguiLiveHub?: LiveHub };

export function liveHub(): LiveHub {
  globalStore.zhangguiLiveHub ??= new LiveHub();
  return globalStore.zhangguiLiveHub;
}
