import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, type Page, type Response, test } from "@playwright/test";
import { chapters, lookedAtElsewhere, type Place } from "./support/every-page";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessibleInBothThemes, expectNoSidewaysScroll } from "./support/page-checks";

/** Chapter by chapter, each by whichever worker is free: this file is the longest. */
test.describe.configure({ mode: "parallel", timeout: 240_000 });

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** Loads a page and waits until it says what it is; the inbox, until its stream is open. */
async function visit(page: Page, { path, isLive }: Place): Promise<Response> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  if (isLive) await expect(page.locator("[data-live]"), path).toBeAttached();
  else await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  return response!;
}

/** The headers that keep strangers out; gives the number that only this page's scripts carry. */
function expectSafe(response: Response, path: string): string {
  const headers = response.headers();
  expect(headers, path).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers["x-powered-by"], path).toBeUndefined();
  const policy = headers["content-security-policy"] ?? "";
  const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce, path).toBeTruthy();
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/);
  return nonce!;
}

/** As Next routes them: `/orders/[id]`. */
function allPages(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const folders = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(dirname);
  return folders.map((folder) => `/${folder}`.replaceAll(/\/(\([^/]+\)|\.)/g, "") || "/");
}

test("no page is forgotten", async () => {
  const places = (await Promise.all(chapters.map(({ pages }) => pages()))).flat();
  const addresses = places.map(({ path }) => path.split("?")[0]!);
  const pages = allPages();
  const isAt = (address: string, page: string) =>
    address === page ||
    (!pages.includes(address) && new RegExp(`^${page.replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(address));
  const forgotten = pages.filter((page) => !addresses.some((address) => isAt(address, page)));
  expect(forgotten.sort()).toEqual([...lookedAtElsewhere].sort());
});

for (const { name, pages } of chapters) {
  test(`${name}: safe, titled, no finding of axe in either theme, nothing wider than a phone`, async ({
    browser,
  }) => {
    const places = await pages();
    const page = await openAs(browser, "/docs/api", { role: "owner" }, DESK);
    const trouble = collectTrouble(page);
    const nonces = new Set<string>();
    for (const place of places) {
      const { path, title = /.+ · Zhanggui$/, isLive } = place;
      nonces.add(expectSafe(await visit(page, place), path));
      await expect(page, path).toHaveTitle(title);
      if (!isLive) await page.waitForLoadState("networkidle");
      await expectAccessibleInBothThemes(page);
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(DESK);
    }
    expect(nonces.size).toBe(places.length);
    expect(trouble).toEqual([]);
    await page.context().close();

    // The longest words, and those that have no blanks between them.
    for (const locale of ["es", "zh-CN"] as const) {
      const phone = await openAs(browser, "/docs/api", { role: "owner", locale }, PHONE);
      for (const place of places) {
        await visit(phone, place);
        await expectNoSidewaysScroll(phone);
        if (place.hasPhoneLayout && locale === "es") await expectAccessibleInBothThemes(phone);
      }
      await phone.context().close();
    }
  });
}
