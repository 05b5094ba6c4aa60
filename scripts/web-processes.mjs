// Runs a web server in several processes that share its port, so that its work is spread over the cores:
// node scripts/web-processes.mjs <count> <script> [arguments]
import cluster from "node:cluster";

const [count, exec, ...args] = process.argv.slice(2);
/** The processes that have listened at least once. */
const proven = new WeakSet();
let isStopping = false;

cluster.setupPrimary({ exec, args });
cluster.on("listening", (web) => {
  proven.add(web);
  startNext();
});
cluster.on("exit", (web, code, signal) => {
  if (isStopping) return exitWhenAlone();
  // One that never listened would only fail again: whoever started this program decides when to try anew.
  if (!proven.has(web)) return stop(code || 1);
  console.error(
    `A web process ${signal ? `was ended by ${signal}` : `ended with code ${code}`}; starting another.`,
  );
  startNext();
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop(0));
startNext();

/** One after the other: the first visitors do not wait until all are there. */
function startNext() {
  const running = listRunning();
  if (running.length < Number(count) && running.every((web) => proven.has(web))) cluster.fork();
}

function stop(code) {
  isStopping = true;
  process.exitCode = code;
  for (const web of listRunning()) web.process.kill("SIGTERM");
  exitWhenAlone();
}

function exitWhenAlone() {
  if (listRunning().length === 0) process.exit();
}

function listRunning() {
  return Object.values(cluster.workers).filter((web) => !web.isDead());
}
