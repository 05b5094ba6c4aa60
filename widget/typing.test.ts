import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TypingSender } from "./typing";

let sent: [boolean, string?][];
let isShown: boolean;
let typing: TypingSender;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  isShown = false;
  typing = new TypingSender(
    async (isTyping, text) => {
      sent.push(text === undefined ? [isTyping] : [isTyping, text]);
    },
    () => isShown,
  );
});
afterEach(() => {
  vi.useRealTimers();
});

it("says that somebody is writing, not what, unless the shop shows it", () => {
  typing.touch("my card is 4111");
  vi.advanceTimersByTime(1_500);
  typing.touch("my card is 4111 1111");
  vi.advanceTimersByTime(10_000);
  typing.touch("");
  typing.stop();
  expect(sent).toEqual([[true], [false], [true], [false]]);
});

it("shows what is being written at most every 1.2 seconds, the last letters too", () => {
  isShown = true;
  for (const text of ["W", "Wh", "Whe", "Wher", "Where"]) {
    typing.touch(text);
    vi.advanceTimersByTime(300);
  }
  vi.advanceTimersByTime(1_200);
  expect(sent).toEqual([
    [true, "W"],
    [true, "Wher"],
    [true, "Where"],
  ]);
});

it("leaves the text there while the visitor thinks, and takes it away when it was sent, deleted or left", () => {
  isShown = true;
  typing.touch("Where is");
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([[true, "Where is"], [false]]);
  typing.stop();
  expect(sent.at(-1)).toEqual([false, ""]);
  typing.stop();
  expect(sent).toHaveLength(3);
});

it("shows the end of a long text, and takes away what was shown before the setting changed", () => {
  isShown = true;
  typing.touch(`${"x".repeat(600)}end`);
  expect(sent[0]![1]).toHaveLength(500);
  expect(sent[0]![1]!.endsWith("end")).toBe(true);
  isShown = false;
  typing.touch("and more");
  typing.stop();
  expect(sent.at(-1)).toEqual([false, ""]);
  expect(JSON.stringify(sent)).not.toContain("and more");
});
