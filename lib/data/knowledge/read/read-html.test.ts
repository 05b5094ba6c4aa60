import { describe, expect, it } from "vitest";
import { decodeEntities } from "@/lib/intelligence/text/decode-entities";
import { htmlToMarkdown } from "./read-html";

const read = (html: string) => htmlToMarkdown(html).markdown;

describe("a page", () => {
  it.each([
    ["<p>a<p>b", "a\n\nb"],
    ["a<br>b<br/>c", "a\nb\nc"],
    ["<table><tr><th>Zone<th>Days<tr><td>A<td>3</table>", "| Zone | Days\n| A | 3"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["<b>bold", "**bold"],
    ["</div></p>text", "text"],
    ["<!-- <p>no</p> -->yes<?php no ?>", "yes"],
    ["<![CDATA[no]]>yes", "yes"],
    ["<scr<script>ipt>alert(1)</script>ok", "ipt>alert(1)ok"],
    ["<SCRIPT>no</ScRiPt >yes", "yes"],
    ["<script>no", ""],
    ["<svg><text>no</text></svg>yes", "yes"],
    ['<a href="java&#115;cript:x">t</a>', "t"],
    ["<a href='https://a.example/?a=1&amp;b=2'>t</a>", "[t](https://a.example/?a=1&b=2)"],
    ['<img alt="1 > 0" src="x>y">', "1 > 0"],
    ["<pre>a  b\n# c</pre>", "a b\n\\# c"],
    ["&lt;script&gt;", "<script>"],
  ])("%s is read as %j", (html, expected) => {
    expect(read(html)).toBe(expected);
  });

  it("has the title of its head", () => {
    expect(htmlToMarkdown("<head><title> Help &amp; more\n</title></head><body>x").title).toBe("Help & more");
  });
});

describe("entities", () => {
  it("are read once, by number and by name", () => {
    expect(decodeEntities("&amp;lt; &eacute; &euro; &#20013;&#x6587; &nbsp;|&hellip;")).toBe(
      "&lt; é € 中文  |…",
    );
    expect(decodeEntities("&#0;&#xD800;&#x110000;&#27;")).toBe("");
    expect(decodeEntities("AT&T &unknown; &copy 2026 a&lt")).toBe("AT&T &unknown; &copy 2026 a&lt");
  });

  it("defined by the page itself are not expanded", () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><p>&c;</p>`;
    expect(read(bomb)).toBe("&c;");
  });
});

it.each([
  ["opened tags", "<".repeat(100_000)],
  ["open quotes", '<a href="'.repeat(20_000)],
  ["comments", "<!--".repeat(50_000)],
  ["blanks", `<p ${" ".repeat(100_000)}>x`],
  ["attributes", `<a ${"href ".repeat(3_000)}>x</a>`],
  ["raw texts", "<script>".repeat(20_000)],
  ["declarations", "<![".repeat(60_000)],
  ["bold", "<b></b>".repeat(20_000)],
  ["lines", "\n".repeat(200_000)],
])("a page of %s takes little time", (_, html) => {
  const start = performance.now();
  try {
    read(html);
  } catch (error) {
    expect(error).toMatchObject({ code: "invalid_input" });
  }
  expect(performance.now() - start).toBeLessThan(3_000);
});

it("a page nested without end is refused", () => {
  expect(() => read("<div>".repeat(100_000))).toThrowError(/200/);
  expect(() => read("<p></p>".repeat(150_000))).toThrowError(/200000/);
});
