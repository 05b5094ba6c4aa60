import { AppError } from "@/lib/core/errors";
import { MAX_FRAME_PIXELS, MAX_PIXELS, MAX_SIDE } from "./file-types";

/** @param found what the bytes are, such as "a HEIC picture"; `remedy` a sentence. */
export function notTaken(found: string, remedy: string): AppError {
  return new AppError("unsupported_media_type", `This is ${found}. ${remedy}`, {
    details: { reason: "file_type" },
  });
}

export function cutShort(name: string): AppError {
  return damaged(name, "it ends too early");
}

/** @param cause continues "The … file is damaged: ". */
export function damaged(name: string, cause: string): AppError {
  return new AppError(
    "invalid_input",
    `The ${name} file is damaged: ${cause}. Save it again and send the whole file.`,
    {
      details: { reason: "file_damaged" },
    },
  );
}

export function tooManyBytes(name: string, maxBytes: number): AppError {
  return new AppError(
    "payload_too_large",
    `The ${name} file is larger than ${maxBytes / 1024 / 1024} MiB. Send a smaller one.`,
    { details: { reason: "file_size", maxBytes } },
  );
}

/** @throws AppError for a picture that would fill the memory of whoever looks at it. */
export function checkSize(name: string, width: number, height: number): void {
  if (width === 0 || height === 0) throw damaged(name, "it has no size");
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS) return;
  throw new AppError(
    "payload_too_large",
    `The picture is ${width} × ${height} pixels; at most ${MAX_PIXELS / 1e6} million are taken, ${MAX_SIDE} on a side. Send a smaller one.`,
    { details: { reason: "picture_size", width, height } },
  );
}

/** @throws AppError for a moving picture of small frames that are far too many. */
export function checkFrames(framePixels: number): void {
  if (framePixels <= MAX_FRAME_PIXELS) return;
  throw new AppError("payload_too_large", "The moving picture is too long. Send it as a video.", {
    details: { reason: "picture_frames" },
  });
}
