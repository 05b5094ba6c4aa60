import { describe, expect, it } from "vitest";
import { chooseOptions } from "./choose-option";

const ORDERS = [
  { value: "a", label: "HP-20440" },
  { value: "b", label: "HP-20431" },
  { value: "c", label: "HP-20200" },
];
const LINES = [
  { value: "lamp", label: "Walnut desk lamp" },
  { value: "mug", label: "Stoneware mug, blue" },
  { value: "mug2", label: "Stoneware mug, white" },
];
const GOODS = [
  { value: "tea", label: "龙井茶 ×2" },
  { value: "cup", label: "白瓷茶杯" },
];
const choose = (text: string, options: typeof ORDERS, current?: string) =>
  chooseOptions(text, options, current).map(({ value }) => value);

describe("by place", () => {
  it.each([
    ["the first one", "a"],
    ["第二个", "b"],
    ["el segundo", "b"],
    ["la tercera por favor", "c"],
    ["最新那个", "a"],
    ["the most recent", "a"],
    ["el más reciente", "a"],
    ["the last one", "c"],
    ["最后一个", "c"],
    ["2", "b"],
    ["option 3", "c"],
    ["选1", "a"],
  ])("%s", (text, value) => expect(choose(text, ORDERS)).toEqual([value]));

  it("is none where there are fewer", () => expect(choose("第五个", ORDERS)).toEqual([]));
});

describe("by name", () => {
  it.each([
    ["hp 20431", "b"],
    ["es el HP20200", "c"],
  ])("%s", (text, value) => expect(choose(text, ORDERS)).toEqual([value]));
  it.each([
    ["the lamp", "lamp"],
    ["the white one", "mug2"],
    ["blue mug please", "mug"],
  ])("%s", (text, value) => expect(choose(text, LINES)).toEqual([value]));
  it.each([
    ["茶杯", "cup"],
    ["龙井", "tea"],
  ])("%s", (text, value) => expect(choose(text, GOODS)).toEqual([value]));

  it("is none where it could be several", () => expect(choose("the mug", LINES)).toEqual([]));
});

describe("the other, and all", () => {
  it.each(["the other one", "另一个", "el otro"])("%s of two", (text) =>
    expect(choose(text, GOODS, "tea")).toEqual(["cup"]),
  );
  it("is none of three", () => expect(choose("the other one", ORDERS, "a")).toEqual([]));
  it.each(["both", "两个都退", "los dos", "todo"])("%s", (text) =>
    expect(choose(text, GOODS)).toEqual(["tea", "cup"]),
  );
});

it.each(["", "where is it", "thanks", "退货", "no lo sé"])("takes %j for none", (text) =>
  expect(choose(text, ORDERS)).toEqual([]),
);
