import type { LinearModel } from "./linear-classifier";

/** Languages that the desk speaks; everything else is "other". */
export type TextLanguage = "zh" | "en" | "es" | "other";

/** A trained intent model: the classifier and one calibration temperature per language. */
export interface IntentModel extends LinearModel {
  name: string;
  /** Logits are divided by the temperature of the text's language before softmax. */
  temperatures: Record<TextLanguage, number>;
}

interface Header {
  name: string;
  classes: string[];
  bucketBits: number;
  rows: number;
  unseenIdf: number;
  temperatures: Record<TextLanguage, number>;
}

const MAGIC = 0x4d495a47; // "GZIM", little-endian
const VERSION = 1;
const PRELUDE_BYTES = 12;

/**
 * Serialises a model, little-endian: magic, version, header length (uint32 each), the header as UTF-8 JSON,
 * then buckets uint32[rows], idf float32[rows], scale float32[classes], bias float32[classes],
 * weights int8[rows × classes]. The same model always gives the same bytes.
 */
export function encodeIntentModel(model: IntentModel): Uint8Array {
  const rows = model.buckets.length;
  const width = model.classes.length;
  const { zh, en, es, other } = model.temperatures;
  const header: Header = {
    name: model.name,
    classes: [...model.classes],
    bucketBits: model.bucketBits,
    rows,
    unseenIdf: model.unseenIdf,
    temperatures: { zh, en, es, other },
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PRELUDE_BYTES + json.length + bodyBytes(rows, width));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, json.length, true);
  bytes.set(json, PRELUDE_BYTES);
  let at = PRELUDE_BYTES + json.length;
  for (const bucket of model.buckets) {
    view.setUint32(at, bucket, true);
    at += 4;
  }
  for (const part of [model.idf, model.scale, model.bias]) {
    for (const value of part) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), at);
  return bytes;
}

/**
 * Reads bytes written by `encodeIntentModel`.
 * @throws RangeError when the bytes are not such a model, are cut short, or disagree with their header.
 */
export function decodeIntentModel(bytes: Uint8Array): IntentModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PRELUDE_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new RangeError("Not an intent model file: the first four bytes are wrong. Fetch the file again.");
  }
  const version = view.getUint32(4, true);
  if (version !== VERSION) {
    throw new RangeError(
      `Intent model format ${version} is not supported; this build reads format ${VERSION}.`,
    );
  }
  const headerLength = view.getUint32(8, true);
  const header = readHeader(bytes.subarray(PRELUDE_BYTES, PRELUDE_BYTES + headerLength));
  const { rows } = header;
  const width = header.classes.length;
  let at = PRELUDE_BYTES + headerLength;
  if (bytes.length !== at + bodyBytes(rows, width)) {
    throw new RangeError("The intent model file is cut short or too long. Fetch the file again.");
  }
  const readFloats = (count: number) => {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i += 1, at += 4) values[i] = view.getFloat32(at, true);
    return values;
  };
  const buckets = new Uint32Array(rows);
  for (let i = 0; i < rows; i += 1, at += 4) buckets[i] = view.getUint32(at, true);
  const idf = readFloats(rows);
  const scale = readFloats(width);
  const bias = readFloats(width);
  // Copied by set(): a Node Buffer's slice() would share the pool behind it.
  const weights = new Int8Array(rows * width);
  weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * width));
  const { name, classes, bucketBits, unseenIdf, temperatures } = header;
  return { name, classes, bucketBits, unseenIdf, temperatures, buckets, idf, scale, bias, weights };
}

function bodyBytes(rows: number, width: number): number {
  return rows * 8 + width * 8 + rows * width;
}

function readHeader(json: Uint8Array): Header {
  let header: Partial<Header> | null = null;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)) as Partial<Header> | null;
  } catch {
    header = null;
  }
  const wellFormed =
    header !== null &&
    typeof header.name === "string" &&
    Array.isArray(header.classes) &&
    header.classes.every((id) => typeof id === "string") &&
    isWithin(header.rows, 0, 2 ** 24) &&
    isWithin(header.bucketBits, 1, 30) &&
    isWithin(header.unseenIdf, 0, 1000) &&
    (["zh", "en", "es", "other"] as const).every((key) => isWithin(header.temperatures?.[key], 1e-6, 1e6));
  if (!wellFormed) throw new RangeError("The intent model's header cannot be read. Fetch the file again.");
  return header as Header;
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && value >= low && value <= high;
}
