import { resolve } from "node:path";
import { startEmbeddedServer } from "../db/embedded/server";

/** The owner's connection for a command: DATABASE_URL, else the data folder's own server (shared with a running shop). */
export async function openOwnerDatabase(): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { ownerUrl: process.env.DATABASE_URL, stop: async () => {} };
  return startEmbeddedServer({ dataDir: resolve(process.env.ZHANGGUI_DATA_DIR || ".data") });
}
