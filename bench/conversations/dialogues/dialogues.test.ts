import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { findMissing, findUnasked, findUnnamed, findUnsaid } from "./judge";
import { readScripts, readUnseenScripts, SCRIPT_LANGUAGES, type Script, UNSEEN_SETS } from "./script";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { fillShop } = await import("./fill-shop");
const { runDialogue } = await import("./run-dialogue");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
  await fillShop(shop);
});

const scripts = SCRIPT_LANGUAGES.flatMap(readScripts);
const named = (id: string) => scripts.find((script) => script.id === id)!;

it("has twenty dialogues a language, of six turns and more, each with an end that can be seen", () => {
  for (const language of SCRIPT_LANGUAGES) expect(readScripts(language)).toHaveLength(20);
  expect(new Set(scripts.map(({ id }) => id)).size).toBe(60);
  for (const { turns } of scripts)
    expect(turns.some(({ hear, do: acts }) => hear.length + acts.length > 0)).toBe(true);
});

describe("said to the real bot", () => {
  it.each(["zh-01", "zh-09", "en-02", "en-15", "es-06", "es-18"])("%s does what it names", async (id) => {
    const { failures, wrongActs, transcript } = await runDialogue(shop, named(id));
    expect([failures, wrongActs, transcript.length]).toEqual([[], [], named(id).turns.length * 2]);
  });

  const strangers = UNSEEN_SETS.flatMap(readUnseenScripts);
  it.each([
    ["a yes that names another order corrects it", "es-x05"],
    ["part of a line goes back", "zh-x03"],
    ["items are added and taken out again", "es-x01"],
    ["the order is known by what can be done with it", "en-t05"],
    ["invoice data come before the order", "zh-x08"],
    ["what is not to be returned is not", "en-x03"],
    ["the wish once more is a yes", "zh-y05"],
    ["a house number in an address is mended", "en-z03"],
    ["a variant is told by its colour and size", "en-z06"],
    ["a later sentence says yes", "es-u03"],
  ])("%s (%s)", async (_, id) => {
    const script = strangers.find((one) => one.id === id)!;
    const { failures, wrongActs } = await runDialogue(shop, script);
    expect([failures, wrongActs]).toEqual([[], []]);
  });

  it("a dialogue that names something else is a failure, and what it does not name a wrong action", async () => {
    const { turns, orders, ...rest } = named("en-13");
    const number = "HP-49999";
    const script: Script = {
      ...rest,
      id: "en-wrong",
      orders: orders.map((order) => ({ ...order, number })),
      turns: turns.map((turn) => ({ ...turn, not: [], hear: turn.hear.map(() => "no such word"), do: [] })),
    };
    script.turns.at(-1)!.do = [`cancel ${number}`];
    const { failures, wrongActs } = await runDialogue(shop, script);
    expect(failures.filter(({ expected }) => expected === "says no such word").length).toBeGreaterThan(3);
    expect(failures.at(-1)).toMatchObject({ turn: 0, expected: `cancel ${number}` });
    expect(wrongActs.map(({ turn, got }) => [turn, got])).toEqual([
      [2, `change_lines ${number}; cup 3, shirt-white-m 1`],
    ]);
  });
});

describe("judging", () => {
  const act = { what: "return HP-1", details: ["cup 2", "damaged"] };
  it("takes an act for the one that is named by all its details", () => {
    for (const name of ["return HP-1", "return HP-1; cup 2; damaged", "return HP-1; defective|damaged; ~cu"])
      expect(findMissing([act], [name])).toEqual([]);
    for (const name of ["return HP-2", "return HP-1; cup 1", "cancel HP-1"]) {
      expect(findMissing([act], [name])).toEqual([name]);
      expect(findUnnamed([act], [name])).toEqual([act]);
    }
  });

  it("finds the second of two where one is named", () => {
    expect(findUnnamed([act, act], ["return HP-1"])).toEqual([act]);
    expect(findMissing([act], ["return HP-1", "return HP-1"])).toEqual(["return HP-1"]);
  });

  it("sees what changed about an order without being asked for", () => {
    const before = [{ number: "HP-1", status: "paid", lines: "cup 2", address: "" }];
    const after = [{ number: "HP-1", status: "cancelled", lines: "cup 1", address: "" }];
    expect(findUnasked(before, after, [{ what: "cancel HP-1", details: [] }])).toEqual([
      "HP-1: lines cup 2 → cup 1",
    ]);
    expect(findUnasked(before, after, [])).toHaveLength(2);
  });

  it("reads answers whatever their blanks, widths and capitals", () => {
    expect(findUnsaid("Costs 29,00\u00a0¥ NOW", ["29,00 ¥ now", "x|costs"])).toEqual([]);
    expect(findUnsaid("¥29", ["30|31"])).toEqual(["30|31"]);
  });
});
