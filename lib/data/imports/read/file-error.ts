import { AppError } from "@/lib/core/errors";

/** A file that cannot be read at all. The message names the cause and the remedy; nothing was imported. */
export function fileError(message: string, cause?: unknown): AppError {
  return new AppError("invalid_input", message, { issues: [{ path: "file", message }], cause });
}
