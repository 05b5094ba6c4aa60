import type { ChannelKind } from "./adapter";

const MIB = 1024 * 1024;

/** What files a platform takes from the desk. */
export interface FileRules {
  /** E-mail takes files with the text, messengers one by one after it. */
  how: "with_text" | "apart";
  /** Bytes at most by media type; a type that is not named is not taken. */
  maxBytes: Readonly<Record<string, number>>;
  /** Of all files of a message together. */
  maxTotalBytes: number;
}

const PICTURES = ["image/jpeg", "image/png", "image/webp", "image/gif"];
const ALL = [
  ...PICTURES,
  "application/pdf",
  "video/mp4",
  "video/webm",
  "audio/ogg",
  "audio/webm",
  "audio/wav",
];
const each = (types: readonly string[], bytes: number) =>
  Object.fromEntries(types.map((type) => [type, bytes]));

/** By channel; null where the desk sends no files there. A page looks here before somebody chooses one. */
export const FILE_RULES: Record<ChannelKind, FileRules | null> = {
  // Many servers refuse more than 25 MB, and a mail is a third larger than its files.
  email: { how: "with_text", maxBytes: each(ALL, 15 * MIB), maxTotalBytes: 15 * MIB },
  // "Sending files": 50 MB by upload.
  telegram: { how: "apart", maxBytes: each(ALL, 48 * MIB), maxTotalBytes: 480 * MIB },
  // "Supported Media Types" of the Cloud API.
  whatsapp: {
    how: "apart",
    maxBytes: {
      ...each(["image/jpeg", "image/png"], 5 * MIB),
      "application/pdf": 50 * MIB,
      "video/mp4": 16 * MIB,
      "audio/ogg": 16 * MIB,
    },
    maxTotalBytes: 480 * MIB,
  },
  wechat_official: null,
  wechat_mini_program: null,
  douyin: null,
};

export type FileRefusal =
  | { code: "files_not_taken" }
  | { code: "file_type_not_taken" }
  | { code: "file_too_large"; maxBytes: number };

/** Why a platform does not take these files; null where it does, and on the desk's own channels. */
export function checkFiles(
  channel: string,
  files: readonly { mimeType?: string | null | undefined; sizeBytes?: number | null | undefined }[],
): FileRefusal | null {
  if (files.length === 0 || !(channel in FILE_RULES)) return null;
  const rules = FILE_RULES[channel as ChannelKind];
  if (!rules) return { code: "files_not_taken" };
  let total = 0;
  for (const { mimeType, sizeBytes } of files) {
    const maxBytes = rules.maxBytes[mimeType ?? ""];
    if (maxBytes === undefined) return { code: "file_type_not_taken" };
    if ((sizeBytes ?? 0) > maxBytes) return { code: "file_too_large", maxBytes };
    total += sizeBytes ?? 0;
  }
  return total > rules.maxTotalBytes ? { code: "file_too_large", maxBytes: rules.maxTotalBytes } : null;
}
