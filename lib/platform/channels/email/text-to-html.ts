const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** What ends a sentence does not end an address. */
const ADDRESS = /https?:\/\/[^\s<>"'，。！？；：、（）《》“”]{1,2000}/g;
const TRAILING = /[.,;:!?)\]}]+$/;

/** Paragraphs, line breaks and links to the web; everything else is text, whatever it looks like. */
export function textToHtml(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "");
  return paragraphs
    .map((paragraph) => `<p>${paragraph.trim().split("\n").map(linkify).join("<br>")}</p>`)
    .join("\n");
}

function linkify(line: string): string {
  let html = "";
  let at = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    html += escapeHtml(line.slice(at, match.index));
    html += `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
    at = match.index + address.length;
  }
  return html + escapeHtml(line.slice(at));
}
