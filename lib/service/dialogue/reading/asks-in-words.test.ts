import { expect, it } from "vitest";
import * as words from "./asks-in-words";

const READERS = {
  carrier: words.asksForCarrier,
  parcel: words.namesParcelAlone,
  when: words.asksWhenItComes,
  have: words.asksIfYouHave,
  money: words.asksWhenMoneyComes,
  size: words.asksForSize,
  price: words.asksForPrice,
  general: words.asksInGeneral,
  complain: words.wantsToComplain,
  number: words.wantsAnotherNumber,
  address: words.saysAddressIsWrong,
};

it.each([
  ["carrier", "¿quién lo lleva?", "发的哪家快递", "which courier is it with?"],
  ["parcel", "快递", "my order?", "mi pedido"],
  [
    "when",
    "when is the scarf due?",
    "我买的龙井怎么还没到呀",
    "what's happening with the cups?",
    "¿cuándo me llega?",
  ],
  ["have", "u got the linen shirt in blue M", "蓝色的有没有", "¿tenéis la tetera?"],
  ["money", "how long till I see the money?", "钱几天能到", "¿cuándo me devuelven el dinero?"],
  ["size", "L?", "有L的吗"],
  ["price", "¿y a cuánto están hoy?", "how much are they", "这个多少钱"],
  ["general", "你们退款一般几天到账", "how long do refunds usually take"],
  ["complain", "我要投诉快递", "I want to make a complaint", "quiero poner una queja"],
  ["address", "I've put the wrong address on it", "地址填错了", "puse mal la dirección"],
  ["number", "杯子我只要一个", "I only need four of the cups", "solo quiero dos"],
] as const)("%s", (name, ...texts) => {
  for (const text of texts) expect([text, READERS[name](text)]).toEqual([text, true]);
});

it.each([
  ["parcel", "where is my parcel going"],
  ["when", "when will the teapot be back in stock?"],
  ["when", "茶壶什么时候到货"],
  ["when", "I have two cups"],
  ["money", "how long is the warranty"],
  ["size", "what size should I take"],
  ["price", "what does delivery cost"],
  ["number", "I have only one question"],
] as const)("%s does not hear “%s”", (name, text) => expect(READERS[name](text)).toBe(false));
