import { describe, expect, it } from "vitest";
import { simulateTexts } from "@/test/support/encoded-texts";
import { baseIntentHead } from "./intent-head";
import { decodeIntentHead, encodeIntentHead } from "./intent-head-format";
import { trainIntentHead } from "./train-intent-head";

const base = ["size", "refund", "greeting"];
const texts = simulateTexts({ base, own: ["定制刻字"], dimensions: 16, seed: 1 });
const head = trainIntentHead({
  ...{ baseClasses: base, dimensions: 16 },
  examples: [...texts.drawMany("定制刻字", 5), ...texts.drawMany("size", 5)],
  anchors: base.flatMap((label) => texts.drawMany(label, 8)),
});

describe("intent head format", () => {
  it("gives back the same head, also from inside a larger buffer, and the same bytes", () => {
    const bytes = encodeIntentHead(head);
    expect(decodeIntentHead(bytes)).toEqual(head);
    const pool = new Uint8Array(bytes.length + 7);
    pool.set(bytes, 5);
    expect(decodeIntentHead(pool.subarray(5, 5 + bytes.length))).toEqual(head);
    expect(decodeIntentHead(Buffer.from(Buffer.from(bytes).toString("base64"), "base64"))).toEqual(head);
    expect(encodeIntentHead(decodeIntentHead(bytes))).toEqual(bytes);
  });

  it("stores nothing for classes that have learnt nothing", () => {
    const empty = baseIntentHead(
      Array.from({ length: 52 }, (_, i) => `intent_${i}`),
      512,
    );
    const bytes = encodeIntentHead(empty);
    expect(bytes.length).toBeLessThan(1200);
    expect(decodeIntentHead(bytes)).toEqual(empty);
  });

  it("refuses what is not a head", () => {
    const bytes = encodeIntentHead(head);
    expect(() => decodeIntentHead(new Uint8Array())).toThrow(/first four bytes/);
    expect(() => decodeIntentHead(new TextEncoder().encode("version https://git-lfs"))).toThrow(
      /first four bytes/,
    );
    expect(() => decodeIntentHead(bytes.subarray(0, bytes.length - 1))).toThrow(/cut short/);
    const change = (at: number, value: number) => {
      const copy = bytes.slice();
      copy[at] = value;
      return () => decodeIntentHead(copy);
    };
    expect(change(4, 9)).toThrow(/format 9/);
    expect(change(12, 0)).toThrow(/header/);
    expect(change(bytes.length - 1, 0xff)).not.toThrow(/header/);
    const infinite = bytes.slice();
    infinite.set([0, 0, 0x80, 0x7f], bytes.length - 4);
    expect(() => decodeIntentHead(infinite)).toThrow(/not finite/);
    const json = JSON.stringify({
      baseClasses: ["a"],
      ownClasses: [],
      dimensions: 1e9,
      temperature: 1,
      rows: [],
    });
    const huge = new Uint8Array([
      ...bytes.slice(0, 8),
      json.length,
      0,
      0,
      0,
      ...new TextEncoder().encode(json),
    ]);
    expect(() => decodeIntentHead(huge)).toThrow(/header/);
  });
});
