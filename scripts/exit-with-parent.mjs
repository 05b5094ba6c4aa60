// Preloaded into every process the supervisor starts: when the supervisor is gone, by whatever death, so are they.
import { isMainThread } from "node:worker_threads";

// `connected` is undefined without a channel, and false when the supervisor died before this line was reached.
if (isMainThread && process.connected === false) leave();
else if (isMainThread && process.connected) process.once("disconnect", leave);

function leave() {
  setTimeout(() => process.exit(0), 2000).unref();
  process.kill(process.pid, "SIGTERM");
}
