import { defineConfig, devices } from "@playwright/test";
import { findSystemChromium } from "./scripts/find-chromium";

const baseURL = process.env.ZHANGGUI_E2E_URL;
if (!baseURL)
  throw new Error("The browser tests need a running shop of their own: start them with npm run test:e2e.");

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  // A machine that is shared may stall a browser for seconds. The second try is counted and named in the output;
  // at one's own desk there is none, so that a test that wavers is seen.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    viewport: { width: 1280, height: 800 },
    // Of the second try alone: recording every test takes a third of the time. `--trace=on` records the first as well.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findSystemChromium(),
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    },
  },
});
