import { expect, it } from "vitest";
import { describedVariant, saidOf } from "./describe-variant";

const SHIRTS = [
  { colour: "Blue", size: "M" },
  { colour: "Blue", size: "L" },
  { colour: "White", size: "M" },
  { colour: "White", size: "L" },
];
const CAMISAS = SHIRTS.map(({ colour, size }) => ({ colour: colour === "Blue" ? "Azul" : "Blanco", size }));
const 衬衫 = SHIRTS.map(({ colour, size }) => ({ colour: colour === "Blue" ? "蓝色" : "白色", size }));

it.each([
  ["the blue one in L", SHIRTS, { colour: "Blue", size: "L" }],
  ["have you got it in medium?", SHIRTS, { size: "M" }],
  ["I'm after a shirt", SHIRTS, {}],
  ["the M or the L", SHIRTS, {}],
  ["¿y la blanca?", CAMISAS, { colour: "Blanco" }],
  ["la azul en talla grande", CAMISAS, { colour: "Azul", size: "L" }],
  ["白的呢", 衬衫, { colour: "白色" }],
  ["那换蓝色L吧", 衬衫, { colour: "蓝色", size: "L" }],
  ["白茶有吗", 衬衫, {}],
])("%s says %j", (text, variants, said) => expect(saidOf(text, variants)).toEqual(said));

it.each([
  ["the white one", 2],
  ["in L", 1],
  ["white, large", 3],
  ["something else", null],
])("of a blue M, %s is number %s", (text, at) => expect(describedVariant(text, SHIRTS, SHIRTS[0]!)).toBe(at));
