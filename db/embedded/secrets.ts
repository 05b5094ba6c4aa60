import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedServerError } from "./errors";

/** What a data folder keeps to itself; made once, readable by its owner only. */
export type Secrets = { databasePassword: string; nextAuthSecret: string; zhangguiSecret: string };

/** Reads `<dataDir>/secrets.json`, or makes it. Two processes that make it at once end up with the same one. */
export function readOrCreateSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (!existsSync(file)) createSecrets(dataDir, file);
  return readSecrets(file);
}

function createSecrets(dataDir: string, file: string): void {
  if (existsSync(join(dataDir, "postgres", "PG_VERSION"))) {
    throw new EmbeddedServerError(
      `The data folder ${dataDir} holds a database but its secrets.json is missing: put the file back from a backup, or move the folder away to start afresh.`,
    );
  }
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  const secrets: Secrets = {
    databasePassword: randomBytes(24).toString("hex"),
    nextAuthSecret: randomBytes(32).toString("base64url"),
    zhangguiSecret: randomBytes(32).toString("base64url"),
  };
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file); // Fails when another process was first; its file is then the one to read.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readSecrets(file: string): Secrets {
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
    if (secrets.databasePassword && secrets.nextAuthSecret && secrets.zhangguiSecret)
      return secrets as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") {
      throw new EmbeddedServerError(
        `${file} belongs to another user: start as that user, or choose another folder with ZHANGGUI_DATA_DIR.`,
      );
    }
  }
  throw new EmbeddedServerError(
    `${file} is damaged: put it back from a backup, or move the data folder away to start afresh.`,
  );
}
