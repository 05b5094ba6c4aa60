export interface ServerEvent {
  id: number | null;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the payload is whatever the event carries.
  data: any;
}

/** Reads server-sent events from a Response, as a browser's EventSource would. */
export class EventReader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private buffer = "";
  private readonly events: ServerEvent[] = [];

  constructor(response: Response) {
    this.reader = response.body!.getReader();
  }

  /** The next event; null once the stream has ended. */
  async next(): Promise<ServerEvent | null> {
    while (this.events.length === 0) {
      const { value, done } = await this.reader.read();
      if (done) return null;
      this.buffer += this.decoder.decode(value, { stream: true });
      const frames = this.buffer.split("\n\n");
      this.buffer = frames.pop()!;
      this.events.push(...frames.map(parseFrame).filter((event) => event !== null));
    }
    return this.events.shift()!;
  }

  async take(count: number): Promise<ServerEvent[]> {
    const taken: ServerEvent[] = [];
    while (taken.length < count) {
      const event = await this.next();
      if (!event) break;
      taken.push(event);
    }
    return taken;
  }

  /** Reads until the stream ends. @returns how many events came. */
  async drain(): Promise<number> {
    let count = 0;
    while (await this.next()) count++;
    return count;
  }

  cancel(): Promise<void> {
    return this.reader.cancel();
  }
}

function parseFrame(frame: string): ServerEvent | null {
  const fields = new Map(
    frame.split("\n").flatMap((line) => {
      const match = /^(\w+): (.*)$/.exec(line);
      return match ? [[match[1]!, match[2]!] as const] : [];
    }),
  );
  const type = fields.get("event");
  if (!type) return null;
  const id = fields.get("id");
  return { id: id === undefined ? null : Number(id), type, data: JSON.parse(fields.get("data") ?? "null") };
}
