import { describe, expect, it } from "vitest";
import { chooseNamed, chooseOptions, chooseSeveral } from "./choose-option";

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

describe("by what a thing is and has", () => {
  const shirts = [
    { value: "ml", label: "Linen shirt (M, Blue)" },
    { value: "lw", label: "Linen shirt (L, White)" },
    { value: "mw", label: "Linen shirt (M, White)" },
  ];
  it.each([
    ["white, L", "lw"],
    ["la blanca en L", "lw"],
    ["白色L码", "lw"],
    ["the blue one", "ml"],
  ])("%s", (text, value) => expect(choose(text, shirts)).toEqual([value]));
  it.each(["the white one", "I'm not sure", "medium"])("%s is none of them alone", (text) =>
    expect(choose(text, shirts)).toEqual([]),
  );
  it("takes no place for a name where nothing was listed", () =>
    expect(chooseNamed("something from my last order", LINES)).toEqual([]));
});

describe("several", () => {
  const english = [
    { value: "tea", label: "Longjing tea" },
    { value: "cup", label: "Tea cup ×2" },
    { value: "scarf", label: "Wool scarf" },
  ];
  const spanish = [
    { value: "cup", label: "Taza de té ×3" },
    { value: "tea", label: "Té Longjing ×2" },
  ];
  const several = (text: string, options: typeof english, language: "zh" | "en" | "es") =>
    chooseSeveral(text, options, language).map(({ value }) => value);
  it.each([
    ["the tea and the cups", ["tea", "cup"]],
    ["the tea", ["tea"]],
    ["scarf", ["scarf"]],
    ["the cups and the scarf", ["cup", "scarf"]],
    ["nothing", []],
  ])("%s", (text, values) => expect(several(text, english, "en")).toEqual(values));
  it.each([
    ["el té", ["tea"]],
    ["las tazas", ["cup"]],
    ["la taza y el té", ["cup", "tea"]],
  ])("%s", (text, values) => expect(several(text, spanish, "es")).toEqual(values));
  it.each([
    ["茶叶", ["tea"]],
    ["杯子碎了", ["cup"]],
    ["龙井和杯子", ["tea", "cup"]],
  ])("%s", (text, values) => expect(several(text, GOODS, "zh")).toEqual(values));
});
