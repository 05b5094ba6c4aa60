import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown";
import { parseMarkdown } from "./parse-markdown";

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text })).replace(
    / (class|target|rel|tabindex|role)="[^"]*"/g,
    "",
  );
const inside = (text: string) => html(text).replace(/^<div>|<\/div>$/g, "");

describe("an article drawn from Markdown", () => {
  it.each([
    ["## Sizes ##", "<h3>Sizes</h3>"],
    ["one\ntwo  \nthree", "<p>one\ntwo<br/>three</p>"],
    [
      "**bold** and *soft*, `code`, ~~old~~",
      "<p><strong>bold</strong> and <em>soft</em>, <code>code</code>, <del>old</del></p>",
    ],
    ["a snake_case_name and 2 * 3 * 4", "<p>a snake_case_name and 2 * 3 * 4</p>"],
    ["**加粗**后面的字", "<p><strong>加粗</strong>后面的字</p>"],
    [String.raw`\*no\* \# no`, "<p>*no* # no</p>"],
    ["> quoted\n> twice", "<blockquote><p>quoted\ntwice</p></blockquote>"],
    ["```\n# no <b>\n```", "<pre><code># no &lt;b&gt;</code></pre>"],
    ["a\n\n---\n\nb", "<p>a</p><hr/><p>b</p>"],
    ["[shop](https://shop.test/a?b=1)", '<p><a href="https://shop.test/a?b=1">shop</a></p>'],
    ["See https://shop.test/a。", '<p>See <a href="https://shop.test/a">https://shop.test/a</a>。</p>'],
  ])("%j", (markdown, expected) => {
    expect(inside(markdown)).toBe(expected);
  });

  it("has lists in lists, with their numbers", () => {
    expect(inside("3. three\n   - inner\n   - more\n4. four\n\ntext")).toBe(
      '<ol start="3"><li><div><p>three</p><ul><li><div><p>inner</p></div></li><li><div><p>more</p></div></li></ul></div></li>' +
        "<li><div><p>four</p></div></li></ol><p>text</p>",
    );
  });

  it("has tables", () => {
    expect(inside("| Size | EU |\n|---|:-:|\n| M | 38 |\n| L |")).toBe(
      "<div><table><thead><tr><th>Size</th><th>EU</th></tr></thead><tbody><tr><td>M</td><td>38</td></tr><tr><td>L</td><td></td></tr></tbody></table></div>",
    );
  });

  it("never lets HTML, scripts or foreign pictures through", () => {
    const text =
      "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x) ![p](https://spy.test/p.png) [c](//x.test)";
    const drawn = html(text);
    expect(drawn).not.toMatch(/<(script|img|a)\b/);
    expect(drawn).toContain("&lt;script&gt;");
    expect(drawn).not.toContain("spy.test");
  });

  it.each([
    ["brackets", "[".repeat(50_000)],
    ["stars", "*a ".repeat(30_000)],
    ["quotes", `${"> ".repeat(3_000)}deep`],
    [
      "lists",
      Array.from({ length: 2_000 }, (_, depth) => `${"  ".repeat(depth)}- x`)
        .join("\n")
        .slice(0, 100_000),
    ],
    ["dashes", `a|b\n${"-|".repeat(50_000)}x`],
    ["blanks", " ".repeat(100_000)],
    ["addresses", "https://".repeat(12_000)],
  ])("is read in bounded time: %s", (_, text) => {
    const start = performance.now();
    parseMarkdown(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
