import { FILE_TYPES, type FileType } from "./file-types";

const MAX_BYTES = 120;
/** Names that are devices under Windows, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that is safe to show, to store and to save under on any system, with the ending of what the file really is.
 * Folders, control and invisible characters (which can turn "exe.jpg" around) and signs that file systems keep for
 * themselves are taken out; the joiner of emoji stays.
 */
export function cleanFileName(raw: string | null | undefined, type: FileType): string {
  const { endings, kind } = FILE_TYPES[type];
  const last = (raw ?? "").slice(-1_000).toWellFormed().normalize("NFC").split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(/[\p{Cc}\p{Co}\u2028\u2029\ufffd]|(?!\u200d)\p{Cf}/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const ending = /\.([^.\s]{1,8})$/.exec(plain)?.[1]?.toLowerCase();
  const isRight = ending !== undefined && (endings as readonly string[]).includes(ending);
  const stem = shorten(isRight ? plain.slice(0, -ending.length - 1).trimEnd() : plain).replace(/[\s.]+$/, "");
  const name = stem === "" ? kind : DEVICES.test(stem) ? `_${stem}` : stem;
  return `${name}.${isRight ? ending : endings[0]}`;
}

/** Whole characters, as people see them, up to the bytes that every file system takes. */
function shorten(name: string): string {
  let bytes = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MAX_BYTES) break;
    kept += segment;
  }
  return kept;
}
