import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("public/widget.js is what this source gives, and small", () => {
  const said = execFileSync(process.execPath, ["scripts/build-widget.mjs", "--check"], { encoding: "utf8" });
  expect(said).toMatch(/bytes gzipped/);
});
