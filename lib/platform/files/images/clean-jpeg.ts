import { checkSize, cutShort, damaged } from "../file-problems";
import type { CleanImage } from "./clean-image";
import { readOrientation, writeOrientation } from "./exif-orientation";

const NAME = "JPEG";
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
];
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Segment by segment (ITU-T T.81, annex B): what the picture is made of stays, with its colour profile; EXIF, XMP,
 * IPTC, comments, thumbnails and whatever follows the end go. The orientation is written anew.
 * @throws AppError `invalid_input`, `payload_too_large`
 */
export function cleanJpeg(bytes: Uint8Array): CleanImage {
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasScan = false;
  for (let at = 2; ; ) {
    const marker = nextMarker(bytes, at);
    const code = bytes[marker]!;
    if (code === EOI) {
      if (!size || !hasScan) throw damaged(NAME, "it holds no picture");
      break;
    }
    if (marker + 2 >= bytes.length) throw cutShort(NAME);
    const length = bytes[marker + 1]! * 256 + bytes[marker + 2]!;
    const end = marker + 1 + length;
    if (length < 2) throw damaged(NAME, "a segment has no length");
    if (end > bytes.length) throw cutShort(NAME);
    const body = bytes.subarray(marker + 3, end);
    if (code >= 0xc0 && code <= 0xcf && !NO_FRAMES.has(code)) {
      if (size) throw damaged(NAME, "it holds two pictures");
      size = readFrame(body);
    }
    if (code === APP1 && startsWith(body, "Exif\0\0") && orientation === 1)
      orientation = readOrientation(body.subarray(6));
    at = code === SOS ? endOfScan(bytes, end) : end;
    hasScan ||= code === SOS;
    if (isKept(code, body)) kept.push(Uint8Array.of(0xff), bytes.subarray(marker, at));
  }
  const exif = orientation === 1 ? [] : [exifSegment(orientation)];
  // Behind JFIF's own segment, which has to be the first.
  const first = kept[1]?.[0] === APP0 ? 2 : 0;
  const parts = [
    Uint8Array.of(0xff, SOI),
    ...kept.slice(0, first),
    ...exif,
    ...kept.slice(first),
    Uint8Array.of(0xff, EOI),
  ];
  return { bytes: new Uint8Array(Buffer.concat(parts)), ...size, orientation };
}

/** Where the code of the marker at `at` stands: any number of FF may come before it. */
function nextMarker(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) throw cutShort(NAME);
  if (bytes[at] !== 0xff) throw damaged(NAME, "a segment does not begin where it should");
  let marker = at + 1;
  while (bytes[marker] === 0xff) marker += 1;
  const code = bytes[marker];
  if (code === undefined) throw cutShort(NAME);
  if (code < 0xc0 || code === SOI || (code >= 0xd0 && code <= 0xd7))
    throw damaged(NAME, "a segment is of no known kind");
  return marker;
}

function readFrame(body: Uint8Array): { width: number; height: number } {
  if (body.length < 6) throw damaged(NAME, "it has no size");
  const height = body[1]! * 256 + body[2]!;
  const width = body[3]! * 256 + body[4]!;
  checkSize(NAME, width, height);
  return { width, height };
}

/** Coded data runs until a marker; FF 00 and restarts are part of it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1];
    if (code !== undefined && code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  throw cutShort(NAME);
}

/** Of the segments for programs: JFIF's, colour profiles, and Adobe's, without which colours are read wrongly. */
function isKept(code: number, body: Uint8Array): boolean {
  if (code === COM) return false;
  if (code < APP0 || code > APP15) return true;
  if (code === APP0) return startsWith(body, "JFIF\0");
  if (code === APP2) return startsWith(body, "ICC_PROFILE\0");
  return code === APP14 && startsWith(body, "Adobe");
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = writeOrientation(orientation);
  const header = Buffer.from([0xff, APP1, 0, tiff.length + 8, ...Buffer.from("Exif\0\0", "latin1")]);
  return Buffer.concat([header, tiff]);
}

function startsWith(body: Uint8Array, text: string): boolean {
  return body.length >= text.length && Buffer.from(body.subarray(0, text.length)).toString("latin1") === text;
}
