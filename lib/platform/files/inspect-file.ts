import { checkWhole } from "./check-whole";
import { cleanFileName } from "./clean-file-name";
import { tooManyBytes } from "./file-problems";
import { FILE_TYPES, type FileKind, type FileType, MAX_FILE_BYTES } from "./file-types";
import { cleanGif } from "./images/clean-gif";
import type { CleanImage } from "./images/clean-image";
import { cleanJpeg } from "./images/clean-jpeg";
import { cleanPng } from "./images/clean-png";
import { cleanWebp } from "./images/clean-webp";
import { sniffFile } from "./sniff-file";

export interface InspectedFile {
  kind: FileKind;
  mimeType: string;
  fileName: string;
  /** Of pictures without their metadata; else as they came. */
  bytes: Uint8Array;
  /** As a picture is shown, turned as it should be; null for what is none. */
  size: { width: number; height: number } | null;
}

/**
 * What a customer or an agent attaches, made fit to be kept and shown: its kind by its bytes, its size within bounds,
 * pictures without place, time and camera, without having been decoded. Whoever serves it still says `nosniff`.
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `invalid_input`
 */
export function inspectFile(bytes: Uint8Array, rawName: string | null | undefined): InspectedFile {
  const type = sniffFile(bytes);
  const { kind, mimeType, name } = FILE_TYPES[type];
  if (bytes.byteLength > MAX_FILE_BYTES[kind]) throw tooManyBytes(name, MAX_FILE_BYTES[kind]);
  const fileName = cleanFileName(rawName, type);
  const image = cleanImage(bytes, type);
  if (!image) {
    checkWhole(bytes, type);
    return { kind, mimeType, fileName, bytes, size: null };
  }
  const { width, height, orientation } = image;
  const size = orientation >= 5 ? { width: height, height: width } : { width, height };
  return { kind, mimeType, fileName, bytes: image.bytes, size };
}

function cleanImage(bytes: Uint8Array, type: FileType): CleanImage | null {
  if (type === "jpeg") return cleanJpeg(bytes);
  if (type === "png") return cleanPng(bytes);
  if (type === "webp") return cleanWebp(bytes);
  return type === "gif" ? cleanGif(bytes) : null;
}
