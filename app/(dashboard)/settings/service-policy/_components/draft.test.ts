import { describe, expect, it } from "vitest";
import { servicePolicySchema } from "@/lib/data/after-sales/schemas";
import { changesOf, type Draft } from "./draft";

const before: Draft = {
  ...servicePolicySchema.parse({}),
  nonReturnableCategoryIds: ["a", "b"],
  returnAddress: { recipient: "Lin", lines: ["1 Quay", "Door 2"], city: "Vigo", country: "ES" },
};

describe("the changes of a policy", () => {
  it("are the settings that differ, and no others", () => {
    expect(changesOf(before, before)).toEqual({});
    const draft = { ...before, returnWindowDays: 30, returnCarrier: "SF" };
    expect(changesOf(before, draft)).toEqual({ returnWindowDays: 30, returnCarrier: "SF" });
    expect(changesOf(before, { ...before, returnAddress: null })).toEqual({ returnAddress: null });
  });

  it("do not hang on the order of categories and fields, but on that of an address's lines", () => {
    const { recipient, lines, city, country } = before.returnAddress!;
    const turned = { country, city, lines, recipient };
    const same = { ...before, nonReturnableCategoryIds: ["b", "a"], returnAddress: turned };
    expect(changesOf(before, same)).toEqual({});
    const swapped = { ...before.returnAddress!, lines: lines.toReversed() };
    expect(changesOf(before, { ...before, returnAddress: swapped })).toEqual({ returnAddress: swapped });
  });

  it("leave out what of an address is empty", () => {
    const draft = { ...before.returnAddress!, phone: " ", region: "", lines: ["1 Quay", ""] };
    expect(changesOf(before, { ...before, returnAddress: draft })).toEqual({
      returnAddress: { recipient: "Lin", lines: ["1 Quay"], city: "Vigo", country: "ES" },
    });
  });
});
