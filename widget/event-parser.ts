export interface ServerEvent {
  type: string;
  data: string;
}

/**
 * Reads server-sent events (WHATWG HTML, 9.2.6) from pieces of text that may end anywhere.
 * `EventSource` itself cannot send the Authorization header that the stream asks for.
 */
export class EventParser {
  lastEventId: string | null;
  private rest = "";
  private type = "";
  private data: string[] = [];
  private pendingId: string | null;

  constructor(lastEventId: string | null) {
    this.lastEventId = lastEventId;
    this.pendingId = lastEventId;
  }

  /** Everything up to this event was read by other means. */
  resumeAfter(lastEventId: string | null): void {
    this.lastEventId = lastEventId;
    this.pendingId = lastEventId;
  }

  push(text: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = this.readLine(line);
      if (event) events.push(event);
    }
    return events;
  }

  private readLine(line: string): ServerEvent | null {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.type = value;
    else if (field === "data") this.data.push(value);
    else if (field === "id" && !value.includes("\0")) this.pendingId = value;
    return null;
  }

  private dispatch(): ServerEvent | null {
    this.lastEventId = this.pendingId;
    const event = this.data.length > 0 ? { type: this.type || "message", data: this.data.join("\n") } : null;
    this.type = "";
    this.data = [];
    return event;
  }
}
