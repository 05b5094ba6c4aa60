import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

/** Why this process could not listen on the port now (EADDRINUSE, EACCES, …), or null when it could. */
export function portTrouble(port: number, host = "127.0.0.1"): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** A port that nobody listens on, chosen by the system. */
export function findFreePort(host = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host, exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The port remembered in `file` while it is free, else a new one, which is then remembered. */
export async function rememberedPort(file: string): Promise<number> {
  const known = readPort(file);
  if (known && (await portTrouble(known)) === null) return known;
  const port = await findFreePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}
