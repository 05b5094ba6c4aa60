import { expect, it } from "vitest";
import { readPartCount } from "./read-part-count";

it.each([
  ["那就退这三个，破损，剩下的我都留着", 3],
  ["四个里碎了两个", null],
  ["只退一包茶", 1],
  ["I'd like to return two of the cups", 2],
  ["Yes please, send those two back", 2],
  ["quiero devolver dos de las tazas", 2],
  ["退第三个", null],
])("%s is %s", (text, count) => expect(readPartCount(text)).toBe(count));

it("of a line that is held, any number up to it counts", () => {
  expect(readPartCount("so it's two cups that came damaged", 4)).toBe(2);
  expect(readPartCount("I bought six cups last year", 4)).toBe(null);
});
