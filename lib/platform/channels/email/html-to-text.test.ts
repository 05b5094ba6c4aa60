import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-to-text";

const own = (html: string) => htmlToText(html, false);

describe("an HTML mail", () => {
  it.each([
    ["<p>Hola,</p><p>¿cuándo llega?<br>Gracias</p>", "Hola,\n\n¿cuándo llega?\nGracias"],
    ["<div>你好</div><div>订单还没到&nbsp;吗？</div>", "你好\n\n订单还没到 吗？"],
    [
      "<html><head><title>x</title><style>p{}</style></head><body>a<script>alert(1)</script>b</body></html>",
      "ab",
    ],
    ["<ul><li>one<li>two</ul>", "- one\n- two"],
    [
      "<table><tr><td>Order</td><td>1042</td></tr><tr><td>Size</td><td>M</td></tr></table>",
      "Order 1042\n\nSize M",
    ],
    ['see <a href="https://shop.example/t/1">your shirt</a>!', "see your shirt <https://shop.example/t/1>!"],
    ['<a href="https://shop.example/">shop.example</a>', "shop.example"],
    ['<a href="javascript:alert(1)">click</a>', "click"],
    ["1 &lt; 2 &amp; caf&eacute; &#128522;", "1 < 2 & café 😊"],
    ["never closed <b>bold", "never closed bold"],
    ["</div></p>text</a>", "text"],
  ])("is read as text: %s", (html, text) => {
    expect(own(html)).toBe(text);
  });

  it.each([
    [
      '<div>Mine</div><div class="gmail_quote"><div class="gmail_attr">On … wrote:</div><blockquote>theirs</blockquote></div>',
    ],
    ['Mine<div class="moz-cite-prefix">On …</div><blockquote type="cite">theirs <p>x</p></blockquote>'],
    ['Mine<div class="yahoo_quoted">theirs</div>'],
    ['Mine<blockquote id="isReplyContent">theirs</blockquote>'],
    ['Mine<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> x</div><p>theirs</p>'],
    ['Mine<div id="x_divRplyFwdMsg">From: x</div>theirs'],
    ['Mine<div id="ms-outlook-mobile-signature">-- </div><div id="divRplyFwdMsg">theirs</div>'],
    ['Mine<div class="gmail_signature">Ana, Sales</div>'],
  ])("loses what its program marks as quoted: %s", (html) => {
    expect(own(html).replace(/\n*--$/, "")).toBe("Mine");
    if (html.includes("theirs")) expect(htmlToText(html, true)).toContain("theirs");
  });

  it("keeps an answer below the quotation, and what the customer cites without such a mark", () => {
    expect(own('<blockquote type="cite">theirs</blockquote><p>Mine</p>')).toBe("Mine");
    expect(own("<blockquote>from your page</blockquote>Is that so?")).toBe("from your page\nIs that so?");
  });

  it("is read to a bound, however deep and long it is", () => {
    const before = process.cpuUsage();
    expect(own("<div>".repeat(50_000) + "x".repeat(10)).length).toBeLessThan(11);
    expect(own("<b>a</b>".repeat(200_000)).length).toBeLessThan(100_000);
    expect(own(`<a href="${"x".repeat(100_000)}`)).toBeDefined();
    const links = '<a href="https://a.example/1">x'.repeat(25_000) + "</a>".repeat(25_000);
    expect(own(links)).toContain("<https://a.example/1>");
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
  });
});
