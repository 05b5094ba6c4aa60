import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { identifyProcess, waitUntilGone } from "./process-identity";
import { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from "./server";

const servers: EmbeddedServer[] = [];
const folders: string[] = [];
/** Making a cluster is the slow part: one serves all tests that leave it whole. */
const folder = newFolder();

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zhanggui-server-test-"));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, durable: false, ...options });
  servers.push(server);
  return server;
}

async function query<T>(server: EmbeddedServer, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

afterEach(async () => {
  for (const server of servers.splice(0).reverse()) await server.stop();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the embedded server", () => {
  it("holds a UTF-8 database named zhanggui that answers on this machine alone", async () => {
    const server = await start(folder);
    const [row] = await query(
      server,
      (sql) => sql`select current_database() as name, current_setting('listen_addresses') as addresses,
        current_setting('server_encoding') as encoding, current_setting('timezone') as zone`,
    );
    expect(row).toEqual({ name: "zhanggui", addresses: "127.0.0.1", encoding: "UTF8", zone: "UTC" });
  });

  it("keeps its data and its port from one start to the next", async () => {
    const first = await start(folder);
    await query(first, (sql) => sql`create table kept as select 42 as answer`);
    await first.stop();
    const second = await start(folder);
    expect(second.port).toBe(first.port);
    expect(await query(second, (sql) => sql`select answer from kept`)).toEqual([{ answer: 42 }]);
  });

  it("recovers what was committed before a kill -9", async () => {
    const first = await start(folder, { durable: true });
    await query(first, (sql) => sql`create table committed as select 42 as answer`);
    process.kill(first.pid, "SIGKILL");
    const second = await start(folder);
    expect(await query(second, (sql) => sql`select answer from committed`)).toEqual([{ answer: 42 }]);
  });

  it("tells when it ended by itself, not when it was stopped", async () => {
    const killed = await start(folder);
    const noticed = new Promise<string>((resolve) => killed.onUnexpectedExit(() => resolve("noticed")));
    process.kill(killed.pid, "SIGKILL");
    expect(await noticed).toBe("noticed");

    let calls = 0;
    const stopped = await start(folder);
    stopped.onUnexpectedExit(() => calls++);
    await stopped.stop();
    expect(calls).toBe(0);
  });

  it("is shared by a second caller, who cannot stop it", async () => {
    const owner = await start(folder);
    const guest = await start(folder);
    expect(guest.pid).toBe(owner.pid);
    await guest.stop();
    expect(await query(owner, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  it("is replaced by a caller who takes over", async () => {
    const left = await start(folder);
    const leftProcess = identifyProcess(left.pid)!;
    const owner = await start(folder, { takeOver: true });
    expect(owner.pid).not.toBe(left.pid);
    expect(await waitUntilGone(leftProcess, 1000)).toBe(true);
  });

  it("takes another port when a stranger holds the remembered one", async () => {
    const first = await start(folder);
    await first.stop();
    const stranger = createServer().listen(first.port, "127.0.0.1");
    const second = await start(folder);
    stranger.close();
    expect(second.port).not.toBe(first.port);
    expect(await query(second, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  it("ignores a postmaster.pid whose process is another program", async () => {
    const first = await start(folder);
    await first.stop();
    writeFileSync(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n`);
    const second = await start(folder);
    expect(second.pid).not.toBe(process.pid);
  });

  it("keeps its password in a file for its owner alone and refuses to guess when that is lost", async () => {
    const folder = newFolder();
    const server = await start(folder);
    const file = join(folder, "secrets.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(server.ownerUrl).toContain(JSON.parse(readFileSync(file, "utf8")).databasePassword);
    await server.stop();
    rmSync(file);
    await expect(start(folder)).rejects.toThrow(/secrets\.json is missing: put the file back/);
  });

  it("runs several instances side by side", async () => {
    const [one, other] = await Promise.all([start(folder), start(newFolder())]);
    expect(one.port).not.toBe(other.port);
    expect(await query(other, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});
