import { readEbml, readText } from "@/lib/platform/models/audio/ebml";
import { notTaken } from "./file-problems";
import type { FileType } from "./file-types";

const KNOWN: readonly [pattern: RegExp, type: FileType][] = [
  [/^\xff\xd8\xff/, "jpeg"],
  [/^\x89PNG␍␊␚␊/, "png"],
  [/^RIFF....WEBP/s, "webp"],
  [/^GIF8[79]a/, "gif"],
  [/^%PDF-\d/, "pdf"],
  [/^OggS␀/, "ogg"],
  [/^RIFF....WAVE/s, "wav"],
];

const AS_JPEG = "Send it as JPEG or PNG; on an iPhone: Settings → Camera → Formats → Most Compatible.";
const AS_PDF = "Send it as PDF.";
const AS_AUDIO = "Send it as OGG, WebM or WAV.";
const ALONE = "Send what is in it, one by one.";
/** What people send as well, to name it and the way out. */
const OTHERS: readonly [pattern: RegExp, found: string, remedy: string][] = [
  [/^....ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/s, "a HEIC picture, which most browsers cannot show", AS_JPEG],
  [/^....ftypavi[fs]/s, "an AVIF picture", "Send it as JPEG or PNG."],
  [/^....ftypqt/s, "a QuickTime video", "Send it as MP4."],
  [/^....ftyp(M4A|M4B|f4a)/s, "an M4A recording", AS_AUDIO],
  [
    /^....ftyp(3g|jp2|crx)/s,
    "a file of a kind that is not shown here",
    "Send a video as MP4, a picture as JPEG.",
  ],
  [
    /^(II\*␀|MM␀\*|BM|␀␀␁␀|8BPS|\xff␊|␀␀␀␌JXL )/,
    "a picture of a kind that browsers do not show alike",
    "Send it as JPEG or PNG.",
  ],
  [/^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, "an MP3 recording", AS_AUDIO],
  [
    /^(\xff[\xf1\xf9]|ADIF|fLaC|#!AMR|.?#!SILK|FORM....AIF)/s,
    "a recording of a kind that is not played here",
    AS_AUDIO,
  ],
  [
    /^(RIFF....AVI |␀␀␁[\xb3\xba]|FLV|0&\xb2u)/s,
    "a video of a kind that is not played here",
    "Send it as MP4 or WebM.",
  ],
  [/^(PK␃␄|PK␅␆)/, "an archive or an Office document", `${AS_PDF} Of an archive: ${ALONE.toLowerCase()}`],
  [/^\xd0\xcf␑\xe0/, "an old Office document", AS_PDF],
  [/^(Rar!|7z\xbc\xaf|␟\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd)/, "an archive", ALONE],
  [/^(MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|#!)/, "a program", "Programs are not taken."],
  [
    /^(\xef\xbb\xbf)?[␉␊␍ ]*<(svg|\?xml|!doctype|html|script|!--)/i,
    "a page or a drawing in text, which could run as a program",
    "Send a picture as PNG, a page as PDF.",
  ],
  [/^\{\\rtf/, "a text document", AS_PDF],
];

const DOC_TYPE = 0x4282;
const CODEC_ID = 0x86;
const CLUSTER = 0x1f43b675;
const MASTERS = new Set([0x1a45dfa3, 0x18538067, 0x1654ae6b, 0xae]);

/**
 * What a file is by its own bytes: its name and what was said about it may be wrong or a lie.
 * @throws AppError `unsupported_media_type`, naming what it is instead where that is known.
 */
export function sniffFile(bytes: Uint8Array): FileType {
  const head = readHead(bytes);
  const known = KNOWN.find(([pattern]) => pattern.test(head));
  if (known) return known[1];
  if (head.startsWith("␚E\xdf\xa3")) return sniffWebm(bytes);
  const other = OTHERS.find(([pattern]) => pattern.test(head));
  if (other) throw notTaken(other[1], other[2]);
  if (/^....ftyp/s.test(head)) return "mp4";
  throw notTaken(
    "no file of a kind that is taken here",
    "Send a picture (JPEG, PNG, WebP, GIF), a PDF, a video (MP4, WebM) or a recording (OGG, WebM, WAV).",
  );
}

/** The first bytes as characters, control characters as the signs for them: ␀ is 0, ␊ is 10. */
function readHead(bytes: Uint8Array): string {
  return String.fromCharCode(
    ...Array.from(bytes.subarray(0, 64), (byte) => (byte < 0x20 ? 0x2400 + byte : byte)),
  );
}

/** The same container holds recordings and videos: its tracks say which. */
function sniffWebm(bytes: Uint8Array): FileType {
  let hasAudio = false;
  for (const element of readEbml(bytes, MASTERS)) {
    if (element.id === CLUSTER) break;
    if (element.id === DOC_TYPE && readText(bytes, element) !== "webm")
      throw notTaken("a Matroska file", "Send it as MP4 or WebM.");
    if (element.id !== CODEC_ID) continue;
    const codec = readText(bytes, element);
    if (codec.startsWith("V_")) return "webmVideo";
    hasAudio ||= codec.startsWith("A_");
  }
  if (hasAudio) return "webmAudio";
  throw notTaken("a WebM file without picture and sound", "Record it again.");
}
