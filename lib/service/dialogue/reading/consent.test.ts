import { describe, expect, it } from "vitest";
import { isFaintYes, readConsent } from "./consent";

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
    "围巾就按一条改，确认",
    "lo de la bufanda sí, confírmalo",
  ])("%s", (text) => expect(readConsent(text).answer).toBe("yes"));

  it.each([
    "算了不看了，退货确认",
    "never mind the cup, go ahead",
    "我还没确定",
    "先不确认",
    "怎么确认",
    "等我确定",
    "需要确认吗",
    "I cannot confirm",
    "let me see it before I confirm",
    "todavía no confirmo",
  ])("is not %s", (text) => expect(readConsent(text).answer).not.toBe("yes"));
});

describe("no", () => {
  it.each([
    "no",
    "Nope",
    "no thanks",
    "never mind",
    "don't",
    "no gracias",
    "mejor no",
    "不用了",
    "不要",
    "算了",
    "不是",
    "先别",
    "不",
  ])("%s", (text) => expect(readConsent(text).answer).toBe("no"));
});

describe("wait", () => {
  it.each(["wait", "hold on", "hmm wait", "espera", "un momento", "等一下", "等等，我再想想", "先等等"])(
    "%s",
    (text) => expect(readConsent(text)).toEqual({ answer: "wait", rest: "" }),
  );
  it.each([
    ["等等先别取消，我问下我老公", "no"],
    ["no espera, todavía no", "no"],
    ["wait, is it still in stock?", null],
    ["hold on, yes", null],
  ] as const)("%s is more than that", (text, answer) => expect(readConsent(text).answer).toBe(answer));
});

describe("what only begins like a yes", () => {
  it.each([
    ["对了，你们满多少包邮", null],
    ["ok but change the email to a@b.com", null],
    ["ok, how long does a refund take?", null],
    ["vale, ¿y cuánto tarda?", null],
    ["好的，多久能退款", null],
    ["ya no lo quiero", null],
    ["ok then leave the order as it is", "no"],
    ["好，那个留着，不取消", "no"],
    ["vale, ese déjalo", "no"],
  ] as const)("%s", (text, answer) => expect(readConsent(text).answer).toBe(answer));
});

it.each([
  "Thanks. Yes, go ahead",
  "alright yes, cancel",
  "ándale, así está bien",
  "sale, cámbiala",
  "listo, confirmo",
  "哦对，没错",
  "那就这样",
  "嗯可以改了",
])("hears the yes after what is said before it: %s", (text) => expect(readConsent(text).answer).toBe("yes"));

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

it.each([
  ["Ha, I'll tell him. Yes, please go ahead", "yes"],
  ["Good to know. OK yes, the scarf to Maple Street, please change it", "yes"],
  ["The details are all correct now, so yes, please issue it", "yes"],
  ["Vale, pues sí, anula el de la bufanda", "yes"],
  ["Good. Ok, let me think. What about the cups?", null],
  ["y si mejor lo dejo y agrego una taza?", null],
  ["No, not that. Yes to the other", "no"],
])("a later sentence may say yes: %s", (text, answer) => expect(readConsent(text).answer).toBe(answer));

it.each([
  ["Okay. I want to complain", true],
  ["OK yes, do it", false],
  ["Yes, and where is my parcel?", false],
])("%s is a faint yes: %s", (text, isSo) => expect(isFaintYes(text)).toBe(isSo));
