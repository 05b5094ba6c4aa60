import { describe, expect, it } from "vitest";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { filtersOf, inboxHref, isChanged, type ListScope, narrowingOf, readScope, toTab } from "./views";

const LABEL = "0192fd0d-0000-7000-8000-00000000000b";
const saved: InboxViewDto = {
  id: "0192fd0d-0000-7000-8000-00000000000c",
  name: "Late in Chinese",
  isPersonal: false,
  filters: { status: "open", owner: "human", language: "zh", label: LABEL, sort: "due", due: "late" },
  count: 3,
  createdAt: "2026-07-01T00:00:00.000Z",
  updatedAt: "2026-07-01T00:00:00.000Z",
};
const paramsOf = (scope: ListScope) =>
  Object.fromEntries(new URL(inboxHref(scope), "http://shop").searchParams);
const open: ListScope = { view: "needs_person", q: "", saved, ...narrowingOf(saved.filters) };

describe("the list's address", () => {
  it("of a saved view names the view alone, and shows what it keeps", () => {
    expect(inboxHref(open)).toBe(`/inbox?view=${saved.id}`);
    expect(readScope(paramsOf(open), [saved])).toEqual({ ...open, channel: undefined, lastFrom: undefined });
    expect(filtersOf(open)).toEqual(saved.filters);
    expect(isChanged(open)).toBe(false);
  });

  it("says what was narrowed otherwise, and what was let go", () => {
    const changed: ListScope = { ...open, language: undefined, channel: "email", order: "recent" };
    expect(paramsOf(changed)).toEqual({ view: saved.id, language: "any", channel: "email", order: "recent" });
    const read = readScope(paramsOf(changed), [saved]);
    expect(read).toMatchObject({ channel: "email", order: "recent", label: LABEL });
    expect(read.language).toBeUndefined();
    expect(isChanged(read)).toBe(true);
    expect(filtersOf(read)).toEqual({ status: "open", owner: "human", channel: "email", label: LABEL });
  });

  it("of a view that is gone, or of nonsense, is the first tab without filters", () => {
    const read = readScope({ view: saved.id, channel: "fax", language: "xx", label: "1 OR 1=1" }, []);
    expect(read.view).toBe("needs_person");
    expect(isChanged(read)).toBe(false);
  });

  it("of a tab takes along what the reader chose, and leaves what a view narrowed by", () => {
    const tab: ListScope = { view: "mine", q: "tea", order: "due", language: "es" };
    expect(inboxHref(toTab(tab, "bot"))).toBe("/inbox?view=bot&order=due&language=es");
    expect(inboxHref(toTab(open, "bot"))).toBe("/inbox?view=bot");
    expect(filtersOf(tab)).toEqual({ q: "tea", language: "es" });
  });
});
