import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "../../../db/embedded/server";
import { migrate } from "../../../db/migrate";

/** A migrated PostgreSQL of its own for the product's verbs, which read its address and secrets when first used. */
export async function withDatabase<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-bench-"));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  const before = { ...process.env };
  try {
    for (const name of ["APP_DATABASE_URL", "APP_DATABASE_PASSWORD"]) delete process.env[name];
    process.env.ZHANGGUI_SECRET = "a-secret-that-only-the-bench-knows";
    process.env.NEXTAUTH_SECRET = "another-secret-that-only-the-bench-knows";
    process.env.ZHANGGUI_DATA_DIR = dataDir;
    const { appUrl } = await migrate({ ownerUrl: server.ownerUrl });
    process.env.DATABASE_URL = server.ownerUrl;
    process.env.APP_DATABASE_URL = appUrl;
    return await work(server.ownerUrl);
  } finally {
    const { closeDatabase } = await import("../../../db/client");
    await closeDatabase();
    await server.stop();
    process.env = before;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
