import { AppError } from "@/lib/core/errors";

export const MAX_AUDIO_SECONDS = 600;
export const MAX_AUDIO_BYTES = 20 * 1024 * 1024;

/** Opus counts time in these, whatever the rate it is decoded at. */
export const OPUS_RATE_HZ = 48_000;

export function tooLong(seconds: number): AppError {
  const minutes = seconds / 60 < 1e6 ? `${Math.ceil(seconds / 60)} minutes` : "many years";
  return new AppError(
    "payload_too_large",
    `The recording is ${minutes} long; at most ${MAX_AUDIO_SECONDS / 60} are taken. Send it in parts.`,
  );
}

export function tooManyBytes(): AppError {
  return new AppError(
    "payload_too_large",
    `The recording is larger than ${MAX_AUDIO_BYTES / 1024 / 1024} MiB. Send it as OGG/Opus, or in parts.`,
  );
}

/** @param cause continues “The … file is damaged: ”. */
export function damaged(container: string, cause: string): AppError {
  return new AppError(
    "invalid_input",
    `The ${container} file is damaged: ${cause}. Record or export it again, and send the whole file.`,
  );
}

/** @param found what the bytes are, such as “an MP3 file”. */
export function unsupported(found: string): AppError {
  return new AppError(
    "unsupported_media_type",
    `This is ${found}. Send WAV, or Opus in OGG or WebM; “ffmpeg -i FILE -c:a libopus FILE.ogg” makes the latter of most recordings.`,
  );
}
