import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const fixture = "test/fixtures/import-rules";
const configFile = "../.dependency-cruiser.mjs";
const { default: config } = (await import(configFile)) as { default: { forbidden: { name: string }[] } };

/** Every line of the fixture that breaks a rule names it: `import "…"; // rule-name, other-rule`. */
function announcedViolations(): string[] {
  const known = new Set(config.forbidden.map(({ name }) => name));
  const files = readdirSync(fixture, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return files.flatMap((file) => {
    const comments = [...readFileSync(join(fixture, file), "utf8").matchAll(/; \/\/ (.+)$/gm)];
    const rules = comments.flatMap(([, comment]) => comment!.split(", ")).filter((rule) => known.has(rule));
    return rules.map((rule) => `${rule}: ${file}`);
  });
}

function lintFixture(): { status: number | null; violations: string[] } {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/lint-imports.mjs", fixture], {
    encoding: "utf8",
  });
  const found = [...stderr.matchAll(/^([\w-]+: \S+) → /gm)].map(([, violation]) => violation!);
  return { status, violations: found };
}

describe("the import rules", () => {
  it("bite on every line of the fixture that breaks one, and on no other", () => {
    const { status, violations } = lintFixture();
    expect(violations.sort()).toEqual(announcedViolations().sort());
    expect(status).toBe(1);
  });

  it("are all broken somewhere in the fixture", () => {
    const broken = new Set(announcedViolations().map((violation) => violation.split(":")[0]));
    expect([...broken].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });
});
