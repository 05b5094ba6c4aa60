const ORIENTATION = 0x0112;

/** The orientation in a TIFF structure as EXIF has it (TIFF 6.0, section 2); 1 where it has none or is broken. */
export function readOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const mark = view.getUint16(0);
  const isLittle = mark === 0x4949;
  if ((!isLittle && mark !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return 1;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return 1;
  const count = Math.min(view.getUint16(start, isLittle), 1_000);
  for (let entry = start + 2; entry + 12 <= Math.min(tiff.length, start + 2 + count * 12); entry += 12) {
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF structure that says how the picture is turned, and nothing else. */
export function writeOrientation(orientation: number): Uint8Array {
  // Byte order, 42, first directory at 8; one entry: tag, type SHORT, one value, padded; no further directory.
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}
