import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuildFresh } from "./build";
import { stampSources } from "./source-stamp";

let root = "";

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zhanggui-stamp-test-"));
  write("app/page.tsx", "export default () => null;");
  write("lib/core/money.ts", "export const cents = 100;");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the stamp of the sources", () => {
  it("stays when a file is only touched", () => {
    const before = stampSources(root);
    utimesSync(join(root, "app/page.tsx"), 1, 1);
    expect(stampSources(root)).toBe(before);
  });

  it.each(["app/page.tsx", "lib/core/money.ts", "next.config.ts", "package-lock.json", "app/new/page.tsx"])(
    "changes when %s changes",
    (file) => {
      const before = stampSources(root);
      write(file, "// other");
      expect(stampSources(root)).not.toBe(before);
    },
  );

  it("changes when a file moves with its text", () => {
    const before = stampSources(root);
    rmSync(join(root, "lib/core/money.ts"));
    write("lib/core/cash.ts", "export const cents = 100;");
    expect(stampSources(root)).not.toBe(before);
  });

  it.each([
    "lib/core/money.test.ts",
    "docs/guide.md",
    ".data/demo.json",
    "db/migrations/0009.sql",
    "e2e/a.spec.ts",
  ])("does not care for %s", (file) => {
    const before = stampSources(root);
    write(file, "anything");
    expect(stampSources(root)).toBe(before);
  });
});

describe("a build", () => {
  it("is fresh only when it was finished from these very sources", () => {
    expect(isBuildFresh(root)).toBe(false);
    write(".next/zhanggui-build", stampSources(root));
    expect(isBuildFresh(root)).toBe(false);
    write(".next/BUILD_ID", "id");
    expect(isBuildFresh(root)).toBe(true);
    write("app/page.tsx", "// other");
    expect(isBuildFresh(root)).toBe(false);
  });
});
