import { expect, it } from "vitest";
import { withoutUnwanted } from "./without-unwanted";

it.each([
  ["是杯子和茶叶那单，不是围巾那单", "是杯子和茶叶那单"],
  ["热水壶要留着，要取消的是茶叶那单", "要取消的是茶叶那单"],
  ["the tea, not the scarf", "the tea"],
  ["la taza sí la quiero. Cancela el de las camisas", " Cancela el de las camisas"],
  ["not the scarf", "not the scarf"],
  ["the one with the cups", "the one with the cups"],
])("%s → %s", (text, wanted) => expect(withoutUnwanted(text)).toBe(wanted));
