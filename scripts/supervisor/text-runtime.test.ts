import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { provideTextRuntime } from "./text-runtime";

const NAME = "ort-wasm-simd-threaded.wasm";
let root = "";
const packaged = () => join(root, "node_modules/onnxruntime-web/dist", NAME);
const served = () => join(root, "public/onnxruntime", NAME);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zhanggui-runtime-test-"));
  mkdirSync(join(packaged(), ".."), { recursive: true });
  writeFileSync(packaged(), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("puts the package's runtime where browsers find it, and nothing else", () => {
  provideTextRuntime(root);
  expect(readFileSync(served(), "utf8")).toBe("one");
  expect(readdirSync(join(served(), ".."))).toEqual([NAME]);
});

it("leaves it alone while it is right, and replaces it after an update of the package", () => {
  provideTextRuntime(root);
  utimesSync(served(), 1, 1);
  provideTextRuntime(root);
  expect(statSync(served()).mtimeMs).toBe(1000);
  writeFileSync(packaged(), "two");
  provideTextRuntime(root);
  expect(readFileSync(served(), "utf8")).toBe("two");
});
