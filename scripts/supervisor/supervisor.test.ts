import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "../../db/embedded/port";
import { findPostmaster } from "../../db/embedded/postmaster";
import { identifyProcess, isStillRunning, type ProcessIdentity } from "../../db/embedded/process-identity";
import { readRecord } from "./run-record";

// The real supervisor and the real database; web server and worker are light ones (test/fixtures/supervisor).
const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-supervisor-test-"));
const supervisors: Supervisor[] = [];
let port = 0;

type Supervisor = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

function run(env: Record<string, string> = {}): Supervisor {
  const {
    DATABASE_URL,
    APP_DATABASE_URL,
    NEXTAUTH_URL,
    NEXTAUTH_SECRET,
    ZHANGGUI_SECRET,
    ZHANGGUI_URL,
    ...rest
  } = process.env;
  const child = spawn(process.execPath, ["test/fixtures/supervisor/start-with-light-parts.mjs"], {
    env: { ...rest, NODE_ENV: "production", ZHANGGUI_DATA_DIR: dataDir, PORT: String(port), ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const supervisor = { process: child, output: () => output, ended };
  supervisors.push(supervisor);
  return supervisor;
}

async function startAndWait(env?: Record<string, string>): Promise<Supervisor> {
  const supervisor = run(env);
  await eventually(() => supervisor.output().includes("Zhanggui is ready"), supervisor.output);
  return supervisor;
}

async function eventually(met: () => unknown, describeFailure = () => "it never happened"): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error(describeFailure());
    await sleep(30);
  }
}

/** Everything that runs on behalf of the data folder, as recorded. */
function allProcesses(): Record<"supervisor" | "web" | "worker" | "database", ProcessIdentity> {
  const { supervisor, children } = readRecord(join(dataDir, "run.json"))!;
  const database = findPostmaster(join(dataDir, "postgres"))!.process;
  return { supervisor, web: children.web!, worker: children.worker!, database };
}

async function askWeb(): Promise<Record<string, unknown> | null> {
  try {
    return await (await fetch(`http://127.0.0.1:${port}/`)).json();
  } catch {
    return null;
  }
}

beforeAll(async () => {
  port = await findFreePort();
});

afterEach(async () => {
  for (const { process: child, ended } of supervisors.splice(0)) {
    child.kill("SIGTERM");
    await ended;
  }
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the supervisor", { timeout: 60_000 }, () => {
  it("gives web and worker the restricted connection and the folder's secrets, never the owner's", async () => {
    await startAndWait({ DATABASE_URL: "" });
    const seen = await askWeb();
    const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
    expect(seen).not.toHaveProperty("DATABASE_URL");
    expect(seen).toMatchObject({
      NEXTAUTH_URL: `http://localhost:${port}`,
      NEXTAUTH_SECRET: secrets.nextAuthSecret,
      ZHANGGUI_SECRET: secrets.zhangguiSecret,
      NODE_ENV: "production",
    });
  });

  it("is ready only when its worker is too", async () => {
    const { output } = await startAndWait();
    expect(output()).toMatch(/The light worker is ready[\s\S]*Zhanggui is ready/);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("leaves no process after %s", async (signal) => {
    const supervisor = await startAndWait();
    const processes = Object.values(allProcesses());
    supervisor.process.kill(signal);
    expect(await supervisor.ended).toBe(0);
    expect(processes.filter(isStillRunning)).toEqual([]);
    expect(readdirSync(dataDir)).not.toContain("run.json");
  });

  it("starts again by itself after kill -9 of the supervisor", async () => {
    const killed = await startAndWait();
    const left = allProcesses();
    killed.process.kill("SIGKILL");
    await startAndWait();
    expect(Object.values(left).filter(isStillRunning)).toEqual([]);
    expect((await askWeb())?.pid).toBe(allProcesses().web.pid);
  });

  it("leaves nothing running for long after kill -9, even without a next start", async () => {
    const killed = await startAndWait();
    const left = Object.values(allProcesses());
    killed.process.kill("SIGKILL");
    await eventually(() => !left.some(isStillRunning));
  });

  it.each(["web", "worker", "database"] as const)("restarts the %s when that is killed", async (part) => {
    await startAndWait();
    const killed = allProcesses()[part];
    process.kill(killed.pid, "SIGKILL");
    await eventually(() => !isStillRunning(killed) && findPostmaster(join(dataDir, "postgres")));
    await eventually(() => allProcesses()[part].pid !== killed.pid && isStillRunning(allProcesses()[part]));
    await eventually(askWeb);
  });

  it("refuses a second start from the same folder in one sentence", async () => {
    await startAndWait();
    const second = run();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /^Zhanggui already runs from .* at http:\/\/localhost:\d+ \(process \d+\): stop it first.*\n$/,
    );
    expect(await askWeb()).not.toBeNull();
  });

  it("refuses a port that a stranger holds, and leaves the stranger alone", async () => {
    const stranger = createServer().listen(port, "127.0.0.1");
    const refused = run();
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`Port ${port} is taken by another program: stop it`);
    expect(refused.output()).not.toMatch(/^\s+at /m);
    expect(stranger.listening).toBe(true);
    stranger.close();
  });

  it.each([
    [
      "a database that does not answer",
      { DATABASE_URL: "postgres://a:secret@127.0.0.1:1/shop" },
      /127\.0\.0\.1:1\/shop does not answer/,
    ],
    ["an address that is none", { DATABASE_URL: "mysql://x" }, /DATABASE_URL is not a PostgreSQL address/],
    [
      "a folder that cannot be written",
      { ZHANGGUI_DATA_DIR: "/dev/null/data" },
      /data folder \/dev\/null\/data cannot be written/,
    ],
    ["a port that is none", { PORT: "http" }, /PORT must be a number/],
  ])("says in one sentence what is wrong with %s", async (_, env, sentence) => {
    const refused = run(env);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(sentence);
    expect(refused.output()).not.toMatch(/^\s+at |secret/m);
    expect(identifyProcess(refused.process.pid!)).toBeNull();
  });
});
