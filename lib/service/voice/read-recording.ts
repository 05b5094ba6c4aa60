import { AppError } from "@/lib/core/errors";
import { MAX_AUDIO_BYTES, tooManyBytes } from "@/lib/platform/models/audio/limits";

/** How much of a body that is too large is still taken off the wire, so that the answer reaches its sender. */
const MAX_DRAINED_BYTES = 4 * MAX_AUDIO_BYTES;

/**
 * Reads a recording into one buffer of its own.
 * @param declaredBytes length that the sender announced, null where it did not.
 * @throws AppError `payload_too_large`, before reading where the announced length says so; `malformed_request` for a
 *   body that breaks off.
 */
export async function readRecording(
  stream: AsyncIterable<Uint8Array>,
  declaredBytes: number | null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (declaredBytes !== null && declaredBytes > MAX_DRAINED_BYTES) throw tooManyBytes();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      if (size <= MAX_AUDIO_BYTES) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MAX_DRAINED_BYTES) break;
    }
  } catch (cause) {
    throw new AppError("malformed_request", "The body ended early. Send the whole recording again.", {
      cause,
    });
  }
  if (size > MAX_AUDIO_BYTES) throw tooManyBytes();
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
