import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Backoff } from "./backoff";

export type ChildSpec = {
  name: string;
  /** Arguments to node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How long it may take to end after SIGTERM. */
  graceMs: number;
};

export type ChildEvents = {
  onSpawn: (pid: number) => void;
  onDeath: (description: string, restartInMs: number) => void;
};

const exitWithParent = fileURLToPath(new URL("../exit-with-parent.mjs", import.meta.url));

/** A process that is started again, with growing pauses, whenever it dies before `stop`. */
export class SupervisedChild {
  private process: ChildProcess | null = null;
  private restart: NodeJS.Timeout | null = null;
  private stopping = false;
  private startedAt = 0;
  private readonly backoff = new Backoff();
  /** How often it has died; the launch gives up on a child that cannot stay up. */
  deaths = 0;
  lastDeath = "";
  /** It has sent the message "ready" once. */
  hasSaidReady = false;

  constructor(
    private readonly spec: ChildSpec,
    private readonly events: ChildEvents,
  ) {}

  start(): void {
    this.startedAt = Date.now();
    // A session of its own, so that Ctrl-C reaches the supervisor alone, which then stops all in order.
    const child = spawn(process.execPath, ["--import", exitWithParent, ...this.spec.args], {
      env: this.spec.env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.process = child;
    child.on("error", () => {});
    child.on("message", (message) => (this.hasSaidReady ||= message === "ready"));
    if (child.pid) this.events.onSpawn(child.pid);
    child.once("exit", (code, signal) => this.handleExit(code, signal));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.restart) clearTimeout(this.restart);
    const child = this.process;
    if (!child?.pid) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const lastResort = setTimeout(() => killGroup(child), this.spec.graceMs);
    await ended;
    clearTimeout(lastResort);
    killGroup(child);
  }

  /** Ends it at once, helpers included. */
  kill(): void {
    this.stopping = true;
    if (this.process) killGroup(this.process);
  }

  private handleExit(code: number | null, signal: NodeJS.Signals | null): void {
    this.process = null;
    if (this.stopping) return;
    this.deaths += 1;
    this.lastDeath = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    const delayMs = this.backoff.nextDelayMs(Date.now() - this.startedAt);
    this.events.onDeath(this.lastDeath, delayMs);
    this.restart = setTimeout(() => this.start(), delayMs);
  }
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, "SIGKILL");
  } catch {
    // The whole group is gone already.
  }
}
