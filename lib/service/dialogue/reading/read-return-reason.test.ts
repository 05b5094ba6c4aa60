import { expect, it } from "vitest";
import { readReturnReason } from "./read-return-reason";

it.each([
  ["the lamp arrived broken", "damaged"],
  ["杯子碎了要退", "damaged"],
  ["llegó rota", "damaged"],
  ["it doesn't turn on", "defective"],
  ["质量太差了", "defective"],
  ["no funciona desde ayer", "defective"],
  ["you sent the wrong colour", "wrong_item"],
  ["发错货了", "wrong_item"],
  ["no es lo que pedí", "wrong_item"],
  ["it looks nothing like the photo", "not_as_described"],
  ["跟图片不一样", "not_as_described"],
  ["too small for me", "wrong_size"],
  ["尺码不对 穿不上", "wrong_size"],
  ["me queda grande", "wrong_size"],
  ["it came too late", "late"],
  ["I changed my mind", "changed_mind"],
  ["不喜欢", "changed_mind"],
  ["ya no lo quiero", "changed_mind"],
])("%j: %s", (text, reason) => expect(readReturnReason(text)).toBe(reason));

it.each(["I want to return it", "我要退货", "quiero devolverlo", "HP-20431", ""])(
  "reads none in %j",
  (text) => expect(readReturnReason(text)).toBeNull(),
);
