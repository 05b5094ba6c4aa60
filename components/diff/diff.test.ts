import { describe, expect, it } from "vitest";
import { diffSequences } from "./diff-lines";
import { diffWords } from "./diff-words";

const marks = { same: " ", removed: "-", added: "+" };
const show = (before: string, after: string) =>
  diffSequences([...before], [...after]).flatMap(({ kind, items }) =>
    items.map((item) => marks[kind] + item),
  );

describe("the difference of two texts", () => {
  it.each([
    ["abc", "abc", [" a", " b", " c"]],
    ["", "ab", ["+a", "+b"]],
    ["ab", "", ["-a", "-b"]],
    ["abc", "axc", [" a", "-b", "+x", " c"]],
    ["abcd", "acd", [" a", "-b", " c", " d"]],
    ["abxyz", "abz", [" a", " b", "-x", "-y", " z"]],
    ["kitten", "sitting", ["-k", "+s", " i", " t", " t", "-e", "+i", " n", "+g"]],
  ])("from %j to %j", (before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  it("always leads from the one to the other, by the fewest steps", () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const word = () => Array.from({ length: next(12) }, () => "abc"[next(3)]!);
      const [before, after] = [word(), word()];
      const parts = diffSequences(before, after);
      const of = (...kinds: string[]) =>
        parts.filter(({ kind }) => kinds.includes(kind)).flatMap(({ items }) => items);
      expect(of("same", "removed")).toEqual(before);
      expect(of("same", "added")).toEqual(after);
      expect(of("removed", "added")).toHaveLength(before.length + after.length - 2 * common(before, after));
    }
  });

  it("of texts without anything in common ends in time", () => {
    const long = (mark: string) => Array.from({ length: 4_000 }, (_, at) => `${mark}${at}`);
    const parts = diffSequences(long("a"), long("b"));
    expect(parts.map(({ kind, items }) => [kind, items.length])).toEqual([
      ["removed", 4_000],
      ["added", 4_000],
    ]);
  });

  it("marks the words that changed in a line, in Chinese too", () => {
    const changed = (before: string, after: string, locale: string) =>
      diffWords(before, after, locale)?.filter(({ kind }) => kind !== "same");
    expect(changed("Refunds take five days.", "Refunds take three days.", "en")).toEqual([
      { kind: "removed", items: ["five"] },
      { kind: "added", items: ["three"] },
    ]);
    expect(changed("退款需要五个工作日到账", "退款需要三个工作日到账", "zh")).toEqual([
      { kind: "removed", items: expect.arrayContaining([expect.stringContaining("五")]) },
      { kind: "added", items: expect.arrayContaining([expect.stringContaining("三")]) },
    ]);
    expect(diffWords("Entirely other words", "Nothing of it stays", "en")).toBeNull();
  });
});

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    let diagonal = 0;
    b.forEach((right, at) => {
      const above = row[at + 1]!;
      row[at + 1] = left === right ? diagonal + 1 : Math.max(above, row[at]!);
      diagonal = above;
    });
  }
  return row[b.length]!;
}
