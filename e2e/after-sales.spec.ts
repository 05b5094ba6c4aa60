import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { desk } from "./support/storefront";

interface Listed {
  id: string;
  number: string;
  customerId: string | null;
  total: { amountMinor: number; currency: string };
  lines: { id: string; quantity: number; productId: string | null }[];
}
interface Asked {
  id: string;
  orderId: string;
  orderNumber: string;
  refund: { amountMinor: number } | null;
  details: { label: { rmaNumber: string } };
}

const key = () => crypto.randomUUID();
const remark = "The corner is chipped.";

/** A return of one piece of an order that allows it; each call takes another piece. */
async function askForReturn(): Promise<Asked> {
  const { data } = await desk<{ data: Listed[] }>("GET", "/orders?status=delivered&limit=100");
  for (const order of data) {
    const { return: check } = await desk<{ return: { isPossible: boolean; lines?: { lineId: string }[] } }>(
      "GET",
      `/orders/${order.id}/service`,
    );
    if (!check.isPossible || order.total.currency !== "CNY") continue;
    const lines = [{ lineId: check.lines![0]!.lineId, quantity: 1 }];
    const wish = { requestKey: key(), reason: "damaged", isOpened: true, note: remark, lines };
    return desk<Asked>("POST", `/orders/${order.id}/returns`, wish);
  }
  throw new Error("No delivered order of the demo shop can be returned.");
}

/** Presses until the page's scripts have come and the dialog stands. */
async function openDialog(page: Page, button: string) {
  await expect(async () => {
    await page.getByRole("button", { name: button }).click({ timeout: 2_000 });
    await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toBeVisible({ timeout: 3_000 });
  }).toPass();
  return page.getByRole("dialog").or(page.getByRole("alertdialog"));
}

test.describe("requests about orders", () => {
  test("a return is found by its number, read, and settled for good", async ({ browser }) => {
    const asked = await askForReturn();
    const page = await openAs(browser, `/requests?q=${asked.details.label.rmaNumber}`);
    await page.getByRole("table", { name: "Requests" }).locator("tbody a").click();
    await expect(page).toHaveURL(new RegExp(`/requests/${asked.id}$`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Return, order ${asked.orderNumber}`);
    await expect(page.getByText(asked.details.label.rmaNumber)).toBeVisible();
    await expect(page.getByText(remark)).toBeVisible();

    const dialog = await openDialog(page, "Mark as done");
    await expect(dialog).toContainText("This cannot be undone");
    await dialog.getByRole("textbox", { name: "Note" }).fill("Paid by bank transfer 4711");
    await dialog.getByRole("button", { name: "Mark as done" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Done");
    await expect(page.getByText("Paid by bank transfer 4711")).toBeVisible();
    await expect(page.getByRole("button", { name: "Mark as done" })).toHaveCount(0);
    const stored = await desk<{ status: string }>("GET", `/order-requests/${asked.id}`);
    expect(stored.status).toBe("done");
    const order = await desk<{ returns: { status: string }[] }>("GET", `/orders/${asked.orderId}`);
    expect(order.returns.map(({ status }) => status)).toContain("refunded");
  });

  test("is turned down only with a reason, in Chinese too", async ({ browser }) => {
    const asked = await askForReturn();
    const page = await openAs(browser, `/requests/${asked.id}`, { locale: "zh-CN" });
    const dialog = await openDialog(page, "拒绝");
    await dialog.getByRole("button", { name: "拒绝" }).click();
    await expect(dialog.getByText("请写明拒绝原因。")).toBeVisible();
    await dialog.getByRole("textbox", { name: "拒绝原因" }).fill("商品有使用痕迹");
    await dialog.getByRole("button", { name: "拒绝" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("已拒绝");
    await expect(page.getByText("商品有使用痕迹")).toBeVisible();
    expect(await desk("GET", `/order-requests/${asked.id}`)).toMatchObject({ status: "rejected" });
  });

  test("stand on the order's page, where an unsent order is cancelled after asking", async ({ browser }) => {
    const { data } = await desk<{ data: Listed[] }>("GET", "/orders?status=paid&limit=1");
    const order = data[0]!;
    const page = await openAs(browser, `/orders/${order.id}`);
    await expect(page.getByText("What is possible now")).toBeVisible();
    const dialog = await openDialog(page, "Cancel the order");
    await expect(dialog).toContainText(`Cancel order ${order.number}?`);
    await dialog.getByRole("button", { name: "Cancel the order" }).click();
    await expect(page.getByRole("main").getByRole("link", { name: "Cancellation" })).toBeVisible();
    expect(await desk("GET", `/orders/${order.id}`)).toMatchObject({ status: "cancelled" });
  });

  test("show a viewer what is so, and nothing to press", async ({ browser }) => {
    const asked = await askForReturn();
    const page = await openAs(browser, `/requests/${asked.id}`, { role: "viewer" });
    await expect(page.getByText("An agent, operator or owner settles it.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Mark as done" })).toHaveCount(0);
    await page.goto("/coupons");
    await expect(page.getByRole("link", { name: "New coupon" })).toHaveCount(0);
    await page.goto("/settings/service-policy");
    await expect(page.getByText("Only an owner changes it.")).toBeVisible();
  });
});

test("a complaint is taken up and closed with a word about it", async ({ browser }) => {
  const text = `The driver left it in the rain, ${key()}`;
  const complaint = { requestKey: key(), category: "delivery", severity: "high", text };
  const { id } = await desk<{ id: string }>("POST", "/complaints", complaint);
  const page = await openAs(browser, "/complaints?severity=high");
  await page.getByRole("link", { name: text }).click();
  await expect(page.getByText("Nobody has taken it up yet.")).toBeVisible();
  await page.getByRole("button", { name: "Take it up" }).click();
  await expect(page.getByText(/ has taken it up\.$/)).toBeVisible();
  const dialog = await openDialog(page, "Close it");
  await dialog.getByRole("button", { name: "Close it" }).click();
  await expect(dialog.getByText("Say what was done about it.", { exact: true })).toBeVisible();
  await dialog.getByRole("textbox").fill("Sent a dry one, apologised.");
  await dialog.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("button", { name: "Open it again" })).toBeVisible();
  const stored = await desk<{ status: string; ownerName: string }>("GET", `/complaints/${id}`);
  expect(stored).toMatchObject({ status: "closed", resolution: "Sent a dry one, apologised." });
  expect(stored.ownerName).toBeTruthy();
});

test("a coupon says what it does while it is made, and a cart takes it", async ({ browser }) => {
  const code = `E2E-${key().slice(0, 8).toUpperCase()}`;
  const { data } = await desk<{ data: { name: { en: string }; price: { amountMinor: number } }[] }>(
    "GET",
    "/products?limit=1&status=active&sort=-price",
  );
  const product = data[0]!;
  const page = await openAs(browser, "/coupons/new", { role: "operator" });
  await expect(async () => {
    await page.getByRole("textbox", { name: "Percentage" }).fill("12.5");
    await expect(page.getByText("12.5% off everything in the cart.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole("textbox", { name: "Code" }).fill(code.toLowerCase());
  await page.getByRole("button", { name: "Make the coupon" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(code);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Running");

  await page.getByRole("link", { name: "Try it on a cart" }).click();
  await page.getByRole("searchbox", { name: "Add a product" }).fill(product.name.en);
  await page.getByRole("main").getByRole("button", { name: product.name.en }).first().click();
  const result = page.getByTestId(`coupon-${code}`);
  const off = Math.round(product.price.amountMinor / 8) / 100;
  const shown = new Intl.NumberFormat("en", {
    ...{ style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" },
  }).format(off);
  await expect(result).toContainText(`${shown} off`);
  await page.getByRole("textbox", { name: "Codes" }).fill(`${code} NOSUCHCODE`);
  await expect(page.getByTestId("coupon-NOSUCHCODE")).toContainText("There is no such code.");

  await page.goto(`/coupons?q=${code}`);
  await page.getByRole("link", { name: code }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "End now" }).click({ timeout: 2_000 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Switched off", { timeout: 5_000 });
  }).toPass();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Running");
});

test("the policy is changed, holds after a reload, and is not saved over another's change", async ({
  browser,
}) => {
  interface Policy {
    priceProtectionDays: number;
    refundDays: number;
  }
  const before = await desk<Policy>("GET", "/service-policy");
  const days = before.priceProtectionDays === 21 ? 22 : 21;
  const open = async () => {
    const page = await openAs(browser, "/settings/service-policy", { role: "owner" });
    const field = page.getByRole("spinbutton", { name: "A lower price is made good" });
    return { page, field, sentences: page.getByTestId("policy-sentences") };
  };
  const [mine, theirs] = [await open(), await open()];
  const said = `If the price falls within ${days} days after the order`;
  await expect(async () => {
    await mine.field.fill(String(days));
    await expect(mine.sentences).toContainText(said, { timeout: 2_000 });
  }).toPass();
  await mine.page.getByRole("button", { name: "Save" }).click();
  await expect(mine.page.getByText("Saved. The bot answers by it from now on.")).toBeVisible();
  await mine.page.reload();
  await expect(mine.field).toHaveValue(String(days));
  await expect(mine.sentences).toContainText(said);
  expect(await desk<Policy>("GET", "/service-policy")).toMatchObject({ priceProtectionDays: days });

  await theirs.page.getByRole("spinbutton", { name: "Money back within" }).fill("59");
  await theirs.page.getByRole("button", { name: "Save" }).click();
  await expect(theirs.page.getByText("Somebody saved the policy while you were changing it.")).toBeVisible();
  expect(await desk<Policy>("GET", "/service-policy")).toMatchObject({ refundDays: before.refundDays });
  await theirs.page.getByRole("button", { name: "Load the saved policy" }).click();
  await expect(theirs.field).toHaveValue(String(days));

  await mine.field.fill(String(before.priceProtectionDays));
  await mine.page.getByRole("button", { name: "Save" }).click();
  await expect(mine.page.getByText("Saved. The bot answers by it from now on.")).toBeVisible();
});
