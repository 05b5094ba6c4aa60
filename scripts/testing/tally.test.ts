import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, describe as group, it } from "vitest";
import { describe, oneFailed, readPlaywrightReport, readVitestReport, sum } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "zhanggui-tally-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] };

group("the tally", () => {
  it("adds up and names what was skipped only when something was", () => {
    expect(describe(sum([{ passed: 1, failed: 0, skipped: 0 }, oneFailed]))).toBe("1 passed, 1 failed");
    expect(describe({ passed: 1, failed: 0, skipped: 2 })).toBe("1 passed, 0 failed, 2 skipped");
  });

  it("reads Vitest's report and counts a file that could not be loaded", () => {
    expect(readVitestReport(report(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    const broken = { ...vitest, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(readVitestReport(report(broken), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it("reads Playwright's report; what passed at the second try has passed", () => {
    expect(readPlaywrightReport(report(playwright), 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it("never takes a failed, empty or missing run for a passed one", () => {
    expect(readVitestReport(report(vitest), 1).failed).toBe(1);
    expect(readVitestReport(report({ ...vitest, numPassedTests: 0 }), 0).failed).toBe(1);
    expect(readPlaywrightReport(join(folder, "none.json"), 0)).toEqual(oneFailed);
  });
});
