import { describe, expect, it } from "vitest";
import { nearDuplicateKey, splitHeldOut } from "./split-held-out";

const words = [
  "parcel",
  "refund",
  "size",
  "colour",
  "coupon",
  "invoice",
  "courier",
  "address",
  "exchange",
  "gift",
];
const items = words.flatMap((a, i) =>
  words.map((b, j) => ({ text: `where is the ${a} for my ${b}`, label: `intent_${(i + j) % 4}` })),
);

describe("splitHeldOut", () => {
  it("holds out a fifth of every label and loses nothing", () => {
    const { train, heldOut } = splitHeldOut(items);
    expect(new Set([...train, ...heldOut])).toEqual(new Set(items));
    for (const label of ["intent_0", "intent_1", "intent_2", "intent_3"]) {
      const all = items.filter((item) => item.label === label).length;
      expect(heldOut.filter((item) => item.label === label)).toHaveLength(Math.floor(all / 5));
    }
  });

  it("does not depend on the order, and changes little when texts are added", () => {
    const { heldOut } = splitHeldOut(items);
    expect(new Set(splitHeldOut([...items].reverse()).heldOut)).toEqual(new Set(heldOut));
    const more = [...items, ...words.map((word) => ({ text: `${word}?`, label: "intent_0" }))];
    const again = new Set(splitHeldOut(more).heldOut);
    expect(heldOut.filter((item) => !again.has(item)).length).toBeLessThanOrEqual(2);
  });

  it("keeps near duplicates on one side, under other labels too", () => {
    const variants = items.flatMap((item) => [
      item,
      { ...item, text: ` ${item.text.toUpperCase()}!! ` },
      { text: `${item.text}…`, label: "intent_9" },
    ]);
    const { train, heldOut } = splitHeldOut(variants);
    const keys = new Set(train.map(({ text }) => nearDuplicateKey(text)));
    expect(heldOut.length).toBeGreaterThan(50);
    expect(heldOut.filter(({ text }) => keys.has(nearDuplicateKey(text)))).toEqual([]);
  });

  it("holds nothing out of a class of four, one out of five", () => {
    const few = (count: number) => items.slice(0, count).map((item) => ({ ...item, label: "own" }));
    expect(splitHeldOut(few(4)).heldOut).toHaveLength(0);
    expect(splitHeldOut(few(5)).heldOut).toHaveLength(1);
    expect(splitHeldOut([])).toEqual({ train: [], heldOut: [] });
  });

  it("knows near duplicates", () => {
    const same = [
      ["¿Dónde está mi pedido?", "donde esta mi pedido"],
      ["我的快递到哪了？", "我的快遞到哪了"],
      ["order HP-900001 where", "Order HP-123456, where?"],
    ];
    for (const [a, b] of same) expect(nearDuplicateKey(a!)).toBe(nearDuplicateKey(b!));
    expect(nearDuplicateKey("no llegó")).not.toBe(nearDuplicateKey("llegó"));
    expect(nearDuplicateKey("😀")).not.toBe(nearDuplicateKey("😡"));
    expect(nearDuplicateKey("  ")).toBe("");
  });
});
