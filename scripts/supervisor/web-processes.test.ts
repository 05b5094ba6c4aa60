import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { findFreePort } from "../../db/embedded/port";

// The real program; what it runs is the light web server of test/fixtures/supervisor, which answers with its pid.
let program: ChildProcess | undefined;
afterEach(() => program?.kill("SIGKILL"));

function start(port: number, script = "test/fixtures/supervisor/light-web.mjs") {
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, ["scripts/web-processes.mjs", "2", script], { env });
  program = child;
  return { child, ended: new Promise<number | null>((resolve) => child.once("exit", resolve)) };
}

/** Over a connection of its own: those are what is shared out. Null where nobody answers. */
const ask = (port: number) =>
  new Promise<number | null>((resolve) => {
    const request = get({ port, host: "127.0.0.1", agent: false, timeout: 1_000 }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve((JSON.parse(body) as { pid: number }).pid));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });

async function waitForTwo(port: number, other?: number): Promise<number[]> {
  const seen = new Set<number>();
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(20)) {
    const pid = await ask(port);
    if (pid !== null && pid !== other) seen.add(pid);
    if (seen.size === 2) return [...seen];
  }
  throw new Error(`Only ${seen.size} processes answered.`);
}

it("shares a port out to two processes, replaces one that dies, and ends with both", async () => {
  const port = await findFreePort();
  const { child, ended } = start(port);
  const [first, second] = await waitForTwo(port);
  process.kill(first!, "SIGKILL");
  const now = await waitForTwo(port, first);
  expect(now).toContain(second);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await ask(port)).toBeNull();
  for (const pid of now) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

it("leaves it to whoever started it when a process cannot even begin", async () => {
  const { ended } = start(await findFreePort(), "test/fixtures/supervisor/no-such-file.mjs");
  expect(await ended).toBe(1);
});
