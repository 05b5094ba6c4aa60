import { describe, expect, it } from "vitest";
import { createCouponInput } from "@/lib/data/coupons/schemas";
import { type CouponDraft, draftLike, emptyDraft, readDraft } from "./_draft";

const draft = (over: Partial<CouponDraft> = {}): CouponDraft => ({
  ...{ ...emptyDraft("CNY"), code: "spring", percent: "10" },
  ...over,
});
const read = (over: Partial<CouponDraft> = {}) => readDraft(draft(over), "Asia/Shanghai");

describe("a typed coupon", () => {
  it("becomes what the verb takes, its times those of the shop", () => {
    const { input } = read({
      ...{ percent: "12,5", minimum: "99.90", from: "2026-11-11T00:00", until: "2026-11-12T00:00" },
      ...{ limit: "2", isPublic: true },
    });
    expect(createCouponInput.parse(input)).toMatchObject({
      ...{ code: "SPRING", kind: "percent", percentBasisPoints: 1_250, minimumMinor: 9_990 },
      ...{ validFrom: "2026-11-10T16:00:00.000Z", validUntil: "2026-11-11T16:00:00.000Z" },
      ...{ perCustomerLimit: 2, isPublic: true },
    });
  });

  it("carries the amount of its kind alone", () => {
    const fixed = createCouponInput.parse(read({ kind: "fixed", amount: "30" }).input);
    expect(fixed).toMatchObject({ kind: "fixed", amountMinor: 3_000 });
    expect(fixed.percentBasisPoints).toBeUndefined();
    const free = read({ kind: "free_shipping", amount: "x", percent: "x" }).input;
    expect(createCouponInput.parse(free)).toMatchObject({ kind: "free_shipping", minimumMinor: 0 });
    const yen = read({ kind: "fixed", amount: "500", currency: "JPY" }).input;
    expect(yen).toMatchObject({ amountMinor: 500 });
  });

  it.each([
    [{ percent: "" }, { percent: "wrongPercent" }],
    [{ percent: "0" }, { percent: "wrongPercent" }],
    [{ percent: "100.01" }, { percent: "wrongPercent" }],
    [{ percent: "1.005" }, { percent: "wrongPercent" }],
    [{ kind: "fixed" as const, amount: "-3" }, { amount: "wrongAmount" }],
    [{ kind: "fixed" as const, amount: "3.5", currency: "JPY" }, { amount: "wrongAmount" }],
    [
      { minimum: "some", limit: "1.5" },
      { minimum: "wrongMinimum", limit: "wrongLimit" },
    ],
    [{ limit: "0" }, { limit: "wrongLimit" }],
  ])("says what is no number that could be meant: %o", (over, problems) => {
    expect(read(over)).toEqual({ input: null, problems });
  });

  it("made like another gives the same, under a code of its own", () => {
    const coupon = {
      ...{ id: "1", code: "OLD", kind: "percent" as const, percentBasisPoints: 1_250, amount: null },
      ...{ currency: "CNY", minimum: { amountMinor: 5_050, currency: "CNY" }, perCustomerLimit: 1 },
      ...{ validFrom: null, validUntil: "2026-01-01T00:00:00.000Z", productIds: [], categoryIds: [] },
      ...{ isPublic: true, isActive: false, createdAt: "2025-01-01T00:00:00.000Z" },
    };
    const { input } = readDraft({ ...draftLike(coupon, []), code: "NEW" }, "Asia/Shanghai");
    expect(createCouponInput.parse(input)).toMatchObject({
      ...{ code: "NEW", percentBasisPoints: 1_250, minimumMinor: 5_050, perCustomerLimit: 1 },
      ...{ isPublic: true, isActive: true },
    });
    expect(input?.validUntil).toBeUndefined();
  });
});
