import { readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number; skipped: number };

export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };

export function sum(tallies: Tally[]): Tally {
  const add = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}

/** The last line of a test run: "12 passed, 0 failed", with ", 3 skipped" when some were. */
export function describe({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Vitest's JSON report. A file that could not be loaded has no tests in it, and counts as one failure. */
export function readVitestReport(file: string, exitCode: number): Tally {
  const report = readJson<VitestReport>(file);
  if (!report) return oneFailed;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  ).length;
  return withExitCode(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/**
 * Playwright's JSON report. A flaky test passed at its second try, which only CI gives it, and is named on a line of
 * its own; an error outside any test is a failure.
 */
export function readPlaywrightReport(file: string, exitCode: number): Tally {
  const report = readJson<PlaywrightReport>(file);
  if (!report) return oneFailed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) console.warn(`${flaky} browser tests passed at the second try: see "flaky" above.`);
  return withExitCode(exitCode, {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
  });
}

/** A run that says it failed without a failed test (an unhandled error, no test at all) has failed all the same. */
function withExitCode(exitCode: number, tally: Tally): Tally {
  const ran = tally.passed + tally.failed > 0;
  return (exitCode !== 0 || !ran) && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}
