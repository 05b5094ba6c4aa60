import { unsupported } from "./limits";

export type AudioContainer = "wav" | "ogg" | "webm";

/** Beginnings of what people send by mistake, to name it in the answer. */
const OTHERS: readonly [pattern: RegExp, name: string][] = [
  [/^ID3|^\xff[\xfa\xfb\xf2\xf3]/, "an MP3 file"],
  [/^....ftyp/s, "an MP4 file (AAC or others)"],
  [/^\xff[\xf1\xf9]|^ADIF/, "an AAC file"],
  [/^fLaC/, "a FLAC file"],
  [/^#!AMR/, "an AMR file"],
  [/^.?#!SILK/s, "a SILK file"],
  [/^FORM....AIF/s, "an AIFF file"],
  [/^RIFX/, "a WAV file with its bytes in reverse order"],
  [/^RIFF/, "a RIFF file without sound"],
  [/^--/, "a form, and the recording must be the body itself"],
  [/^\s*[{<[]/, "text"],
];

/**
 * The container by its first bytes, since a header of the request may say anything.
 * @throws AppError `unsupported_media_type` that says what it is instead.
 */
export function sniffContainer(bytes: Uint8Array): AudioContainer {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (/^(RIFF|RF64)....WAVE/s.test(head)) return "wav";
  if (head.startsWith("OggS")) return "ogg";
  if (head.startsWith("\x1a\x45\xdf\xa3")) return "webm";
  const known = OTHERS.find(([pattern]) => pattern.test(head));
  throw unsupported(known?.[1] ?? "no recording that is known here");
}
