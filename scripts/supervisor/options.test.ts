import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { childEnvironment, webEnvironment } from "./environment";
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

  it("run a web process a core, four at most, and as many as one says", () => {
    const of = (ZHANGGUI_WEB_PROCESSES: string) =>
      readOptions("start", { ZHANGGUI_WEB_PROCESSES }).webProcesses;
    expect(of("")).toBe(Math.min(availableParallelism(), 4));
    expect(of("7")).toBe(7);
    expect(readOptions("dev", { ZHANGGUI_WEB_PROCESSES: "7" }).webProcesses).toBe(1);
    for (const wrong of ["0", "65", "2.5", "two"]) expect(() => of(wrong)).toThrow("a number from 1 to 64");
  });

  it("share the database's connections between the web processes", () => {
    const share = (ZHANGGUI_WEB_PROCESSES: string, DATABASE_POOL_SIZE?: string) =>
      webEnvironment(readOptions("start", { ZHANGGUI_WEB_PROCESSES }), { DATABASE_POOL_SIZE } as never)
        .DATABASE_POOL_SIZE;
    expect([share("1"), share("2"), share("4"), share("2", "9")]).toEqual(["12", "6", "5", "9"]);
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
