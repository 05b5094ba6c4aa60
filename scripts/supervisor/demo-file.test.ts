import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDemoFile, updateDemoFile } from "./demo-file";

const seeded = {
  merchantId: "m",
  apiKey: "key",
  widgetKey: "widget",
  users: [{ email: "owner@example.com", password: "p", role: "owner" }],
};
let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "zhanggui-demo-test-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("demo.json", () => {
  it("keeps the secrets of the first seed when a later start refreshes the address", () => {
    updateDemoFile(dataDir, { ...seeded, url: "http://localhost:3000" });
    updateDemoFile(dataDir, { url: "http://localhost:4000" });
    expect(readDemoFile(dataDir)).toEqual({ ...seeded, url: "http://localhost:4000" });
  });

  it("is for its owner alone, even where it was open before", () => {
    writeFileSync(join(dataDir, "demo.json"), "{}");
    chmodSync(join(dataDir, "demo.json"), 0o644);
    updateDemoFile(dataDir, seeded);
    expect(statSync(join(dataDir, "demo.json")).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(dataDir, "demo.json"), "utf8"))).toEqual(seeded);
  });

  it("is null while there is none, or half of one", () => {
    expect(readDemoFile(dataDir)).toBeNull();
    writeFileSync(join(dataDir, "demo.json"), '{"url": ');
    expect(readDemoFile(dataDir)).toBeNull();
  });
});
