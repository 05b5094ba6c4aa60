import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { endProcess, identifyProcess, isStillRunning } from "./process-identity";

const started: ReturnType<typeof spawn>[] = [];

/** A process that lasts; `stubborn` ones ignore SIGTERM. */
async function startProcess({ stubborn = false } = {}) {
  const ignore = stubborn ? "process.on('SIGTERM', () => {});" : "";
  const child = spawn(process.execPath, ["-e", `${ignore} setInterval(() => {}, 1000); console.log("up")`]);
  started.push(child);
  await once(child.stdout, "data");
  return child;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

describe("process identity", () => {
  it("recognises a running process and forgets it once it is gone", async () => {
    const child = await startProcess();
    const identity = identifyProcess(child.pid!)!;
    expect(isStillRunning(identity)).toBe(true);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isStillRunning(identity)).toBe(false);
    expect(identifyProcess(child.pid!)).toBeNull();
  });

  it("never ends a process that was given a recorded pid later", async () => {
    const child = await startProcess();
    const recycled = { pid: child.pid!, stamp: "another life" };
    expect(isStillRunning(recycled)).toBe(false);
    await endProcess(recycled, { graceMs: 50 });
    expect(identifyProcess(child.pid!)).not.toBeNull();
  });

  it("ends a process that ignores SIGTERM", async () => {
    const child = await startProcess({ stubborn: true });
    const identity = identifyProcess(child.pid!)!;
    await endProcess(identity, { graceMs: 100 });
    expect(isStillRunning(identity)).toBe(false);
  });

  it("knows no process 0, 1 or -1, so that no signal can reach a whole group", () => {
    expect([0, 1, -1, Number.NaN].map((pid) => identifyProcess(pid))).toEqual([null, null, null, null]);
  });
});
