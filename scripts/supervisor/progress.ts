/** Runs a step and prints one line when it is done. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  console.log(`✓ ${name} (${seconds(startedAt)})`);
  return result;
}

/** Says that something long has begun. */
export function announce(line: string): void {
  console.log(`… ${line}`);
}

/** Time since `startedAt` (from performance.now()) as "0.3 s". */
export function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
