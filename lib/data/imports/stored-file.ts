import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { MAX_FILE_BYTES } from "./limits";
import type { ByteSource } from "./read/decode-text";

export interface StoredFile {
  /** Relative to the data folder. */
  path: string;
  bytes: number;
  sha256: string;
}

/** Writes an upload to the data folder as it comes in; what is half written is removed on any failure. */
export async function storeFile(
  merchantId: string,
  importId: string,
  source: ByteSource,
): Promise<StoredFile> {
  const path = join("uploads", merchantId, importId);
  const target = absolutePath(path);
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measure(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > MAX_FILE_BYTES) {
        throw new AppError("payload_too_large", "The file is larger than 1 GiB: split it, or compress it.");
      }
      hash.update(chunk);
      yield chunk;
    }
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  try {
    await pipeline(measure, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    await removeFile(path);
    throw error;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

/** Reads a stored file; `onBytes` hears how much of it has been read. */
export async function* readStoredFile(
  path: string,
  onBytes?: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(absolutePath(path), { highWaterMark: 256 * 1024 })) {
    read += (chunk as Buffer).byteLength;
    onBytes?.(read);
    yield chunk as Buffer;
  }
}

export async function removeFile(path: string): Promise<void> {
  await rm(absolutePath(path), { force: true });
}

function absolutePath(path: string): string {
  return resolve(env().ZHANGGUI_DATA_DIR, path);
}
