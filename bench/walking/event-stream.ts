export interface StreamEvent {
  event: string;
  /** Null for what cannot be resumed after. */
  id: number | null;
  /** Parsed when it is asked for. */
  data: () => Record<string, unknown>;
  /** performance.now() when the bytes came in. */
  at: number;
}

export interface OpenStream {
  close: () => void;
  /** Settles when the stream has ended, from either side. */
  ended: Promise<void>;
}

/** Reads server-sent events as the dashboard's EventSource does; resolves once the stream is open. */
export async function openEventStream(
  url: string,
  headers: Record<string, string>,
  onEvent: (event: StreamEvent) => void,
  abort = new AbortController(),
): Promise<OpenStream> {
  const response = await fetch(url, {
    headers: { ...headers, accept: "text/event-stream" },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`GET ${url} answered ${response.status}.`);
  const ended = readEvents(response.body, onEvent);
  ended.catch(() => {});
  return { close: () => abort.abort(), ended };
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) {
    const at = performance.now();
    const blocks = (text + decoder.decode(chunk, { stream: true })).split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const lines = block.split("\n");
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim();
      const event = field("event");
      const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim());
      const id = field("id");
      if (event && data.length > 0)
        onEvent({ event, id: id ? Number(id) : null, data: () => JSON.parse(data.join("\n")), at });
    }
  }
}
