import { driver } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { type Notification, readNotification } from "./notification";
import { LIVE_CHANNEL, type NumberedEvent } from "./publish-live";
import { readEventsById } from "./read-events";

export interface Listener {
  /** What one moment brought, in order. */
  onEvents(events: readonly NumberedEvent[]): void;
  /** Notifications may have been missed (the database connection was lost): resume from the last id seen. */
  onGap(): void;
}

/** What comes within so many milliseconds of a delivery is delivered together: a busy shop costs its readers less. */
const GATHER_MS = 50;

/**
 * One LISTEN connection per process feeds all its streams. A notification brings its events or, where they are long,
 * names their rows, which are then read together; every listener of that merchant gets them in order.
 */
class LiveHub {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** What waits while rows are being read, by merchant; there is none while nothing is read. */
  private readonly backlogs = new Map<string, Notification[]>();
  /** What came since the last delivery, by merchant; there is none where that was long ago. */
  private readonly gathered = new Map<string, NumberedEvent[]>();
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
      if (!isFirst) for (const merchantId of [...this.listeners.keys()]) this.announceGap(merchantId);
      isFirst = false;
    };
    await driver().listen(LIVE_CHANNEL, (text) => this.receive(text), onListening);
  }

  private announceGap(merchantId: string): void {
    for (const listener of [...(this.listeners.get(merchantId) ?? [])]) listener.onGap();
  }

  private receive(text: string): void {
    const notification = readNotification(text);
    const { merchantId } = notification;
    if (!this.listeners.has(merchantId)) return;
    const backlog = this.backlogs.get(merchantId);
    if (backlog) backlog.push(notification);
    else if (notification.is === "events") this.deliver(merchantId, notification.events);
    else void this.work(merchantId, [notification]);
  }

  /** Reads the rows that are named and delivers all in order, with what comes in meanwhile. */
  private async work(merchantId: string, first: Notification[]): Promise<void> {
    try {
      for (let waiting = first; waiting.length > 0; waiting = this.backlogs.get(merchantId)!) {
        this.backlogs.set(merchantId, []);
        this.deliver(merchantId, await this.readAll(merchantId, waiting));
      }
    } catch (error) {
      console.error("Live events could not be read:", error);
      this.announceGap(merchantId);
    } finally {
      this.backlogs.delete(merchantId);
    }
  }

  private async readAll(merchantId: string, notifications: Notification[]): Promise<NumberedEvent[]> {
    const ids = notifications.flatMap((one) => (one.is === "ids" ? one.ids : []));
    const ctx = systemContext(merchantId, "live", "live");
    const rows = new Map((await readEventsById(ctx, ids)).map((event) => [event.id, event]));
    return notifications.flatMap((one) =>
      one.is === "events" ? one.events : one.ids.flatMap((id) => rows.get(id) ?? []),
    );
  }

  /** At once after a quiet moment, else with what else comes in a short while. */
  private deliver(merchantId: string, events: readonly NumberedEvent[]): void {
    const gathered = this.gathered.get(merchantId);
    if (gathered) return void gathered.push(...events);
    this.gathered.set(merchantId, []);
    setTimeout(() => this.deliverGathered(merchantId), GATHER_MS);
    this.handOut(merchantId, events);
  }

  private deliverGathered(merchantId: string): void {
    const events = this.gathered.get(merchantId) ?? [];
    this.gathered.delete(merchantId);
    if (events.length > 0) this.deliver(merchantId, events);
  }

  private handOut(merchantId: string, events: readonly NumberedEvent[]): void {
    for (const listener of [...(this.listeners.get(merchantId) ?? [])]) {
      try {
        listener.onEvents(events);
      } catch (error) {
        // One reader that cannot read an event must not keep it from the others.
        console.error("A live event could not be passed on:", error);
      }
    }
  }
}

const globalStore = globalThis as typeof globalThis & { zhangguiLiveHub?: LiveHub };

export function liveHub(): LiveHub {
  globalStore.zhangguiLiveHub ??= new LiveHub();
  return globalStore.zhangguiLiveHub;
}
