import { expect, it } from "vitest";
import { inTurn } from "./limit-concurrency";

it("lets four of a shop work at once and sixteen wait, turns others away, and keeps shops apart", async () => {
  let [running, most] = [0, 0];
  const ends: (() => void)[] = [];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return "done";
  };
  const asked = Array.from({ length: 22 }, () => inTurn("shop", work));
  expect(await Promise.all(asked.slice(20))).toEqual([null, null]);
  const other = inTurn("another", async () => "done");
  expect(await other).toBe("done");
  while (running > 0) {
    for (const end of ends.splice(0)) end();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await Promise.all(asked.slice(0, 20))).toEqual(Array(20).fill("done"));
  expect(most).toBe(4);
  expect(await inTurn("shop", async () => "again")).toBe("again");
});

it("gives the turn on when work fails", async () => {
  const failing = () => Promise.reject(new Error("no"));
  for (let at = 0; at < 10; at += 1) await expect(inTurn("failing", failing)).rejects.toThrow("no");
  expect(await inTurn("failing", async () => "fine")).toBe("fine");
});
