/** Markdown as it is read: without marks of lists, emphasis, links, pictures, tables and code; entities stay. */
export function plainText(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) =>
      line
        // First, so that no later pattern runs over the same blanks again and again.
        .replace(/[^\S\n]+/g, " ")
        .replace(/^\s{0,12}(?:>\s?){1,20}/, "")
        .replace(/^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, "")
        .replace(/^\s{0,12}(?:```|~~~)[\w-]{0,30}\s*$/, "")
        .replace(/^\s{0,3}(?:[-*_]\s*){3,100}$/, "")
        .replace(/^[\s|:-]+$/, "")
        .replace(/^\s*\|/, "")
        .replace(/\|\s*$/, "")
        .replace(/\s*\|\s*/g, " · ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n")
    .replace(/!?\[([^\][]{0,500})\]\((?:[^()\s]{0,2000})(?:\s+"[^"]{0,300}")?\)/g, "$1")
    .replace(/(\*\*|__|~~)(?=\S)([^*_~]{1,1000})\1/g, "$2")
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]{1,500})[*_](?![\w*])/g, "$1")
    .replace(/`([^`\n]{1,500})`/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}
