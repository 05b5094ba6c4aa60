import { describe, expect, it } from "vitest";
import { extractEntities } from "@/lib/intelligence/text";
import { findCouponCodes } from "./find-coupon-codes";

const find = (text: string) => findCouponCodes(text, extractEntities(text));

describe("findCouponCodes", () => {
  it.each([
    ["Does the code SPRING20 work on this?", ["SPRING20"]],
    ["my coupon is welcome", ["WELCOME"]],
    ["优惠码 TEA15 怎么用不了", ["TEA15"]],
    ["券码：xinnian", ["XINNIAN"]],
    ["el cupón VERANO10 no funciona", ["VERANO10"]],
    ["TEA15 和 VIP88 能一起用吗", ["TEA15", "VIP88"]],
  ])("%s", (text, codes) => {
    expect(find(text)).toEqual(codes);
  });

  it.each([
    "Do you have any coupon for the teapot?",
    "有没有优惠券",
    "¿tienen algún cupón que sirva?",
    "coupon for order HP-20431",
    "the coupon does not work",
  ])("%s names none", (text) => {
    expect(find(text)).toEqual([]);
  });
});
