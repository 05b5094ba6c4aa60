import { seedDemo } from "../../db/demo/seed";
import { readDemoFile, updateDemoFile } from "./demo-file";
import type { SeedJob, SeedMessage } from "./seed";

// The child process of `runSeed`. The job came as JSON, so its date is a string again.
const { ownerUrl, dataDir, anchor } = JSON.parse(process.env.ZHANGGUI_SEED_JOB ?? "{}") as SeedJob;

const credentials = await seedDemo({
  ownerUrl,
  dataDir,
  anchor: new Date(anchor),
  onProgress: (done, label) => process.send?.({ done, label } satisfies SeedMessage),
});
if (credentials) {
  updateDemoFile(dataDir, credentials);
} else if (!readDemoFile(dataDir)?.apiKey) {
  console.warn("The demo shop is in this database, but the file with its keys is not in this data folder.");
}
process.exit(0);
