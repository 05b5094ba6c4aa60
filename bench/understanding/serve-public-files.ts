import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const PUBLIC = join(process.cwd(), "public");
const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };
const BLANK = "<!doctype html><title>Bench</title>";

/** An empty page, and the public files beside it with the caching that the product gives them. */
export async function servePublicFiles(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "Content-Type": "text/html" }).end(BLANK);
      return;
    }
    // A URL's path has no dots left that lead out of the folder.
    const file = join(PUBLIC, pathname);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": size,
      "Cache-Control": searchParams.has("v") ? "public, max-age=31536000, immutable" : "no-cache",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
