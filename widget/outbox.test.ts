import { expect, test, vi } from "vitest";
import type { SentVisitorMessageDto } from "@/lib/service/conversations/schemas";
import { ApiError } from "./api-error";
import { Outbox } from "./outbox";
import { SafeStorage } from "./storage";
import type { Unsent } from "./thread";

function setUp(send: (message: Unsent) => Promise<unknown>, tab = noStorage(), owner = "C-1") {
  const states: string[] = [];
  const sent: string[] = [];
  const outbox = new Outbox({
    tab,
    owner: () => owner,
    send: (message) => send(message) as Promise<SentVisitorMessageDto>,
    onSent: async (message) => void sent.push(message.text),
    onState: (message, state) => void states.push(`${message.text} ${state}`),
  });
  return { outbox, states, sent, tab };
}

/** As in a private window: the browser keeps nothing. */
function noStorage(): SafeStorage {
  return new SafeStorage(() => {
    throw new Error("denied");
  }, "test:");
}

test("a retry sends the same id again, so that the desk stores the message once", async () => {
  vi.useFakeTimers();
  const ids: string[] = [];
  let isDown = true;
  const { outbox, states, sent } = setUp(async (message) => {
    ids.push(message.clientMessageId);
    if (isDown) throw new ApiError(0, "down", null);
  });
  outbox.add("hello");
  await vi.runAllTimersAsync();
  expect(states).toEqual(["hello sending", "hello failed"]);
  isDown = false;
  outbox.retry(ids[0] as string);
  await vi.runAllTimersAsync();
  expect(sent).toEqual(["hello"]);
  expect(new Set(ids).size).toBe(1);
  vi.useRealTimers();
});

test("messages leave in the order in which they were written", async () => {
  vi.useFakeTimers();
  const { outbox, sent } = setUp(
    (message) => new Promise((done) => setTimeout(done, message.text === "1" ? 90 : 1)),
  );
  for (const text of ["1", "2", "3"]) outbox.add(text);
  await vi.runAllTimersAsync();
  expect(sent).toEqual(["1", "2", "3"]);
  vi.useRealTimers();
});

test("waits as long as the desk asks before sending again", async () => {
  vi.useFakeTimers();
  let calls = 0;
  const { outbox, sent } = setUp(async () => {
    if (calls++ === 0) throw new ApiError(429, "too many", 9_000);
  });
  outbox.add("hola");
  await vi.advanceTimersByTimeAsync(8_900);
  expect(calls).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual(["hola"]);
  vi.useRealTimers();
});

test("what a reload interrupted is there again for the same person, and for nobody else", async () => {
  vi.useFakeTimers();
  const never = () => new Promise(() => {});
  const { outbox, tab } = setUp(never);
  outbox.add("我的订单");
  expect(
    setUp(never, tab)
      .outbox.restore()
      .map((one) => one.text),
  ).toEqual(["我的订单"]);
  expect(setUp(never, tab, "C-2").outbox.restore()).toEqual([]);
  vi.useRealTimers();
});
