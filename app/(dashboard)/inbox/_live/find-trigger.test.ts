import { describe, expect, it } from "vitest";
import type { CannedReplyDto } from "@/lib/service/canned-replies/schemas";
import { findTrigger } from "./find-trigger";
import { rankReplies } from "./rank-replies";

const at = (text: string, sign: "/" | "@" = "/") => {
  const caret = text.indexOf("|");
  return findTrigger(text.replace("|", ""), caret, sign);
};

describe("a call for a list", () => {
  it.each([
    ["/|", 0, ""],
    ["/ref|", 0, "ref"],
    ["Hello /ref|und", 6, "ref"],
    ["您好/退款|", 2, "退款"],
    ["line\n/a-b_1|", 5, "a-b_1"],
  ])("%j begins a word", (text, start, query) => {
    expect(at(text)).toEqual({ sign: "/", start, query });
  });

  it.each(["1/2|", "https://a|", "and/or|", "/two words|", "no slash|", "|/ref", "a /b/c|"])(
    "%j does not",
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  it("names a person, but not in an address", () => {
    expect(at("see @An|", "@")).toEqual({ sign: "@", start: 4, query: "An" });
    expect(at("ana@exam|", "@")).toBeNull();
  });
});

describe("the list's order", () => {
  const reply = (name: string, timesUsed: number, en = "text"): CannedReplyDto => ({
    id: name,
    name,
    isPersonal: false,
    texts: { en },
    timesUsed,
    lastUsedAt: null,
    createdAt: "",
    updatedAt: "",
  });
  const all = [reply("a-refund", 9), reply("refund", 1), reply("refunded", 5), reply("x", 99, "Your REFUND")];

  it("puts a name's beginning first, then the most used, then texts", () => {
    expect(rankReplies(all, "refund").map(({ name }) => name)).toEqual([
      "refunded",
      "refund",
      "a-refund",
      "x",
    ]);
    expect(rankReplies(all, "nothing")).toEqual([]);
  });

  it("shows the most used before anything is typed, eight at most", () => {
    const many = Array.from({ length: 12 }, (_, at) => reply(`r${at}`, at));
    expect(rankReplies(many, "").map(({ timesUsed }) => timesUsed)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  });
});
