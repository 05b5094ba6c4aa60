import { expect, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";

const url = process.env.ZHANGGUI_E2E_URL!;

interface Listed {
  id: string;
  number?: string;
  lines?: { discount: { amountMinor: number } }[];
  discount?: { amountMinor: number };
  shipments?: { trackingNumber: string }[];
  total: { amountMinor: number; currency: string };
  shipping: { amountMinor: number; currency: string };
}

async function api<Data = { data: Listed[]; nextCursor: string | null }>(path: string): Promise<Data> {
  const response = await fetch(`${url}/api/v1${path}`, {
    headers: { Authorization: `Bearer ${readDemo().apiKey}` },
  });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return (await response.json()) as Data;
}

const table = (page: Page, name: string) => page.getByRole("table", { name });
const firstLink = (page: Page, name: string) => table(page, name).locator("tbody a").first();

/** Chooses until the address says so: before the page's scripts have come a choice waits for its button. */
async function choose(page: Page, select: string, option: string | { label: string }, says: RegExp) {
  await expect(async () => {
    const control = page.getByRole("combobox", { name: select });
    if (!says.test(page.url())) await control.selectOption(option, { timeout: 1_000 });
    await expect(page).toHaveURL(says, { timeout: 5_000 });
  }).toPass();
}

test.describe("lists", () => {
  test("products keep filter and order in the address, over a reload", async ({ browser }) => {
    const page = await openAs(browser, "/products", { role: "operator" });
    await choose(page, "Available", "low", /stock=low/);
    await choose(page, "Sort by", "-price", /sort=-price/);
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Available" })).toHaveValue("low");
    const { data } = await api("/products?stock=low&sort=-price");
    await expect(table(page, "Products").locator("tbody tr")).toHaveCount(data.length);
    await expect(table(page, "Products").getByText(/^(Low|Sold out)$/)).toHaveCount(data.length);
    await expect(firstLink(page, "Products")).toHaveAttribute("href", `/products/${data[0]!.id}`);

    await page.getByRole("searchbox", { name: "Search products" }).fill("no product is called so");
    await expect(page.getByText("No product matches")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Clear filters" }).first().click();
    await expect(page).not.toHaveURL(/stock=|q=/);
    await expect(page.getByRole("searchbox", { name: "Search products" })).toHaveValue("");
  });

  test("orders are paged both ways, and each page has an address", async ({ browser }) => {
    const page = await openAs(browser, "/orders?status=delivered", { role: "viewer" });
    const first = await api("/orders?status=delivered");
    const second = await api(`/orders?status=delivered&cursor=${encodeURIComponent(first.nextCursor!)}`);
    await expect(firstLink(page, "Orders")).toHaveText(first.data[0]!.number!);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(/cursor=/);
    await expect(firstLink(page, "Orders")).toHaveText(second.data[0]!.number!);
    await page.reload();
    await expect(firstLink(page, "Orders")).toHaveText(second.data[0]!.number!);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page).not.toHaveURL(/cursor=/);
    await expect(firstLink(page, "Orders")).toHaveText(first.data[0]!.number!);
  });

  test("orders of some days are those that the API gives for these days", async ({ browser }) => {
    const page = await openAs(browser, "/orders", { role: "viewer" });
    await choose(page, "Dates", { label: "Last 7 days" }, /from=\d{4}-\d\d-\d\d&to=/);
    const { searchParams } = new URL(page.url());
    const { data } = await api(
      `/orders?from=${searchParams.get("from")}&to=${searchParams.get("to")}&limit=50`,
    );
    await expect(table(page, "Orders").locator("tbody tr")).toHaveCount(data.length);
  });

  test("an order shows the figures that the API gives", async ({ browser }) => {
    const { data } = await api("/orders?status=delivered&limit=200");
    const order = data.find(({ discount, total }) => discount!.amountMinor > 0 && total.currency === "CNY")!;
    const page = await openAs(browser, `/orders/${order.id}`, { role: "viewer" });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(order.number!);
    const amounts = page.getByRole("table", { name: "Items" }).locator("tfoot data");
    const values = await amounts.evaluateAll((nodes) =>
      nodes.map((node) => Number(node.getAttribute("value"))),
    );
    expect(values.at(-1)).toBe(order.total.amountMinor);
    expect(values).toContain(-order.discount!.amountMinor);
    expect(values.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(order.total.amountMinor);
    await expect(page.getByTestId("order-total")).toHaveText(
      new Intl.NumberFormat("en", {
        style: "currency",
        currency: "CNY",
        currencyDisplay: "narrowSymbol",
      }).format(order.total.amountMinor / 100),
    );
    await expect(page.getByText(order.shipments![0]!.trackingNumber)).toBeVisible();
  });

  test("a customer's timeline goes on, and its orders open", async ({ browser }) => {
    const { data } = await api<{ data: { customerId: string | null }[] }>(
      "/orders?status=delivered&limit=20",
    );
    const customerId = data.find((order) => order.customerId)!.customerId!;
    const page = await openAs(browser, `/customers/${customerId}`, { role: "owner" });
    const items = page.locator("section ol > li");
    await expect(items.first()).toBeVisible();
    const before = await items.count();
    const more = page.getByRole("link", { name: "Show older" });
    if (await more.isVisible()) {
      await more.click();
      await expect(page).toHaveURL(/shown=80/);
      await expect.poll(() => items.count()).toBeGreaterThan(before);
    }
    await items.locator("a").first().click();
    await expect(page).toHaveURL(/\/orders\//);
  });

  test("an erasure names the person and can be called off", async ({ browser }) => {
    // Other tests bring in people without a name.
    const { data } = await api<{ data: { id: string; name?: string }[] }>("/customers?limit=100");
    const customer = data.find(({ name }) => name);
    const page = await openAs(browser, `/customers/${customer!.id}`, { role: "owner" });
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: "Erase customer…" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText(`Erase ${customer!.name} for good?`);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    const still = await api<{ name: string }>(`/customers/${customer!.id}`);
    expect(still.name).toBe(customer!.name);
  });

  test("a viewer is offered nothing that writes", async ({ browser }) => {
    const { data } = await api<{ data: { id: string }[] }>("/customers?limit=1");
    const page = await openAs(browser, "/products", { role: "viewer" });
    for (const path of ["/products", "/customers", "/orders", "/imports"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: /^Import/ })).toHaveCount(0);
    }
    await page.goto(`/customers/${data[0]!.id}`);
    await expect(page.getByRole("link", { name: "Export data" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Actions" })).toHaveCount(0);
    await page.goto("/imports/new");
    await expect(page.getByText("Your role does not allow this.")).toBeVisible();
  });
});
