import { describe, expect, it } from "vitest";
import { convert, draftOf, readChart } from "./_chart-draft";
import { pasteTable, readTable } from "./_paste-chart";
import { readRange } from "./_range-text";

const CHART = {
  sizes: [
    { label: "S", ranges: { chestCm: [84, 92] as const, weightKg: [50, 60] as const } },
    { label: "M", ranges: { chestCm: [92, 100] as const } },
  ],
};

describe("a cell", () => {
  it.each([
    ["92-98", [92, 98]],
    ["92 – 98 cm", [92, 98]],
    ["９２～９８", [92, 98]],
    ["24,6 a 25,1", [24.6, 25.1]],
    ["96", [96, 96]],
  ])("%s is a range", (text, range) => expect(readRange(text, "chestCm", "cm")).toEqual(range));

  it.each(["", "98-92", "abc", "92-98-100", "1e3"])("%s is none", (text) => {
    expect(readRange(text, "chestCm", "cm")).toBeNull();
  });

  it("in inches and pounds is what it is in centimetres and kilograms", () => {
    expect(readRange("36-38", "chestCm", "in")).toEqual([91.4, 96.5]);
    expect(readRange("110", "weightKg", "in")).toEqual([49.9, 49.9]);
  });
});

describe("a draft", () => {
  it("means the chart that it was made from, in both units", () => {
    const draft = draftOf(CHART);
    expect(draft.measures).toEqual(["chestCm", "weightKg"]);
    expect(draft.rows.map(({ label, cells }) => [label, cells.chestCm, cells.weightKg])).toEqual([
      ["S", "84–92", "50–60"],
      ["M", "92–100", undefined],
    ]);
    expect(readChart(draft).chart).toEqual(CHART);
    const there = convert(draft, "in");
    expect(there.rows[0]!.cells.chestCm).toBe("33.1–36.2");
    const [smallest] = readChart(convert(there, "cm")).chart!.sizes;
    expect(smallest!.ranges.chestCm![0]).toBeCloseTo(84, 0);
  });

  it("says which cell is wrong and why", () => {
    const draft = draftOf(CHART);
    const [s, m] = draft.rows as [(typeof draft.rows)[0], (typeof draft.rows)[0]];
    const read = (...rows: typeof draft.rows) => readChart({ ...draft, rows });
    expect(read({ ...s, cells: { chestCm: "wide" } }).cells).toEqual({ [`${s.id}:chestCm`]: "wrongRange" });
    expect(read({ ...s, cells: { chestCm: "840" } }).cells).toEqual({ [`${s.id}:chestCm`]: "outOfBounds" });
    expect(read(s, { ...m, label: "s" }).cells).toEqual({ [`${m.id}:label`]: "twice" });
    expect(read({ ...s, label: " " }).cells).toEqual({ [`${s.id}:label`]: "noLabel" });
    expect(read({ ...s, cells: {} }).cells).toEqual({ [`${s.id}:label`]: "noMeasure" });
    expect(read(m, s)).toMatchObject({ chart: null, problem: "notRising" });
    expect(read({ ...s, label: "", cells: {} })).toMatchObject({ chart: null, problem: "empty" });
  });
});

describe("what is pasted from a spreadsheet", () => {
  it("replaces the chart where it has headings, in their unit", () => {
    const table = readTable("Size\tBust (in)\tHips (in)\nS\t33-35\t35-37\nM\t35-37\t37-39\n")!;
    const pasted = pasteTable(draftOf(CHART), table, 0, 0);
    expect(pasted).toMatchObject({ unit: "in", measures: ["chestCm", "hipCm"] });
    expect(readChart(pasted).chart?.sizes.map(({ label }) => label)).toEqual(["S", "M"]);
    expect(readTable("尺码\t胸围\t身高\nS\t84-92\t160-165")![0]).toHaveLength(3);
  });

  it("fills from the cursor where it has none, and adds rows", () => {
    const pasted = pasteTable(draftOf(CHART), readTable("92-101\t60-70\n101-110\t70-80")!, 1, 1);
    expect(pasted.rows.map(({ label, cells }) => [label, cells.chestCm, cells.weightKg])).toEqual([
      ["S", "84–92", "50–60"],
      ["M", "92-101", "60-70"],
      ["", "101-110", "70-80"],
    ]);
  });

  it("is plain text where it is one cell", () => expect(readTable("84-92")).toBeNull());
});
