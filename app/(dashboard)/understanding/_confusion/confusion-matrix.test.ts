import { describe, expect, it } from "vitest";
import type { ConfusionCell } from "@/lib/intelligence/text/confusion";
import { confuseGroups, confuseIntents, listConfusions } from "./confusion-matrix";

const CELLS: ConfusionCell[] = [
  { actual: "return_request", predicted: "return_request", count: 40 },
  { actual: "return_request", predicted: "refund_request", count: 8 },
  { actual: "return_request", predicted: "order_cancel", count: 2 },
  { actual: "order_tracking", predicted: "order_tracking", count: 30 },
  { actual: "order_tracking", predicted: "delivery_time", count: 10 },
  { actual: "plug_adapter", predicted: "product_info", count: 5 },
];

describe("groups against groups", () => {
  const groups = confuseGroups(CELLS);

  it("counts what was read exactly right on the diagonal, and what was confused within the group apart", () => {
    expect(groups.entry("afterSales", "afterSales")).toEqual({ count: 40, share: 0.8, inside: 8 });
    expect(groups.entry("afterSales", "order")).toEqual({ count: 2, share: 0.04, inside: 0 });
    expect(groups.total("afterSales")).toBe(50);
  });

  it("leaves no message out and shows no empty group", () => {
    expect(groups.rows).toEqual(["own", "order", "delivery", "afterSales", "product"]);
    const all = groups.rows.flatMap((row) =>
      groups.columns.map((column) => {
        const { count, inside } = groups.entry(row, column);
        return count + inside;
      }),
    );
    expect(all.reduce((a, b) => a + b)).toBe(95);
  });

  it("knows no share of a group that nobody asked for", () => {
    expect(groups.entry("product", "product")).toEqual({ count: 0, share: 0, inside: 0 });
  });
});

describe("intents against intents", () => {
  it("holds between two groups only what was confused there, as a share of all messages of the intent", () => {
    const between = confuseIntents(CELLS, "afterSales", "order");
    expect([between.rows, between.columns]).toEqual([["return_request"], ["order_cancel"]]);
    expect(between.entry("return_request", "order_cancel").share).toBeCloseTo(0.04);
  });

  it("is square within a group, so that what was right stands on the diagonal", () => {
    const within = confuseIntents(CELLS, "afterSales", "afterSales");
    expect(within.rows).toEqual(within.columns);
    expect(within.entry("return_request", "return_request").count).toBe(40);
  });
});

it("lists wrong readings by how often they happen", () => {
  expect(listConfusions(CELLS).map(({ actual, predicted, share }) => [actual, predicted, share])).toEqual([
    ["order_tracking", "delivery_time", 0.25],
    ["return_request", "refund_request", 0.16],
    ["plug_adapter", "product_info", 1],
    ["return_request", "order_cancel", 0.04],
  ]);
});
