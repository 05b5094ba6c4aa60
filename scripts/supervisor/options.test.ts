import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { childEnvironment } from "./environment";
import { readOptions } from "./options";

describe("the options", () => {
  it("have defaults that need nothing set, and listen on this machine alone", () => {
    expect(readOptions("start", {})).toMatchObject({
      mode: "start",
      port: 3000,
      host: "127.0.0.1",
      url: "http://localhost:3000",
      dataDir: resolve(".data"),
      databaseUrl: null,
      demo: true,
    });
  });

  it("take a demo shop into production only when asked", () => {
    expect(readOptions("start", { NODE_ENV: "production" }).demo).toBe(false);
    expect(readOptions("start", { NODE_ENV: "production", ZHANGGUI_DEMO: "1" }).demo).toBe(true);
  });

  it("set the demo shop's clock, which is now unless said otherwise", () => {
    const at = (ZHANGGUI_DEMO_ANCHOR: string) => readOptions("start", { ZHANGGUI_DEMO_ANCHOR }).demoAnchor;
    expect(at("2026-11-20T00:00:00Z")).toEqual(new Date(Date.UTC(2026, 10, 20)));
    expect(Math.abs(at("").getTime() - Date.now())).toBeLessThan(5000);
    expect(() => at("tomorrow")).toThrow(
      "ZHANGGUI_DEMO_ANCHOR must be an instant such as 2026-11-20T00:00:00Z",
    );
  });

  it.each(["0", "65536", "3000.5", "abc", "-1"])("refuse the port %s", (PORT) => {
    expect(() => readOptions("start", { PORT })).toThrow(
      `PORT must be a number from 1 to 65535, not "${PORT}".`,
    );
  });

  it("keep the owner's connection from web and worker", () => {
    const env = { DATABASE_URL: "postgres://owner", APP_DATABASE_PASSWORD: "x", HOME: "/home" };
    const child = childEnvironment(readOptions("start", env), "postgres://app", env);
    expect(child).not.toHaveProperty("DATABASE_URL");
    expect(child).not.toHaveProperty("APP_DATABASE_PASSWORD");
    expect(child).toMatchObject({
      APP_DATABASE_URL: "postgres://app",
      HOME: "/home",
      NODE_ENV: "production",
    });
  });
});
