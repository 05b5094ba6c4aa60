import { expect, it } from "vitest";
import { namesDeed, refusesDeed } from "./deed-words";

it.each([
  ["I don't want to return it", "return_goods"],
  ["那别取消了，留着", "cancel_order"],
  ["so no return please", "return_goods"],
  ["no quiero devolverlo", "return_goods"],
])("%s refuses it", (text, task) => expect(refusesDeed(text, task)).toBe(true));

it.each([
  ["I want to return it", "return_goods"],
  ["取消吧", "cancel_order"],
  ["it was not what I ordered, so return it", "return_goods"],
])("%s does not", (text, task) => {
  expect(refusesDeed(text, task)).toBe(false);
  expect(namesDeed(text, task)).toBe(true);
});
