import { describe, expect, it } from "vitest";
import { InboundRefused } from "./adapter";
import { parseExactJson } from "./exact-json";

describe("exact JSON", () => {
  it("keeps ids apart that would round to the same number", () => {
    const text = '[{"id":9007199254740993,"n":12,"x":-1.5e3},{"id": 9007199254740992 }]';
    expect(parseExactJson(text)).toEqual([
      { id: "9007199254740993", n: 12, x: -1500 },
      { id: "9007199254740992" },
    ]);
  });

  it("leaves numbers within strings and keys alone, whatever is escaped before them", () => {
    const value = { 'a "9007199254740993"': 'x\\ 9007199254740993 \\" 12 😀', "9007199254740993": ["\\\\"] };
    expect(parseExactJson(JSON.stringify(value))).toEqual(value);
  });

  it("refuses what is no JSON, in time that does not grow with its square", () => {
    const start = performance.now();
    for (const text of ["", "{", '"', `["${'\\"'.repeat(60_000)}`, "[".repeat(120_000), "NaN"])
      expect(() => parseExactJson(text)).toThrow(InboundRefused);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
