import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { SONNER_STYLE_HASHES } from "./sonner-style-hashes";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the policy's hashes are those of the style that the installed sonner adds", () => {
  const folder = dirname(createRequire(import.meta.url).resolve("sonner"));
  const source = readFileSync(join(folder, "index.mjs"), "utf8");
  const added = source.match(/__insertCSS\(("(?:[^"\\]|\\.)*")\)/)?.[1];
  expect(added).toBeDefined();
  expect(SONNER_STYLE_HASHES).toEqual([sha256(""), sha256(JSON.parse(added!))]);
});
