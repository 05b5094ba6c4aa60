import { expect, it } from "vitest";
import { findMentioned, splitMentions } from "./mentioned";

const people = [
  { id: "ana", name: "Ana" },
  { id: "anamaria", name: "Ana María" },
  { id: "lin", name: "林晓" },
];

it.each([
  ["@Ana look", ["ana"]],
  ["@ana MARÍA and @林晓请看", ["anamaria", "lin"]],
  ["@Ana, @Ana María, @Ana", ["ana", "anamaria"]],
  ["@Anabel ana@example.com @nobody @", []],
])("%j names %j", (text, ids) => expect(findMentioned(text, people)).toEqual(ids));

it("keeps every letter of the text", () => {
  const text = "See @Ana María：@林晓 and a@b, @";
  const parts = splitMentions(text, people);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.filter(({ id }) => id).map((part) => part.text)).toEqual(["@Ana María", "@林晓"]);
});
