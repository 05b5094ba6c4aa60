import { describe, expect, it } from "vitest";
import { markExcerpt } from "./mark-excerpt";
import { readSearchQuery, searchPieces, searchTerms } from "./search-terms";

const finds = (query: string, text: string) => {
  const terms = searchTerms(text);
  return readSearchQuery(query).every(({ term, isPrefix }) =>
    terms.some((known) => (isPrefix ? known.startsWith(term) : known === term)),
  );
};

describe("terms of a text", () => {
  it("are pairs and the last character of Chinese, and words of other scripts", () => {
    expect(searchTerms("我要退款 Refund refund")).toEqual(["我要", "要退", "退款", "款", "refund"]);
    expect(searchTerms("—— !? 😀")).toEqual([]);
  });

  it.each([
    ["退款", "我想退款，谢谢"],
    ["退", "我想退款"],
    ["款", "我想退款"],
    ["退貨", "怎么退货"],
    ["Teléfono", "no tengo TELEFONO"],
    ["HP-20431", "where is hp 20431?"],
    ["2043", "order HP-20431"],
    ["refun", "A refund, please"],
    ["ＶＩＰ", "vip customer"],
    ["快递 late", "the 快递 is late"],
  ])("%s finds %j", (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ["退款", "退回货款"],
    ["fund", "refund"],
    ["late parcel", "a parcel"],
    ["refun please ", "refund please"],
  ])("%s does not find %j", (query, text) => expect(finds(query, text)).toBe(false));

  it("stay bounded, however long a word is", () => {
    const long = "x".repeat(5_000);
    expect(searchTerms(long)).toEqual(["x".repeat(40)]);
    expect(finds(long, long)).toBe(true);
  });
});

describe("an excerpt", () => {
  const marked = (text: string, query: string, length?: number) =>
    markExcerpt(text, searchPieces(query), length)
      .parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
      .join("");

  it("marks what was looked for as it is written", () => {
    expect(marked("我想退貨，已经退货两次", "退货")).toBe("我想[退貨]，已经[退货]两次");
    expect(marked("No tengo TELÉFONO ni telefonos", "telefono")).toBe("No tengo [TELÉFONO] ni [telefono]s");
    expect(marked("Refund: the fund is refunded", "fund")).toBe("Refund: the [fund] is refunded");
  });

  it("stands around the first hit, and says where it was cut", () => {
    const text = `${"前".repeat(200)}退款${"后".repeat(200)}`;
    const shown = marked(text, "退款", 60);
    expect(shown).toMatch(/^…前{16}\[退款\]后+…$/);
    expect(marked("short", "nothing")).toBe("short");
    // Not in the middle of a word, though the whole would be short enough.
    expect(marked("Everything that was promised is late again", "late")).toBe("…promised is [late] again");
  });

  it("keeps characters whole that fold to more or fewer", () => {
    expect(marked("ﬁne 😀😀 ½ price", "price")).toBe("ﬁne 😀😀 ½ [price]");
    expect(markExcerpt("a b c", ["a", "c", "z"]).found).toBe(2);
  });
});
