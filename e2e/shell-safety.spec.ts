import { expect, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk } from "./support/storefront";

const SETTINGS = ["/settings", "/settings/members", "/settings/widget", "/settings/api-keys"].concat([
  "/settings/audit-log",
  "/settings/account",
  "/settings/service-policy",
]);
/** Of each page, how its title begins. */
const PAGES: Record<string, RegExp> = {
  "/overview": /^Overview · /,
  "/inbox": /Inbox · /,
  "/products": /^Products · /,
  "/customers": /^Customers · /,
  "/orders": /^Orders · /,
  "/requests": /^Requests · /,
  "/complaints": /^Complaints · /,
  "/coupons": /^Coupons · /,
  "/imports": /^Imports · /,
  "/imports/new": /^.+ · Zhanggui$/,
  "/docs/api": /^API · /,
  "/demo/store": /Harbour & Pine/,
};
const PHONE = { width: 390, height: 844 };

test("every page carries the security headers, and the browser has nothing to complain about", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await openAs(browser, "/overview", { role: "owner" });
  const trouble = collectTrouble(page);
  const nonces = new Set<string>();
  const first = async (kind: string) =>
    `/${kind}/${(await desk<{ data: { id: string }[] }>("GET", `/${kind}?limit=1`)).data[0]!.id}`;
  const records = await Promise.all(["orders", "customers", "products"].map(first));
  const paths = [...Object.keys(PAGES), ...SETTINGS, ...records];
  for (const path of paths) {
    const response = await page.goto(path, { waitUntil: "load" });
    expect(response?.status(), path).toBe(200);
    const headers = response!.headers();
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
    nonces.add(nonce!);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/);
    await expect(page, path).toHaveTitle(PAGES[path] ?? /.+ · Zhanggui$/);
    await page.waitForTimeout(250);
  }
  expect(nonces.size).toBe(paths.length);
  expect(trouble).toEqual([]);

  // Said by the policy, and done by the browser.
  await page.goto("/overview");
  const ran = await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = "<img src=x onerror='window.intruded = true'>";
    document.body.append(script);
    return new Promise((resolve) => setTimeout(() => resolve("intruded" in window), 500));
  });
  expect(ran).toBe(false);
  await page.context().close();
});

test("sign-in page: headers, title, phone, both themes", async ({ browser }) => {
  for (const theme of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: PHONE, colorScheme: theme, locale: "zh-CN" });
    const page = await context.newPage();
    const trouble = collectTrouble(page);
    const response = await page.goto("/login");
    expect(response!.headers()["content-security-policy"]).toContain("script-src 'self' 'nonce-");
    await expect(page).toHaveTitle(/^登录 · /);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(trouble).toEqual([]);
    await context.close();
  }
});

// Each theme and each script once: colours do not depend on the language, nor widths on the theme.
for (const [theme, locale] of [
  ["light", "en"],
  ["dark", "zh-CN"],
] as const) {
  test(`overview, settings and documentation: axe finds nothing and nothing scrolls sideways (${theme}, ${locale})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const page = await openAs(browser, "/overview", { role: "owner", theme, locale });
    for (const path of ["/overview", ...SETTINGS, "/docs/api"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page);
      if (path === "/overview") await expectAccessible(page);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await page.context().close();
  });
}

test("on a phone the navigation is a sheet that closes when a page was chosen", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "owner", locale: "zh-CN" }, PHONE);
  await page.getByRole("button", { name: "打开导航" }).click();
  const sheet = page.getByRole("dialog", { name: "主导航" });
  await expectAccessible(page);
  await sheet.getByRole("link", { name: "设置" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(sheet).toBeHidden();
  await expectNoSidewaysScroll(page);
  await page.context().close();
});
