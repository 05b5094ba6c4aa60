import { expect, it, vi } from "vitest";
import { rememberRecent } from "./remember-recent";

it("reads a text once while it is asked for, and forgets the one that was asked for longest ago", async () => {
  const read = vi.fn(async (text: string) => text.length);
  const remembered = rememberRecent(read, 2);
  expect(await Promise.all([remembered("one"), remembered("one")])).toEqual([3, 3]);
  expect(read).toHaveBeenCalledTimes(1);
  await remembered("three");
  await remembered("one");
  await remembered("eleven");
  expect(read).toHaveBeenCalledTimes(3);
  await remembered("one");
  expect(read).toHaveBeenCalledTimes(3);
  await remembered("three");
  expect(read).toHaveBeenCalledTimes(4);
});

it("asks again for what failed", async () => {
  let isBroken = true;
  const remembered = rememberRecent(async (text: string) => {
    if (isBroken) throw new Error("no memory");
    return text;
  }, 2);
  await expect(remembered("one")).rejects.toThrow("no memory");
  isBroken = false;
  expect(await remembered("one")).toBe("one");
});
