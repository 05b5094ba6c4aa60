import { expect, test } from "vitest";
import { splitLinks } from "./linkify";

const hrefs = (text: string) => splitLinks(text).flatMap((part) => part.href ?? []);

test("finds web addresses and leaves the sentence's punctuation outside", () => {
  expect(splitLinks("See https://shop.example/a?b=1, please.")).toEqual([
    { text: "See " },
    { text: "https://shop.example/a?b=1", href: "https://shop.example/a?b=1" },
    { text: ", please." },
  ]);
  expect(hrefs("(www.shop.example/returns)")).toEqual(["https://www.shop.example/returns"]);
  expect(hrefs("https://en.example/wiki/Pine_(tree)")).toEqual(["https://en.example/wiki/Pine_(tree)"]);
});

test("an address ends where Chinese goes on without a space", () => {
  expect(hrefs("请看https://shop.example/tui，或者问我")).toEqual(["https://shop.example/tui"]);
  expect(hrefs("链接：https://shop.example/tui谢谢")).toEqual(["https://shop.example/tui"]);
});

test("nothing that could run becomes a link", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "https://", "http://x", "vbscript:x"])
    expect(hrefs(text)).toEqual([]);
});

test("every character of the message is kept", () => {
  for (const text of ["", "a", "https://a.example", "x www.a.example. y https://b.example)! z"])
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
});
