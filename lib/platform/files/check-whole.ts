import { cutShort, damaged } from "./file-problems";
import { FILE_TYPES, type FileType } from "./file-types";

/** Notices what was cut off on the way, for files that are kept as they came. @throws AppError `invalid_input` */
export function checkWhole(bytes: Uint8Array, type: FileType): void {
  const { name } = FILE_TYPES[type];
  if (type === "pdf") {
    const end = Buffer.from(bytes.subarray(-4_096)).toString("latin1");
    if (!end.includes("%%EOF")) throw cutShort(name);
  }
  if (type === "mp4") checkBoxes(bytes, name);
  if (type === "wav" && bytes.length < 44) throw cutShort(name);
  if (type === "ogg" && bytes.length < 28) throw cutShort(name);
}

/** The boxes of an MP4 file, one behind the other (ISO/IEC 14496-12, 4.2). */
function checkBoxes(bytes: Uint8Array, name: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw cutShort(name);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const short = view.getUint32(at);
    if (short === 1 && at + 16 > bytes.length) throw cutShort(name);
    const long = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    // Zero is "until the end of the file".
    const size = long === 0 ? bytes.length - at : long;
    if (size < (short === 1 ? 16 : 8)) throw damaged(name, "a box has no size");
    if (at + size > bytes.length) throw cutShort(name);
    found.add(type);
    at += size;
  }
  if (!found.has("mdat")) throw cutShort(name);
  if (!found.has("moov")) throw damaged(name, "it does not say what it holds");
}
