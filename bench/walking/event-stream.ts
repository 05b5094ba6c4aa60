export interface StreamEvent {
  event: string;
  data: Record<string, unknown>;
  /** performance.now() when the bytes came in. */
  at: number;
}

/** Reads server-sent events as the dashboard's EventSource does; resolves once the stream is open. */
export async function openEventStream(
  url: string,
  headers: Record<string, string>,
  onEvent: (event: StreamEvent) => void,
): Promise<() => void> {
  const abort = new AbortController();
  const response = await fetch(url, {
    headers: { ...headers, accept: "text/event-stream" },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) throw new Error(`GET ${url} answered ${response.status}.`);
  void readEvents(response.body, onEvent).catch((error: Error) => {
    if (!abort.signal.aborted) throw error;
  });
  return () => abort.abort();
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
      const event = lines
        .find((line) => line.startsWith("event:"))
        ?.slice(6)
        .trim();
      const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim());
      if (event && data.length > 0) onEvent({ event, data: JSON.parse(data.join("\n")), at });
    }
  }
}
