/** The script that `scripts/build-widget.mjs` makes of worker.ts. */
const SCRIPT = "text-worker.js";

/**
 * Starts the desk's worker script. On another origin a worker must be the page's own, so there it is a Blob that takes
 * the script in: a page with a policy needs `worker-src blob:`, `connect-src` of the desk, and `script-src` of the desk
 * with `'wasm-unsafe-eval'`.
 *
 * @throws DOMException where the page's policy refuses; some browsers tell by the worker's error event instead.
 */
export function openWorker(origin: string): Worker {
  const url = `${origin}/${SCRIPT}`;
  if (origin === location.origin) return new Worker(url);
  const source = new Blob([`importScripts(${JSON.stringify(url)})`], { type: "text/javascript" });
  const blobUrl = URL.createObjectURL(source);
  try {
    return new Worker(blobUrl);
  } finally {
    // The address is resolved when the worker is made; it may go at once.
    URL.revokeObjectURL(blobUrl);
  }
}
