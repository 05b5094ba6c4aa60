import { fileError } from "./file-error";

export type FileFormat = { type: "csv"; delimiter: "," | ";" | "\t" } | { type: "jsonl" };

/** Tells JSON lines from CSV, and CSV's delimiter, from the beginning of the text. */
export function sniffFormat(head: string): FileFormat {
  const start = head.trimStart();
  if (start === "") throw fileError("The file holds no records.");
  if (start.startsWith("{")) return { type: "jsonl" };
  if (start.startsWith("[")) {
    throw fileError("This is one JSON array: write JSON lines, one object on each line, instead.");
  }
  return { type: "csv", delimiter: sniffDelimiter(start) };
}

/** The candidate that the header has most of, outside quotes; a file of one column has none and gets a comma. */
function sniffDelimiter(text: string): "," | ";" | "\t" {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === "\n" || sign === "\r") break;
    else if (sign === "," || sign === ";" || sign === "\t") counts[sign]++;
  }
  if (counts["\t"] > Math.max(counts[","], counts[";"])) return "\t";
  return counts[";"] > counts[","] ? ";" : ",";
}
