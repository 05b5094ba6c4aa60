import { describe, expect, it } from "vitest";
import type { ArticleDto } from "@/lib/data/knowledge/schemas";
import { changesOf, contentOf, draftOf, isSameDraft } from "./draft";

const ZONE = "America/Mexico_City";
const article = {
  ...{ title: "Refunds", body: "Five days.", audience: "agents", tags: ["money", "time"] },
  ...{ validFrom: "2026-11-20T06:30:45.000Z", validUntil: null },
} as ArticleDto;

describe("the fields of an article", () => {
  it("show times in the shop's zone, and change only what was changed", () => {
    const stored = draftOf(article, undefined, ZONE);
    expect(stored).toMatchObject({ validFrom: "2026-11-20T00:30", validUntil: "", tags: "money, time" });
    expect(changesOf(stored, stored, ZONE)).toEqual({});
    const changed = { ...stored, validUntil: "2026-12-01T00:00", tags: "money，时间、 time,," };
    expect(isSameDraft(changed, stored)).toBe(false);
    expect(changesOf(changed, stored, ZONE)).toEqual({
      validUntil: "2026-12-01T06:00:00.000Z",
      tags: ["money", "时间", "time"],
    });
    expect(changesOf({ ...stored, validFrom: "" }, stored, ZONE)).toEqual({ validFrom: null });
  });

  it("of a new language are empty, for the same readers", () => {
    const empty = draftOf(undefined, article, ZONE);
    expect(empty).toMatchObject({ title: "", body: "", audience: "agents", validFrom: "" });
    expect(contentOf({ ...empty, title: "T", validFrom: "soon" }, ZONE)).toMatchObject({
      title: "T",
      tags: [],
      validFrom: "soon",
      validUntil: null,
    });
  });
});
