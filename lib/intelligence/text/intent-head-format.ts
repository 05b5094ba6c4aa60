import { AppError } from "@/lib/core/errors";
import type { IntentHead } from "./intent-head";

interface Header {
  baseClasses: string[];
  ownClasses: string[];
  dimensions: number;
  temperature: number;
  /** Classes with a row of weights; the rest are all zero. */
  rows: number[];
}

const MAGIC = 0x48495a47; // "GZIH", little-endian
const VERSION = 1;
const PRELUDE_BYTES = 12;

/**
 * Serialises a head, little-endian: magic, version, header length (uint32 each), the header as UTF-8 JSON, bias
 * float32[classes], then float32[dimensions] for each class that has learnt something. Some 125 KB for 60 classes
 * of 512; the same head always gives the same bytes.
 */
export function encodeIntentHead(head: IntentHead): Uint8Array {
  const { baseClasses, ownClasses, dimensions, temperature, weights, bias } = head;
  const rows = [...bias.keys()].filter((k) =>
    weights.subarray(k * dimensions, (k + 1) * dimensions).some((weight) => weight !== 0),
  );
  const header: Header = {
    ...{ baseClasses: [...baseClasses], ownClasses: [...ownClasses] },
    ...{ dimensions, temperature, rows },
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PRELUDE_BYTES + json.length + 4 * (bias.length + rows.length * dimensions));
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, json.length].forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  bytes.set(json, PRELUDE_BYTES);
  let at = PRELUDE_BYTES + json.length;
  for (const part of [bias, ...rows.map((k) => weights.subarray(k * dimensions, (k + 1) * dimensions))]) {
    for (const value of part) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

/**
 * Reads bytes written by `encodeIntentHead`.
 * @throws AppError `invalid_input` when the bytes are not such a head, are cut short or disagree with their header.
 */
export function decodeIntentHead(bytes: Uint8Array): IntentHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PRELUDE_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw unreadable("the first four bytes are wrong");
  }
  const version = view.getUint32(4, true);
  if (version !== VERSION)
    throw unreadable(`it has format ${version}, and this build reads format ${VERSION}`);
  const headerEnd = PRELUDE_BYTES + view.getUint32(8, true);
  const { baseClasses, ownClasses, dimensions, temperature, rows } = readHeader(
    bytes.subarray(PRELUDE_BYTES, headerEnd),
  );
  const classes = baseClasses.length + ownClasses.length;
  if (bytes.length !== headerEnd + 4 * (classes + rows.length * dimensions)) {
    throw unreadable("it is cut short or too long");
  }
  let at = headerEnd;
  const readInto = (values: Float32Array) => {
    for (let i = 0; i < values.length; i += 1, at += 4) values[i] = view.getFloat32(at, true);
  };
  const bias = new Float32Array(classes);
  const weights = new Float32Array(classes * dimensions);
  readInto(bias);
  for (const k of rows) readInto(weights.subarray(k * dimensions, (k + 1) * dimensions));
  if (![bias, weights].every((values) => values.every(Number.isFinite)))
    throw unreadable("a number is not finite");
  return { baseClasses, ownClasses, dimensions, temperature, weights, bias };
}

function readHeader(json: Uint8Array): Header {
  let header: Partial<Header> | null = null;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)) as Partial<Header> | null;
  } catch {
    throw unreadable("its header cannot be read");
  }
  if (!header || !isWellFormed(header)) throw unreadable("its header cannot be read");
  return header;
}

function isWellFormed(header: Partial<Header>): header is Header {
  const { baseClasses, ownClasses, dimensions, temperature, rows } = header;
  if (!isNames(baseClasses) || !isNames(ownClasses) || !isWhole(dimensions, 1, 8192)) return false;
  const classes = baseClasses.length + ownClasses.length;
  if (classes > 1024 || new Set([...baseClasses, ...ownClasses]).size !== classes) return false;
  if (typeof temperature !== "number" || !(temperature > 0 && temperature < 1e3)) return false;
  return (
    Array.isArray(rows) && rows.every((row, i) => isWhole(row, i === 0 ? 0 : rows[i - 1]! + 1, classes - 1))
  );
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function isWhole(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

function unreadable(why: string): AppError {
  return new AppError("invalid_input", `The intent head cannot be read: ${why}. Train it again.`);
}
