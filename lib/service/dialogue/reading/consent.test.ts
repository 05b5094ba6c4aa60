import { describe, expect, it } from "vitest";
import { readConsent } from "./consent";

describe("yes", () => {
  it.each([
    "yes",
    "Yes please!",
    "yep, do it",
    "OK",
    "sure",
    "no problem",
    "go ahead",
    "that's right",
    "sí",
    "Si, por favor",
    "claro",
    "dale",
    "vale",
    "no hay problema",
    "de acuerdo",
    "好的",
    "好",
    "可以",
    "对",
    "是的",
    "嗯嗯",
    "没问题",
    "行吧",
    "确认",
    "确定取消",
  ])("%s", (text) => expect(readConsent(text).answer).toBe("yes"));
});

describe("no", () => {
  it.each([
    "no",
    "Nope",
    "no thanks",
    "wait",
    "never mind",
    "don't",
    "no gracias",
    "mejor no",
    "espera",
    "不用了",
    "不要",
    "算了",
    "不是",
    "先别",
    "不",
    "等一下",
  ])("%s", (text) => expect(readConsent(text).answer).toBe("no"));
});

it.each([
  ["no, the other order", "the other order"],
  ["不是，是另一个订单", "是另一个订单"],
  ["No, el segundo", "el segundo"],
  ["yes, and where is my parcel?", "and where is my parcel?"],
  ["对，地址改一下", "地址改一下"],
])("keeps what %j says besides", (text, rest) => {
  expect(readConsent(text).rest).toBe(rest);
});

it.each([
  "Where is my order?",
  "normal size please",
  "nothing arrived",
  "notes on the order",
  "sincerely",
  "okra seeds",
  "不锈钢锅有货吗",
  "好吃吗",
  "可以吗",
  "对不起",
  "HP-20431",
  "",
])("takes %j for neither", (text) => expect(readConsent(text).answer).toBeNull());
