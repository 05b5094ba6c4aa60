const MIB = 1024 * 1024;

export type FileKind = "image" | "document" | "video" | "audio";

export const FILE_TYPES = {
  jpeg: { kind: "image", mimeType: "image/jpeg", name: "JPEG", endings: ["jpg", "jpeg", "jpe", "jfif"] },
  png: { kind: "image", mimeType: "image/png", name: "PNG", endings: ["png", "apng"] },
  webp: { kind: "image", mimeType: "image/webp", name: "WebP", endings: ["webp"] },
  gif: { kind: "image", mimeType: "image/gif", name: "GIF", endings: ["gif"] },
  pdf: { kind: "document", mimeType: "application/pdf", name: "PDF", endings: ["pdf"] },
  mp4: { kind: "video", mimeType: "video/mp4", name: "MP4", endings: ["mp4", "m4v"] },
  webmVideo: { kind: "video", mimeType: "video/webm", name: "WebM", endings: ["webm"] },
  webmAudio: { kind: "audio", mimeType: "audio/webm", name: "WebM", endings: ["webm", "weba"] },
  ogg: { kind: "audio", mimeType: "audio/ogg", name: "OGG", endings: ["ogg", "oga", "opus"] },
  wav: { kind: "audio", mimeType: "audio/wav", name: "WAV", endings: ["wav"] },
} as const satisfies Record<
  string,
  { kind: FileKind; mimeType: string; name: string; endings: readonly [string, ...string[]] }
>;

export type FileType = keyof typeof FILE_TYPES;
export type ImageType = "jpeg" | "png" | "webp" | "gif";

export const MAX_FILE_BYTES: Record<FileKind, number> = {
  image: 10 * MIB,
  document: 20 * MIB,
  video: 50 * MIB,
  audio: 16 * MIB,
};

/** A picture is unfolded to four bytes a pixel wherever it is shown. */
export const MAX_PIXELS = 64_000_000;
export const MAX_SIDE = 16_384;
/** The pixels of all frames of a moving picture together. */
export const MAX_FRAME_PIXELS = 1_000_000_000;
