import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";

const file = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) => new File(parts, name);
const bytes = (...values: number[]) => new Uint8Array(values);

describe("a file to import", () => {
  it("is known by its name, and read in the encodings that spreadsheets write", async () => {
    expect(await readFile(file("FAQ.MD", "# 退款"))).toEqual({
      ...{ name: "FAQ.MD", format: "markdown", content: "# 退款" },
    });
    expect(await readFile(file("a.htm", "<p>x"))).toMatchObject({ format: "html" });
    // 退款 in GB 18030, "é" in UTF-16 with its mark.
    expect(await readFile(file("a.csv", bytes(0xcd, 0xcb, 0xbf, 0xee)))).toMatchObject({ content: "退款" });
    expect(await readFile(file("a.csv", bytes(0xff, 0xfe, 0xe9, 0x00)))).toMatchObject({ content: "é" });
  });

  it.each([
    ["a.docx", ["PK"], "kind"],
    ["README", ["x"], "kind"],
    ["a.md", [], "empty"],
    ["a.md", [" \n "], "empty"],
    ["a.csv", [bytes(0x50, 0x4b, 3, 4, 0, 0, 8)], "binary"],
    ["a.csv", [bytes(0xff, 0xff, 0xff)], "binary"],
    ["a.md", ["x".repeat(2_000_001)], "large"],
    ["a.md", ["x".repeat(8_000_001)], "large"],
  ] as const)("%s is refused where it is no such text (%#)", async (name, parts, complaint) => {
    expect(await readFile(file(name, ...parts))).toBe(complaint);
  });
});
