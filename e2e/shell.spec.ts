import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { desk } from "./support/storefront";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });

/** Opens the palette by its key and writes; gives the option that is found. */
async function find(page: Page, query: string, option: string) {
  // It fades out; opened again while it does, it would keep the focus where it was.
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(query);
  const found = palette(page).getByRole("option", { name: option }).first();
  await expect(found).toBeVisible();
  return found;
}

test("the palette finds an order, a customer, a product and a page", async ({ browser }) => {
  interface Named {
    id: string;
  }
  const [orders, customers, products] = await Promise.all([
    desk<{ data: (Named & { number: string })[] }>("GET", "/orders?limit=1"),
    desk<{ data: (Named & { name?: string; email?: string })[] }>("GET", "/customers?limit=200"),
    desk<{ data: (Named & { sku: string })[] }>("GET", "/products?limit=1"),
  ]);
  const order = orders.data[0]!;
  const customer = customers.data.find(({ name, email }) => name && email)!;
  const product = products.data[0]!;
  const page = await openAs(browser, "/overview", { role: "owner" });
  await (await find(page, order.number, order.number)).click();
  await expect(page).toHaveURL(`/orders/${order.id}`);
  await expect(palette(page)).toBeHidden();
  await (await find(page, customer.email!, customer.name!)).click();
  await expect(page).toHaveURL(`/customers/${customer.id}`);
  await (await find(page, product.sku, product.sku)).click();
  await expect(page).toHaveURL(`/products/${product.id}`);

  await find(page, "impor", "Imports");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/imports");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("no such thing anywhere");
  await expect(palette(page)).toContainText("Nothing found for “no such thing anywhere”.");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await page.context().close();
});

test("theme and language are changed in the menu and survive a reload", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "owner" });
  const html = page.locator("html");
  const choose = async (menu: RegExp, item: string) => {
    await page.getByRole("button", { name: menu }).click();
    await page.getByRole("menuitemradio", { name: item }).click();
  };
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await choose(/^Account/, "Dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect.poll(paper).not.toBe(light);
  await choose(/^Account/, "简体中文");
  await expect(page.getByRole("link", { name: "概览" })).toBeVisible();
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(html).toHaveAttribute("lang", "zh-CN");
  await expect(page).toHaveTitle("概览 · Zhanggui");
  await choose(/^账户/, "Español");
  await expect(page.getByRole("link", { name: "Resumen" })).toBeVisible();
  await expect(html).toHaveAttribute("lang", "es");
  await page.context().close();
});

test("? shows the shortcuts, and single keys can be switched off and on again", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "owner" });
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(dialog).toContainText("Search and commands");
  await dialog.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.reload();
  await page.keyboard.press("?");
  await page.waitForTimeout(300);
  await expect(dialog).toBeHidden();
  // With a modifier it is no single key, and the menu is always there.
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
  await dialog.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("?");
  await expect(dialog).toBeVisible();
  await page.context().close();
});

test("the keyboard alone goes from page to page", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "owner" });
  await page.goto("/overview");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await page.goto("/overview");
  const visited: string[] = [];
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement!);
      const isMarked = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      return { name: document.activeElement!.textContent?.trim() ?? "", isMarked };
    });
    expect(focused.isMarked, `“${focused.name}” shows no focus`).toBe(true);
    visited.push(focused.name);
    if (focused.name.startsWith("Orders")) break;
  }
  expect(visited.at(-1)).toMatch(/^Orders/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/orders");
  await expect(page.getByRole("link", { name: "Orders" }).first()).toHaveAttribute("aria-current", "page");

  await page.getByRole("button", { name: /^Account/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Account/ })).toBeFocused();
  await page.context().close();
});

test("what is not there and what is not allowed are pages with a way on", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "viewer" });
  const nowhere = await page.goto("/no-such-page");
  expect(nowhere?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here.");
  // Its answer had begun before the record was looked for: the page says it, the status cannot.
  await page.goto("/orders/01990000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here.");
  const forbidden = await page.goto("/settings/members");
  expect(forbidden?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not allow this.");
  await page.getByRole("link", { name: "Go to Overview" }).click();
  await expect(page).toHaveURL("/overview");
  await page.context().close();
});

test("a viewer sees the shop and no way to change it", async ({ browser }) => {
  const page = await openAs(browser, "/overview", { role: "viewer" });
  await page.goto("/settings");
  await expect(page.getByLabel("Shop name")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  const tabs = page.getByRole("navigation", { name: "Settings" });
  for (const name of ["Members", "API keys", "Chat widget", "Audit log"])
    await expect(tabs.getByRole("link", { name })).toHaveCount(0);
  const paths = ["/settings/members", "/settings/widget", "/settings/api-keys", "/settings/audit-log"];
  for (const path of paths) expect((await page.goto(path))?.status(), path).toBe(403);
  await page.goto("/imports");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Import a file" })).toHaveCount(0);
  const refused = await page.evaluate(async () => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/v1/products", { method: "POST", headers, body: '{"items":[]}' })).status;
  });
  expect(refused).toBe(403);
  await page.context().close();
});
