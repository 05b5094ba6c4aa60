import { seconds } from "../supervisor/progress";
import { stopRunning } from "./run-node";
import { type Stage, stages } from "./stages";
import { describe, oneFailed, sum, type Tally } from "./tally";

/** Runs the stages, prints what each took and, as the last line, the sum. Sets the exit code. */
export async function runTests(args: string[]): Promise<void> {
  stopOnSignals();
  const tallies: Tally[] = [];
  const summary: string[] = [];
  for (const stage of chooseStages(args)) {
    const startedAt = performance.now();
    console.log(`\n== ${stage.title}`);
    const tally = await runStage(stage);
    tallies.push(tally);
    summary.push(
      `${tally.failed > 0 ? "✗" : "✓"} ${stage.title}: ${describe(tally)} (${seconds(startedAt)})`,
    );
    console.log(summary.at(-1));
  }
  const total = sum(tallies);
  console.log(`\n${summary.join("\n")}\n\n${describe(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** `--only=unit,e2e`; without it all of them. */
function chooseStages(args: string[]): Stage[] {
  const only = args
    .find((arg) => arg.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",");
  const unknown = only?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(
      `There is no stage "${unknown[0]}": the stages are ${stages.map(({ name }) => name).join(", ")}.`,
    );
    process.exit(1);
  }
  return only ? stages.filter(({ name }) => only.includes(name)) : stages;
}

async function runStage(stage: Stage): Promise<Tally> {
  try {
    return await stage.run();
  } catch (error) {
    console.error((error as Error).message);
    return oneFailed;
  }
}

function stopOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stopRunning();
      process.exit(130);
    });
  }
}
