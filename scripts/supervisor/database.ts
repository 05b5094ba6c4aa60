import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type EmbeddedServer, startEmbeddedServer } from "../../db/embedded/server";
import { Backoff } from "./backoff";
import { LaunchError } from "./launch-error";

/** The embedded server, started again whenever it dies before `stop`. */
export class SupervisedDatabase {
  private server: EmbeddedServer | null = null;
  private stopping = false;
  private readonly backoff = new Backoff();

  constructor(
    private readonly dataDir: string,
    private readonly report: (line: string) => void,
  ) {}

  async start(): Promise<string> {
    const startedAt = Date.now();
    const server = await startEmbeddedServer({
      dataDir: this.dataDir,
      port: this.server?.port,
      takeOver: true,
    });
    this.server = server;
    server.onUnexpectedExit(() => void this.restart(Date.now() - startedAt));
    if (this.stopping) await server.stop();
    return server.ownerUrl;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.server?.stop();
  }

  private async restart(uptimeMs: number): Promise<void> {
    const delayMs = this.backoff.nextDelayMs(uptimeMs);
    if (this.stopping) return;
    this.report(`The database stopped; starting it again in ${delayMs / 1000} s.`);
    await sleep(delayMs);
    if (this.stopping) return;
    await this.start().catch((error: Error) => {
      this.report(error.message);
      return this.restart(0);
    });
  }
}

/** Proves that a database that runs elsewhere answers; a server that is only just starting gets a few seconds. */
export async function checkDatabase(url: string, patienceMs = 5000): Promise<void> {
  const address = describeAddress(url);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const error = await tryConnection(url);
    if (!error) return;
    const code = (error as { code?: string }).code ?? error.message;
    if (!["ECONNREFUSED", "57P03"].includes(code) || Date.now() > deadline) {
      throw new LaunchError(`The database at ${address} ${reasonOf(code)}: check DATABASE_URL.`);
    }
    await sleep(250);
  }
}

async function tryConnection(url: string): Promise<Error | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** Host, port and database of a connection URL; never the password. */
function describeAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new LaunchError(
      "DATABASE_URL is not a PostgreSQL address: it looks like postgres://user:password@host:5432/name.",
    );
  }
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
}

function reasonOf(code: string): string {
  const reasons: Record<string, string> = {
    ECONNREFUSED: "does not answer (connection refused)",
    ENOTFOUND: "cannot be found (no such host)",
    EAI_AGAIN: "cannot be found (no name service)",
    CONNECT_TIMEOUT: "does not answer (timed out)",
    "28P01": "refuses the user or password",
    "28000": "refuses the user",
    "3D000": "does not exist on that server",
    "57P03": "is not ready to answer",
  };
  return reasons[code] ?? `cannot be used (${code})`;
}
