import { expect, it } from "vitest";
import { fillVariables, findVariables, firstVariable } from "./variables";

it("puts values where variables stand, however spaced", () => {
  const values = { "customer.name": "李娜", "order.number": "HP-1" };
  expect(fillVariables("{{customer.name}}，订单 {{ order.number }} 和 {{order.number}}", values)).toEqual({
    text: "李娜，订单 HP-1 和 HP-1",
    missing: [],
  });
});

it("leaves what has no value or no meaning in its braces, and names it once", () => {
  const { text, missing } = fillVariables("{{customer.name}} {{oder.numer}} {{customer.name}}", {
    "customer.name": "  ",
  });
  expect(text).toBe("{{customer.name}} {{oder.numer}} {{customer.name}}");
  expect(missing).toEqual(["customer.name", "oder.numer"]);
});

it("does not let a name become a variable", () => {
  const filled = fillVariables("Hi {{customer.name}}", { "customer.name": "{{shop.name}}" });
  expect(filled).toEqual({ text: "Hi shop.name", missing: [] });
});

it("takes single braces and prose for text", () => {
  expect(findVariables("{a} {{ }} {{two words}} {{你好}}")).toEqual([]);
  expect(firstVariable("no variables")).toBeNull();
  expect(firstVariable("a {{order.number}} b")).toEqual({ start: 2, end: 18 });
});
