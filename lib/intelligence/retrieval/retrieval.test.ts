import { describe, expect, it } from "vitest";
import {
  confidenceOf,
  countWords,
  findShopConcepts,
  fuseReciprocalRanks,
  indexBm25,
  plainText,
  scoreBm25,
  segmentHan,
  splitPassages,
} from ".";

const body = (text: string) => ({ title: [], body: text.split(" ") });
const title = (text: string) => ({ title: text.split(" "), body: [] });

describe("BM25", () => {
  it("gives the value of the formula", () => {
    const options = {
      k1: 1.2,
      titleLengthWeight: 0,
      bodyLengthWeight: 0.75,
      bodyWeight: 1,
      priorDocuments: 0,
    };
    const index = indexBm25([body("red cup"), body("red red red plate"), body("spoon")], options);
    const scores = scoreBm25(index, ["red"], options);
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const frequency = 1 / (0.25 + (0.75 * 2) / (7 / 3));
    expect(scores[0]).toBeCloseTo((idf * frequency * 2.2) / (frequency + 1.2), 12);
    expect(scores[1]! > scores[0]!).toBe(true);
    expect(scores[2]).toBe(0);
  });

  it("ranks what is rare above what is common, a title above a body, and a short text above a long one", () => {
    const order = (documents: Parameters<typeof indexBm25>[0], ...query: string[]) => {
      const scores = scoreBm25(indexBm25(documents), query);
      return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    };
    expect(order([title("return cup"), title("return lamp"), title("order lamp")], "return", "cup")[0]).toBe(
      0,
    );
    expect(order([body("cup"), title("cup")], "cup")).toEqual([1, 0]);
    expect(order([title("cup and much more of it"), title("cup here")], "cup")).toEqual([1, 0]);
  });

  it("counts a repeated word of the query once, unknown ones not, and knows of nothing where there is nothing", () => {
    const index = indexBm25([title("cup")]);
    expect(scoreBm25(index, ["cup", "cup", "x"])).toEqual(scoreBm25(index, ["cup"]));
    expect([...scoreBm25(indexBm25([]), ["cup"])]).toEqual([]);
    expect(scoreBm25(indexBm25([{ title: [], body: [] }]), ["cup"])[0]).toBe(0);
  });
});

it("reciprocal ranks are added up", () => {
  const fused = fuseReciprocalRanks([
    [3, 2, 1],
    [1, 3, 2],
  ]);
  expect(fused[0]).toBeCloseTo(1 / 61 + 1 / 63, 12);
  expect(fused[1]).toBeCloseTo(1 / 62 + 1 / 61, 12);
});

describe("a shop's terms", () => {
  it.each([
    ["小票丢了还能退货吗", ["receipt", "lost_thing", "return"]],
    ["Can I RETURN it? I lost the receipt.", ["receipt", "lost_thing", "return"]],
    ["¿Puedo devolverlo si perdí el comprobante?", ["receipt", "lost_thing", "return"]],
    ["Send my blue lamp back", ["return", "delivery", "color"]],
    ["gift card", ["gift_card"]],
    ["the giftcard's code", ["gift_card", "promo_code"]],
  ])("%s", (text, expected) => {
    expect(new Set(findShopConcepts(text))).toEqual(new Set(expected));
  });

  it("are not found inside other words or where there are none", () => {
    expect(findShopConcepts("scarf, placard, postulate")).toEqual([]);
    expect(findShopConcepts("")).toEqual([]);
    expect(findShopConcepts("🎁 ¿? ！")).toEqual([]);
  });

  it("of a long text take linear time", () => {
    const start = performance.now();
    for (const text of ["send ", "退", "no ", "aaaa", "take send "]) findShopConcepts(text.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

it("Chinese is kept in pairs and in words", () => {
  expect(segmentHan("电磁炉 cup 锅")).toEqual(expect.arrayContaining(["电磁", "磁炉", "锅"]));
  expect(segmentHan("cup")).toEqual([]);
});

describe("passages", () => {
  const words = (count: number, word = "word") =>
    Array.from({ length: count }, (_, i) => `${word}${i}`).join(" ");

  it("keep the headings above them and never cross one", () => {
    expect(
      splitPassages(
        "Intro.\n\n# Returns\n\n## How\nPack **it**.\n\nSend it.\n\n## When\nSoon.\n# Other\nEnd.",
      ),
    ).toEqual([
      { heading: "", text: "Intro." },
      { heading: "Returns › How", text: "Pack it.\nSend it." },
      { heading: "Returns › When", text: "Soon." },
      { heading: "Other", text: "End." },
    ]);
  });

  it("join short paragraphs and cut long ones after a sentence", () => {
    const sentence = `${words(50)}. `;
    const passages = splitPassages(`${words(50)}\n\n${sentence.repeat(5)}`);
    for (const { text } of passages) expect(countWords(text)).toBeLessThanOrEqual(120);
    expect(passages.length).toBe(4);
    expect(splitPassages("a b.\n\nc d.\n\ne f.")).toEqual([{ heading: "", text: "a b.\nc d.\ne f." }]);
  });

  it.each([
    ["Chinese", `${"这是一个很长的段落没有标点".repeat(200)}。`],
    ["no blanks", "x".repeat(10_000)],
    ["emoji", "👍🏽 ".repeat(3_000)],
    ["English", `${words(3_000)}`],
    ["a list", Array.from({ length: 300 }, (_, i) => `- item ${i} of the list`).join("\n")],
  ])("of %s lose nothing and stay short", (_, text) => {
    const passages = splitPassages(text);
    const bare = (of: string) => of.replace(/[\s-]/g, "");
    expect(bare(passages.map((passage) => passage.text).join(""))).toBe(bare(text));
    for (const passage of passages) {
      expect(countWords(passage.text)).toBeLessThanOrEqual(125);
      expect(passage.text.isWellFormed()).toBe(true);
    }
  });

  it("of hostile texts take little time", () => {
    const start = performance.now();
    for (const text of [
      "#".repeat(90_000),
      `# ${"#".repeat(90_000)}x`,
      " ".repeat(90_000),
      "| ".repeat(45_000),
    ])
      splitPassages(text);
    for (const text of ["[".repeat(90_000), "**a".repeat(30_000), "`".repeat(90_000), "> ".repeat(45_000)])
      splitPassages(text);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

it("Markdown is read without its marks", () => {
  expect(
    plainText(
      "> **Pack** _it_, see [here](https://a.example/b) and `code`\n- [x] done\n| a | b |\n|---|---|\n\\# no",
    ),
  ).toBe("Pack it, see here and code\ndone\na · b\n# no");
  expect(plainText("snake_case_name 2*3*4")).toBe("snake_case_name 2*3*4");
});

it("confidence goes up with the score, from 0 to 1", () => {
  const values = [-100, 0, 10, 14, 20, 100].map(confidenceOf);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(values[0]).toBeLessThan(0.001);
  expect(values.at(-1)).toBeGreaterThan(0.999);
});
