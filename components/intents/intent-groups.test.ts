import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GROUP_ORDER, groupOf, INTENT_GROUPS } from "./intent-groups";

const card = JSON.parse(readFileSync("public/models/zhanggui-text/card.json", "utf8")) as {
  intents: string[];
};

describe("the groups of intents", () => {
  it("hold every intent of the shipped model once, and no other", () => {
    const grouped: string[] = Object.values(INTENT_GROUPS).flat();
    expect(grouped.toSorted()).toEqual(card.intents.toSorted());
  });

  it("give what the taxonomy does not know to the merchant", () => {
    expect(groupOf("refund_status")).toBe("afterSales");
    expect(groupOf("plug_adapter")).toBe("own");
    expect(GROUP_ORDER).toContain("own");
  });
});
