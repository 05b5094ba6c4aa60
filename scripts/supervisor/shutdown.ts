type Stop = { gently: () => Promise<void> | void; atOnce?: () => void };

const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Ends everything that was started, in reverse order, once: on a signal, or when the launch fails. */
export class Shutdown {
  private readonly stops: Stop[] = [];
  private readonly controller = new AbortController();
  private running: Promise<void> | null = null;

  /** Aborted when the shutdown begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  register(gently: Stop["gently"], atOnce?: Stop["atOnce"]): void {
    this.stops.push({ gently, atOnce });
  }

  /** Stops gently at the first signal, at once at the second. */
  listen(): void {
    for (const signal of signals) {
      process.on(signal, () => {
        if (this.running) for (const stop of this.stops) stop.atOnce?.();
        else console.log("\nStopping.");
        void this.run(0);
      });
    }
    process.on("uncaughtException", (error) => {
      console.error(error);
      void this.run(1);
    });
    // A closed terminal or pipe is no reason to leave processes behind.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  }

  run(exitCode: number): Promise<void> {
    this.running ??= this.stopAll(exitCode);
    return this.running;
  }

  private async stopAll(exitCode: number): Promise<void> {
    this.controller.abort();
    for (const { gently } of this.stops.reverse()) {
      try {
        await gently();
      } catch (error) {
        console.error(error);
      }
    }
    process.exit(exitCode);
  }
}
