import { expect, it } from "vitest";
import { addCells } from "./confusion";

it("adds up the cells of a pair and lists the most frequent first, without changing what it was given", () => {
  const cells = [
    { actual: "return_request", predicted: "order_cancel", count: 2 },
    { actual: "return_request", predicted: "refund_request", count: 4 },
    { actual: "return_request", predicted: "order_cancel", count: 3 },
    { actual: "order_cancel", predicted: "return_request", count: 1 },
  ];
  expect(addCells(cells)).toEqual([
    { actual: "return_request", predicted: "order_cancel", count: 5 },
    { actual: "return_request", predicted: "refund_request", count: 4 },
    { actual: "order_cancel", predicted: "return_request", count: 1 },
  ]);
  expect(cells[0]!.count).toBe(2);
});
