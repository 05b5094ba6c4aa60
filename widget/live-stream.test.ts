import { expect, test, vi } from "vitest";
import { ApiError } from "./api-error";
import { LiveStream, reconnectDelayMs } from "./live-stream";

test("waits grow, are spread, and stay below half a minute", () => {
  expect(reconnectDelayMs(0, 0)).toBe(400);
  expect(reconnectDelayMs(0, 1)).toBe(800);
  expect(reconnectDelayMs(3, 1)).toBe(6_400);
  expect(reconnectDelayMs(40, 1)).toBe(30_000);
});

/** A stream that says `text` and then ends, as when the desk restarts. */
function answer(text: string): Response {
  return new Response(text, { headers: { "Content-Type": "text/event-stream" } });
}

test("comes back after a loss and asks for what follows the last event it saw", async () => {
  vi.useFakeTimers();
  const asked: (string | null)[] = [];
  const seen: string[] = [];
  const stream = new LiveStream(
    {
      open: async (lastEventId) => {
        asked.push(lastEventId);
        if (asked.length === 2) throw new ApiError(503, "restarting", 2_000);
        return answer(`id: ${asked.length * 10}\nevent: message\ndata: ${asked.length}\n\n`);
      },
      renewSession: async () => {},
      onEvent: (event) => seen.push(event.data),
      onConnection: () => {},
    },
    "5",
  );
  await vi.advanceTimersByTimeAsync(10_000);
  stream.stop();
  expect(asked.slice(0, 3)).toEqual(["5", "10", "10"]);
  expect(seen.slice(0, 2)).toEqual(["1", "3"]);
  vi.useRealTimers();
});

test("opens a new session when the token has run out, and rests while paused", async () => {
  vi.useFakeTimers();
  let opened = 0;
  const renewSession = vi.fn(async () => {});
  const stream = new LiveStream(
    {
      open: async () => {
        opened++;
        if (opened === 1) throw new ApiError(401, "expired", null);
        return answer(": open\n\n");
      },
      renewSession,
      onEvent: () => {},
      onConnection: () => {},
    },
    null,
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(renewSession).toHaveBeenCalledOnce();
  stream.pause();
  await vi.advanceTimersByTimeAsync(60_000);
  const before = opened;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(opened).toBe(before);
  stream.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(opened).toBe(before + 1);
  stream.stop();
  vi.useRealTimers();
});
