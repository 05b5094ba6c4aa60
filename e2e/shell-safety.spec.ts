import { expect, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";

const PHONE = { width: 390, height: 844 };

test("a script that somebody slips into a page is not run", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "owner" });
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
