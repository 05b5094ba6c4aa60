import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: "server-only", replacement: `${root}test/empty.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{lib,db,app,components,worker,scripts,test,bench,widget}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "test/fixtures/**"],
    environment: "node",
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    maxWorkers: 2,
    // As in playwright.config.ts.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: {
      NEXTAUTH_SECRET: "a-secret-that-only-the-tests-know",
      ZHANGGUI_SECRET: "another-secret-that-only-the-tests-know",
      ZHANGGUI_URL: "http://localhost:3000",
      NEXTAUTH_URL: "http://localhost:3000",
      ZHANGGUI_PRIVATE_HOSTS: "127.0.0.1",
      ZHANGGUI_DATA_DIR: `${tmpdir()}/zhanggui-test-data`,
    },
  },
});
