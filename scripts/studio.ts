import { spawn } from "node:child_process";
import { once } from "node:events";
import { openOwnerDatabase } from "./database-address";
import { plainSentence } from "./supervisor/launch-error";

// `npm run db:studio`: Drizzle's table browser on this folder's database, beside a running shop or alone.
try {
  const { ownerUrl, stop } = await openOwnerDatabase();
  const studio = spawn(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "studio"], {
    env: { ...process.env, DATABASE_URL: ownerUrl },
    stdio: "inherit",
  });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => studio.kill());
  await once(studio, "exit");
  await stop();
} catch (error) {
  console.error(plainSentence(error) ?? error);
  process.exitCode = 1;
}
