/** An element of an EBML file (RFC 8794): where its content lies. */
export interface EbmlElement {
  id: number;
  start: number;
  /** Exclusive, never beyond the file; the file's end for an element of unknown size. */
  end: number;
  /** Whether the file ends before the element does. */
  isCut: boolean;
}

/**
 * The elements in the order of the file, those in `masters` entered instead of passed over. Their own sizes are not
 * heeded, for streaming writers leave them open and broken files lie: children are known by their ids.
 * Ends at the first thing that is no element.
 */
export function* readEbml(bytes: Uint8Array, masters: ReadonlySet<number>): Generator<EbmlElement> {
  for (let at = 0; at < bytes.length; ) {
    const id = readId(bytes, at);
    if (!id) return;
    const size = readVint(bytes, id.next);
    if (!size) return;
    const isMaster = masters.has(id.value);
    if (size.value === null && !isMaster) return;
    const end = size.value === null ? bytes.length : size.next + size.value;
    const isCut = end > bytes.length;
    yield { id: id.value, start: size.next, end: Math.min(end, bytes.length), isCut };
    at = isMaster ? size.next : end;
  }
}

/** Ids keep their length marker: one to four bytes. */
function readId(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 4 || at + length > bytes.length) return null;
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + bytes[at + i]!;
  return { value, next: at + length };
}

/** A number of one to eight bytes without its length marker; null for “unknown”, all of its bits set. */
export function readVint(bytes: Uint8Array, at: number): { value: number | null; next: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  let value = first & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i]!;
    isUnknown &&= bytes[at + i] === 0xff;
  }
  return { value: isUnknown ? null : value, next: at + length };
}

/** A whole number of at most eight bytes. */
export function readUnsigned(bytes: Uint8Array, { start, end }: EbmlElement): number {
  let value = 0;
  for (let i = start; i < Math.min(end, start + 8); i++) value = value * 256 + bytes[i]!;
  return value;
}

/** Four or eight bytes; NaN otherwise. */
export function readFloat(bytes: Uint8Array, { start, end }: EbmlElement): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  if (view.byteLength === 4) return view.getFloat32(0);
  return view.byteLength === 8 ? view.getFloat64(0) : Number.NaN;
}

export function readText(bytes: Uint8Array, { start, end }: EbmlElement): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64))).replace(/\0.*$/s, "");
}
