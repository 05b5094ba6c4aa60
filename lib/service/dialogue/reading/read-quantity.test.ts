import { describe, expect, it } from "vitest";
import { readQuantity } from "./read-quantity";

describe("readQuantity", () => {
  it.each([
    ["改成3个", 3],
    ["茶杯改成两个吧", 2],
    ["只要一盒", 1],
    ["数量改为5", 5],
    ["make it 3 please", 3],
    ["I only want two", 2],
    ["change the quantity to 4", 4],
    ["just one", 1],
    ["2 pieces", 2],
    ["7", 7],
    ["que sean tres", 3],
    ["solo una", 1],
    ["cámbialo a 2", 2],
    ["dos unidades", 2],
  ])("%s is a number in all", (text, count) => {
    expect(readQuantity(text)).toEqual({ is: "total", count });
  });

  it.each([
    ["再加一个茶杯", 1],
    ["多要2盒", 2],
    ["one more cup", 1],
    ["I need 2 more", 2],
    ["another one please", 1],
    ["dos más", 2],
    ["agrega uno", 1],
    ["少买一个", -1],
    ["one less", -1],
    ["two fewer", -2],
    ["una menos", -1],
  ])("%s is more or fewer than there are", (text, count) => {
    expect(readQuantity(text)).toEqual({ is: "more", count });
  });

  it.each(["茶杯不要了", "remove the tea cup", "quita la taza", "take it out", "sin la taza", "把杯子删掉"])(
    "%s takes it away",
    (text) => {
      expect(readQuantity(text)).toEqual({ is: "none" });
    },
  );

  it.each([
    "换个颜色",
    "I want to change my order",
    "quiero la de color rojo",
    "白色的",
    "",
    "a different colour",
    "I want a different colour",
    "quiero cambiar a una de color rojo",
  ])("%s says nothing of how many", (text) => {
    expect(readQuantity(text)).toBeNull();
  });
});
