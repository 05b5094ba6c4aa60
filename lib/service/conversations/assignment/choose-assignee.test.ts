import { describe, expect, it } from "vitest";
import { type Candidate, chooseAssignee } from "./choose-assignee";

const member = (userId: string, change: Partial<Candidate> = {}): Candidate => ({
  userId,
  isAvailable: true,
  languages: [],
  maxOpen: 5,
  open: 0,
  lastAssignedAt: null,
  ...change,
});
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const chinese = { language: "zh", passedBy: [] };
const choose = (
  members: Candidate[],
  mode: "round_robin" | "least_load" | "off" = "round_robin",
  conversation: Parameters<typeof chooseAssignee>[2] = chinese,
) => chooseAssignee(members, { mode, matchesLanguage: true }, conversation)?.userId ?? null;

describe("who is suitable", () => {
  it("is there and has room", () => {
    expect(choose([member("a", { isAvailable: false }), member("b", { open: 5 }), member("c")])).toBe("c");
    expect(choose([member("a", { isAvailable: false }), member("b", { open: 6 })])).toBeNull();
    expect(choose([])).toBeNull();
  });

  it("speaks the language, unless none is known or it does not count", () => {
    const members = [member("a", { languages: ["es"] }), member("b", { languages: ["en", "zh"] })];
    expect(choose(members)).toBe("b");
    expect(choose([members[0]!])).toBeNull();
    expect(choose([members[0]!], "round_robin", { language: null, passedBy: [] })).toBe("a");
    const rules = { mode: "round_robin" as const, matchesLanguage: false };
    expect(chooseAssignee([members[0]!], rules, chinese)?.userId).toBe("a");
  });

  it("has not let it go before", () => {
    const passed = { language: "zh", passedBy: ["a", "b"] };
    expect(choose([member("a"), member("b"), member("c")], "round_robin", passed)).toBe("c");
    expect(choose([member("a"), member("b")], "least_load", passed)).toBeNull();
  });
});

describe("of those who are suitable", () => {
  it("round robin takes whose turn is longest ago, whatever they have", () => {
    const members = [
      member("a", { lastAssignedAt: at(3) }),
      member("b", { lastAssignedAt: at(1), open: 4 }),
      member("c", { lastAssignedAt: at(2) }),
    ];
    expect(choose(members)).toBe("b");
    expect(choose([...members, member("new")])).toBe("new");
  });

  it("least load takes who has the fewest, then whose turn it is", () => {
    const members = [
      member("a", { open: 2, lastAssignedAt: at(3) }),
      member("b", { open: 2, lastAssignedAt: at(1) }),
      member("c", { open: 3 }),
    ];
    expect(choose(members, "least_load")).toBe("b");
  });

  it("nobody, where conversations are taken by hand", () => expect(choose([member("a")], "off")).toBeNull());
});
