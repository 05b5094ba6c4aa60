import { migrate } from "../db/migrate";
import { openOwnerDatabase } from "./database-address";
import { applySecrets } from "./supervisor/environment";
import { plainSentence } from "./supervisor/launch-error";
import { readOptions } from "./supervisor/options";

// `npm run db:migrate`: brings the database up to date without starting the shop.
try {
  applySecrets(readOptions("start", process.env), process.env);
  const { ownerUrl, stop } = await openOwnerDatabase();
  await migrate({ ownerUrl });
  await stop();
  console.log("The database is up to date.");
} catch (error) {
  console.error(plainSentence(error) ?? error);
  process.exitCode = 1;
}
