import type { Context } from "@/lib/core/context";
import { liveHub, type NumberedEvent, readEventsAfter } from "@/lib/platform/live";

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_500;
/** A client that stops reading is cut off rather than buffered without end; it resumes when it comes back. */
const MAX_BUFFERED_CHUNKS = 2_000;

interface StreamOptions {
  request: Request;
  ctx: Context;
  /** Resume after this event; else the Last-Event-ID header; else from now on. */
  after?: number | undefined;
  /** The one conversation that this reader follows; else all of the shop. */
  conversationId?: string;
  /** What of an event this reader gets; null for nothing. */
  select: (event: NumberedEvent) => NumberedEvent | null;
}

/** Server-sent events (WHATWG HTML, 9.2) of one merchant, filtered. Sends `reset` where it cannot resume. */
export function eventStream({ request, ctx, after, conversationId, select }: StreamOptions): Response {
  const lastEventId = Number(request.headers.get("last-event-id") ?? Number.NaN);
  const resumeAfter = Number.isSafeInteger(lastEventId) ? lastEventId : after;
  // Before the reader is subscribed there is nothing to undo but the wish to be.
  let isClosed = false;
  let close: () => void = () => {
    isClosed = true;
  };

  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const write = (text: string) => {
          if (isClosed) return;
          if ((controller.desiredSize ?? 0) < -MAX_BUFFERED_CHUNKS) close();
          else controller.enqueue(encoder.encode(text));
        };
        let sentId = resumeAfter ?? 0;
        const frameOfNew = (event: NumberedEvent): string => {
          if (event.id !== null && event.id <= sentId) return "";
          if (event.id !== null) sentId = event.id;
          const selected = select(event);
          return selected ? frameOf(selected) : "";
        };
        const send = (events: readonly NumberedEvent[]) => {
          const frames = events.map(frameOfNew).join("");
          if (frames) write(frames);
        };
        // Live events wait here until the past is sent, so that order holds.
        let waiting: NumberedEvent[] | null = [];
        const unsubscribe = await liveHub().subscribe(ctx.merchantId, {
          onEvents: (events) => {
            if (waiting) waiting.push(...events);
            else send(events);
          },
          // The client reconnects by itself and resumes after the last event it saw.
          onGap: () => close(),
        });
        const heartbeat = setInterval(() => write(": keep\n\n"), HEARTBEAT_MS);
        close = () => {
          close = () => {};
          isClosed = true;
          clearInterval(heartbeat);
          unsubscribe();
          try {
            controller.close();
          } catch {
            // Already closed by the client.
          }
        };
        request.signal.addEventListener("abort", () => close());
        // Whoever left while the subscription was made must not stay subscribed.
        if (isClosed || request.signal.aborted) return close();
        write(`retry: ${RETRY_MS}\n: open\n\n`);
        if (resumeAfter !== undefined) {
          const missed = await readEventsAfter(ctx, resumeAfter, conversationId);
          if (missed) send(missed);
          else {
            // The id was not one of ours: what comes now must not be measured against it.
            sentId = 0;
            write("event: reset\ndata: {}\n\n");
          }
        }
        const queued = waiting;
        waiting = null;
        send(queued);
      },
      cancel: () => close(),
    },
    { highWaterMark: 64 },
  );

  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform keeps compression, which would hold events back, off this answer.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

const encoder = new TextEncoder();
/** The same event goes to every open inbox of a shop: it is put into words once. */
const frames = new WeakMap<NumberedEvent, string>();

function frameOf(event: NumberedEvent): string {
  const known = frames.get(event);
  if (known) return known;
  const id = event.id === null ? "" : `id: ${event.id}\n`;
  const data = JSON.stringify({ conversationId: event.conversationId, ...event.payload });
  const frame = `${id}event: ${event.type}\ndata: ${data}\n\n`;
  frames.set(event, frame);
  return frame;
}
