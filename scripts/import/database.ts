import { resolve } from "node:path";
import { readOrCreateSecrets } from "@/db/embedded/secrets";
import { startEmbeddedServer } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";

export interface CommandDatabase {
  ownerUrl: string;
  stop: () => Promise<void>;
}

/**
 * The program's database for a command: DATABASE_URL, or the data folder's own server, joined if it runs and
 * started if not. Brings it up to date and sets what the program's own launcher would set.
 */
export async function openCommandDatabase(dataDir: string): Promise<CommandDatabase> {
  process.env.ZHANGGUI_DATA_DIR = resolve(dataDir);
  const given = process.env.DATABASE_URL;
  const server = given ? null : await startEmbeddedServer({ dataDir });
  const ownerUrl = given ?? server!.ownerUrl;
  try {
    const secrets = readOrCreateSecrets(dataDir);
    process.env.NEXTAUTH_SECRET ??= secrets.nextAuthSecret;
    process.env.ZHANGGUI_SECRET ??= secrets.zhangguiSecret;
    const { appUrl } = await migrate({ ownerUrl });
    process.env.APP_DATABASE_URL = appUrl;
    return { ownerUrl, stop: async () => server?.stop() };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
