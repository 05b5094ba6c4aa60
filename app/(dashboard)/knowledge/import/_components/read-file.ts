import { type ImportArticlesInput, MAX_IMPORT_LENGTH } from "@/lib/data/knowledge/schemas";

export type Complaint = "one" | "empty" | "kind" | "large" | "binary";
type Format = ImportArticlesInput["format"];

export interface ReadFile {
  name: string;
  format: Format;
  content: string;
}

const FORMATS: Record<string, Format> = {
  ...{ md: "markdown", markdown: "markdown", txt: "markdown" },
  ...{ html: "html", htm: "html", csv: "csv", tsv: "csv" },
};

/** UTF-8 takes at most four bytes a character: what is larger cannot be short enough, and is not read at all. */
const MAX_BYTES = MAX_IMPORT_LENGTH * 4;

/** A file's text and what it is by its name; else why it cannot be taken. */
export async function readFile(file: File): Promise<ReadFile | Complaint> {
  const format = FORMATS[file.name.split(".").at(-1)!.toLowerCase()];
  if (!format) return "kind";
  if (file.size === 0) return "empty";
  if (file.size > MAX_BYTES) return "large";
  const content = decode(new Uint8Array(await file.arrayBuffer()));
  if (content === null) return "binary";
  if (content.trim() === "") return "empty";
  return content.length > MAX_IMPORT_LENGTH ? "large" : { name: file.name, format, content };
}

/** UTF-8, UTF-16 by its mark, else GB 18030, as spreadsheets write CSV on Chinese machines; null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  for (const encoding of utf16 ? [utf16] : ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {}
  }
  return null;
}
