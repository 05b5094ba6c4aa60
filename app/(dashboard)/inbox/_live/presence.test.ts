import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EXPIRES_MS, HEARTBEAT_MS, PresenceBoard } from "./presence";

let board: PresenceBoard;
beforeEach(() => {
  vi.useFakeTimers();
  board = new PresenceBoard();
});
afterEach(() => vi.useRealTimers());

const say = (name: string, state: "arrived" | "here" | "left" = "here", conversationId = "c1") =>
  board.note({ conversationId, userId: name, name, state });
const names = (conversationId = "c1") => board.of(conversationId).map(({ name }) => name);

it("shows who is there, each once, in the conversation that they look at", () => {
  say("Ana", "arrived");
  say("Ben");
  say("Ana");
  say("Cai", "here", "c2");
  expect([names(), names("c2"), names("c3")]).toEqual([["Ana", "Ben"], ["Cai"], []]);
});

it("forgets at once who leaves, and within 30 seconds who falls silent: a closed laptop", () => {
  say("Ana");
  say("Ben");
  say("Ben", "left");
  expect(names()).toEqual(["Ana"]);
  vi.advanceTimersByTime(EXPIRES_MS - 1);
  expect(names()).toEqual(["Ana"]);
  vi.advanceTimersByTime(1);
  expect(names()).toEqual([]);
  expect(EXPIRES_MS).toBeLessThan(30_000);
});

it("keeps who goes on saying so, though one word is lost", () => {
  say("Ana");
  for (let i = 0; i < 6; i++) {
    vi.advanceTimersByTime(2 * HEARTBEAT_MS);
    expect(names()).toEqual(["Ana"]);
    say("Ana");
  }
});

it("tells its readers of changes alone", () => {
  const heard = vi.fn();
  board.subscribe(heard);
  say("Ana");
  say("Ana");
  say("Ben", "left");
  expect(heard).toHaveBeenCalledTimes(1);
  say("Ana", "left");
  expect(heard).toHaveBeenCalledTimes(2);
});
