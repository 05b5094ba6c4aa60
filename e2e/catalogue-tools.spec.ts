import { expect, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";

const url = process.env.ZHANGGUI_E2E_URL!;

async function api(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${readDemo().apiKey}`, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
  return response.json();
}

/** A product of its own, so that nobody else's chart is touched. */
async function makeProduct(name: string): Promise<string> {
  const externalId = `e2e-${name}-${Date.now()}`.toLowerCase().replaceAll(" ", "-");
  const price = { amountMinor: 19_900, currency: "CNY" };
  const answer = await api("POST", "/products", { items: [{ externalId, name: { en: name }, price }] });
  return (answer as { results: { id: string }[] }).results[0]!.id;
}

const cell = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test.describe("size charts", () => {
  test("a chart is typed by keys alone, tried, saved and copied", async ({ browser }) => {
    const [mine, other] = [await makeProduct("Ramie coat"), await makeProduct("Ramie cape")];
    const page = await openAs(browser, `/products/size-charts/${mine}`, { role: "operator" });
    await expect(page.getByRole("heading", { name: "Size chart of Ramie coat" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await cell(page, "Chest (cm) of S").focus();
    await page.keyboard.type("84-92");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("92-100");
    await page.keyboard.press("Enter");
    await page.keyboard.type("100-90");
    await page.getByRole("button", { name: "Save the chart" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "from the smaller to the larger" })).toBeVisible();
    await expect(cell(page, "Chest (cm) of L")).toHaveAttribute("aria-invalid", "true");
    await cell(page, "Chest (cm) of L").fill("100-108");
    await page.getByLabel("Chest (cm)", { exact: true }).fill("96");
    await expect(page.getByText("For Ramie coat size M should fit you well.")).toBeVisible();
    await page.getByRole("button", { name: "Save the chart" }).click();
    await expect(page.getByText("Size chart of Ramie coat saved")).toBeVisible();

    await page.reload();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Copy to others" }).click();
    const dialog = page.getByRole("dialog", { name: "Copy the size chart of Ramie coat" });
    await dialog.getByRole("searchbox").fill("Ramie cape");
    await dialog
      .getByRole("button", { name: /Ramie cape/ })
      .first()
      .click();
    await dialog.getByRole("button", { name: "Copy to 1 product" }).click();
    await expect(page.getByText("1 product has the chart now")).toBeVisible();
    const [first] = ((await api("GET", "/size-charts?q=Ramie")) as { data: { productId: string }[] }).data;
    expect(first).toBeDefined();
    await api("DELETE", `/products/${mine}/size-chart`);
    await page.goto("/products/size-charts?q=Ramie");
    await expect(page.getByRole("link", { name: "Ramie coat" })).toHaveCount(0);
    await api("DELETE", `/products/${other}/size-chart`).catch(() => null);
  });

  test("a table from a spreadsheet is pasted, in inches, and shown in centimetres", async ({ browser }) => {
    const mine = await makeProduct("Hemp vest");
    const page = await openAs(browser, `/products/size-charts/${mine}`, { role: "operator" });
    await page.waitForLoadState("networkidle");
    await cell(page, "Name of size 1").evaluate((input) => {
      const data = new DataTransfer();
      data.setData("text", "Size\tBust (in)\tHips (in)\nS\t33-35\t35-37\nM\t35-37\t37-39\n");
      input.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(cell(page, "Chest (in) of M")).toHaveValue("35-37");
    await page.getByLabel("Units").selectOption("cm");
    await expect(cell(page, "Hips (cm) of M")).toHaveValue("94–99.1");
    await page.getByRole("button", { name: "Save the chart" }).click();
    await expect(page.getByText("Size chart of Hemp vest saved")).toBeVisible();
    await page.reload();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Remove the chart" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cell(page, "Hips (cm) of M")).toHaveValue("94–99.1");
    await api("DELETE", `/products/${mine}/size-chart`);
  });
});

test("a coupon is edited while no order has used it, and says what the bot says", async ({ browser }) => {
  const code = `E2E${Date.now() % 1_000_000_000}`;
  const made = (await api("POST", "/coupons", {
    ...{ code, kind: "percent", percentBasisPoints: 1_000, currency: "CNY" },
  })) as { id: string };
  const page = await openAs(browser, `/coupons/${made.id}`, { role: "operator" });
  await expect(page.getByText("What the bot says")).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.waitForURL(/\/edit$/);
  await expect(page.getByRole("heading", { name: `Edit ${code}` })).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Code", { exact: true })).toBeDisabled();
  await page.getByLabel("Percentage").fill("12.5");
  await page.getByLabel("Valid from").fill("2031-03-02T00:00");
  await page.getByLabel("Valid until").fill("2031-03-01T00:00");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("It would end before it begins.")).toBeVisible();
  await page.getByLabel("Valid until").fill("2031-04-01T00:00");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(`${code} is changed`)).toBeVisible();
  await expect(page.getByText("12.5%").first()).toBeVisible();
  await page.getByRole("button", { name: "End now" }).click();
  await expect(page.getByText(`${code} is switched off`)).toBeVisible();
});
