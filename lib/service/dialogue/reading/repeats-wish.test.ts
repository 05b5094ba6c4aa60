import { expect, it } from "vitest";
import { confirms, repeatsWish } from "./repeats-wish";

it.each([
  "知道了，那就取消茶叶那单吧",
  "围巾两条那单的差价你就给我退了吧",
  "So please cancel the kettle",
  "then cancel that",
  "cancélalo nomás",
  "dale con lo de la diferencia",
])("%s is as good as a yes", (text) => expect(repeatsWish(text, true)).toBe(true));

it.each([
  "能取消吗",
  "先别取消吧",
  "cancel it? how much do I get",
  "please don't cancel it",
  "I have changed my mind",
  "no la canceles",
])("%s is not", (text) => expect(repeatsWish(text, true)).toBe(false));

it("what may hold a detail of its own is none unless it is short", () => {
  expect(repeatsWish("那就改到上海市浦东新区的公司去吧", false)).toBe(false);
  expect(repeatsWish("就这样改吧", false)).toBe(true);
});

it.each([
  ["算了还是不要了。确认取消水壶那单", true],
  ["还没确认取消", false],
  ["I confirm the cancellation", true],
  ["确认取消了吗", false],
])("%s confirms: %s", (text, isSo) => expect(confirms(text)).toBe(isSo));
