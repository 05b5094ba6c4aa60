import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";

export interface SpooledFile {
  sha256: string;
  open: () => AsyncIterable<Uint8Array>;
  remove: () => Promise<void>;
}

/** Writes an upload to disk before anything is decided about it: its hash says whether it was sent before. */
export async function spool(source: AsyncIterable<Uint8Array>): Promise<SpooledFile> {
  const folder = join(env().ZHANGGUI_DATA_DIR, "uploads", "incoming");
  const path = join(folder, newId());
  const hash = createHash("sha256");
  const remove = () => rm(path, { force: true });
  async function* measure(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(measure, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { sha256: hash.digest("hex"), open: () => createReadStream(path), remove };
}
