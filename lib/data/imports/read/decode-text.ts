import { isUtf8 } from "node:buffer";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Encoding } from "../column-map";
import { MAX_TEXT_CHARACTERS } from "../limits";
import { fileError } from "./file-error";

export type ByteSource = AsyncIterable<Uint8Array>;

export interface DecodedText {
  isGzip: boolean;
  encoding: string;
  text: AsyncGenerator<string>;
}

interface DecodeOptions {
  encoding?: Encoding | undefined;
  /** The source is only the beginning of a file: that it stops in the middle is no error. */
  isHead?: boolean | undefined;
}

/** Bytes as they come → gunzip when they are gzip → text, an invalid byte being an error that says so. */
export async function decodeText(source: ByteSource, options: DecodeOptions): Promise<DecodedText> {
  const raw = await peekBytes(source, 4);
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const plain = await peekBytes(isGzip ? gunzip(raw.bytes, options.isHead ?? false) : raw.bytes, 4096);
  refuseOtherFormats(plain.head);
  const encoding = detectEncoding(plain.head, options.encoding);
  return { isGzip, encoding, text: decode(plain.bytes, encoding, options.isHead ?? false) };
}

/** Reads at least `size` bytes ahead (fewer at the end) and gives back a source that still begins with them. */
async function peekBytes(source: ByteSource, size: number): Promise<{ head: Buffer; bytes: ByteSource }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.byteLength;
  }
  const head = Buffer.concat(chunks);
  return { head, bytes: startWith(head, iterator) };
}

async function* startWith(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.byteLength > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* gunzip(source: ByteSource, isHead: boolean): AsyncGenerator<Uint8Array> {
  const output = createGunzip();
  // Errors come out of the loop below; the callback only keeps the pipeline from throwing them again.
  pipeline(Readable.from(source), output, () => {});
  try {
    yield* output as AsyncIterable<Buffer>;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (isHead && code === "Z_BUF_ERROR") return;
    if (!code.startsWith("Z_")) throw error;
    const cause = code === "Z_BUF_ERROR" ? "is cut off" : "is damaged";
    throw fileError(`The gzip file ${cause}: copy or export it again.`, error);
  } finally {
    output.destroy();
  }
}

function refuseOtherFormats(head: Buffer): void {
  if (head.length === 0) throw fileError("The file is empty: choose a CSV or JSON lines file with records.");
  if (head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") {
    throw fileError("This is a workbook or a zip file: save the sheet as CSV (UTF-8) and import that.");
  }
  if (!hasUtf16Mark(head) && head.includes(0)) {
    throw fileError("This is not a text file: CSV or JSON lines, plain or gzip, can be imported.");
  }
}

function hasUtf16Mark(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function detectEncoding(head: Buffer, wanted: Encoding | undefined): string {
  if (hasUtf16Mark(head)) return head[0] === 0xff ? "utf-16le" : "utf-16be";
  return wanted ?? "utf-8";
}

/** A file without a mark that is not UTF-8 is taken for GB 18030, as Chinese spreadsheets save it. */
export function guessEncoding(head: Buffer): Encoding | undefined {
  if (hasUtf16Mark(head)) return undefined;
  // A character may be cut at the end: leave out up to three bytes.
  const isText = [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)));
  if (isText) return undefined;
  const tail = head.lastIndexOf(0x0a);
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(tail > 0 ? head.subarray(0, tail) : head);
    return "gb18030";
  } catch {
    return "windows-1252";
  }
}

async function* decode(source: ByteSource, encoding: string, isHead: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  let characters = 0;
  const take = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : isHead ? "" : decoder.decode();
    } catch (error) {
      throw fileError(
        `The text is not ${encoding.toUpperCase()} after about line ${lines}: save the file as UTF-8, or state its encoding in the column map.`,
        error,
      );
    }
  };
  for await (const bytes of source) {
    const text = take(bytes);
    characters += text.length;
    if (characters > MAX_TEXT_CHARACTERS) throw fileError("The file is too large once it is unpacked.");
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
    yield text;
  }
  const rest = take();
  if (rest) yield rest;
}
