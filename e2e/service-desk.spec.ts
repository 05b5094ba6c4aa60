import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble } from "./support/page-checks";
import { desk } from "./support/storefront";

interface Conversation {
  id: string;
  owner: string;
  handoffReason: string | null;
}

/** More than any other customer of the demo shop has spent, long before every period that is looked at. */
const FORTUNE = 60_000_000;

/** Somebody who has spent a fortune. */
async function makeRich(): Promise<string> {
  const externalId = `e2e-${randomUUID()}`;
  await desk("POST", "/customers", { items: [{ externalId, name: "Ada Rich", locale: "en" }] });
  const { data } = await desk<{ data: { id: string; price: { currency: string } }[] }>(
    "GET",
    "/products?limit=1",
  );
  const [product] = data;
  const unitPrice = { amountMinor: FORTUNE * 100, currency: product!.price.currency };
  const order = { externalId, number: externalId, status: "delivered", placedAt: "2019-01-01T00:00:00Z" };
  const lines = [{ product: { id: product!.id }, quantity: 1, unitPrice }];
  await desk("POST", "/orders", { items: [{ ...order, customer: { externalId }, lines }] });
  return externalId;
}

/** They ask, in a conversation of its own. */
async function ask(externalId: string): Promise<Conversation> {
  const customer = { externalId, locale: "en" };
  const { id } = await desk<Conversation>("POST", "/conversations", { channel: "api", customer });
  await desk("POST", `/conversations/${id}/messages`, {
    ...{ author: "customer", text: "Do you have any promotions?", clientMessageId: randomUUID() },
  });
  return desk<Conversation>("GET", `/conversations/${id}`);
}

/** Saves, and waits until the page that is drawn from the database says when. */
async function saveRules(page: Page) {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("[data-sonner-toast]").last()).toContainText("Saved");
  await page.reload();
}

test("the shop decides whom a person serves from the first message on", async ({ browser }) => {
  const page = await openAs(browser, "/settings/escalation", { role: "owner" });
  const trouble = collectTrouble(page);
  const rule = page.getByRole("switch", { name: "For the best customers" });
  const spent = page.locator("input[name=bestCustomers]");
  const rich = await makeRich();
  expect(await ask(rich)).toMatchObject({ owner: "bot" });
  await rule.click();
  await spent.fill(String(FORTUNE));
  await saveRules(page);
  await expect(spent).toHaveValue(String(FORTUNE));
  expect(await ask(rich)).toMatchObject({ owner: "human", handoffReason: "best_customer" });
  await rule.click();
  await expect(spent).toBeHidden();
  await saveRules(page);
  await expect(rule).not.toBeChecked();
  expect(await ask(rich)).toMatchObject({ owner: "bot" });
  const unclear = page.locator("input[name=unclear]");
  await unclear.fill("9");
  await page.getByRole("button", { name: "Save" }).click();
  expect(await unclear.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
  expect(trouble).toEqual([]);
});

test("a viewer reads the rules and cannot change them", async ({ browser }) => {
  const page = await openAs(browser, "/settings/escalation", { role: "viewer" });
  await expect(page.getByRole("switch").first()).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});

test("service quality shows what the database counts, for the period in the address", async ({ browser }) => {
  const page = await openAs(browser, "/service-quality", { role: "operator" });
  const trouble = collectTrouble(page);
  const { conversations, automation } = await desk<{
    conversations: { started: number };
    automation: { automated: number; judged: number };
  }>("GET", "/service-quality");
  await page.reload();
  await expect(page.locator("[data-figure=started]")).toHaveText(String(conversations.started));
  await expect(page.getByText(`${automation.automated} of ${automation.judged} that rested`)).toBeVisible();
  const volume = page.getByRole("group", { name: "Conversations by day" });
  await volume.getByRole("button", { name: "Table" }).click();
  await expect(volume.getByRole("table", { name: "Conversations by day" }).locator("tbody tr")).toHaveCount(
    28,
  );
  await page.goto("/service-quality?from=2020-01-01&to=2020-01-07");
  await expect(page.locator("[data-figure=started]")).toHaveText("0");
  await expect(page.getByText("No conversation began in this period.")).toBeVisible();
  await expect(page.getByText("No ratings in this period.")).toBeVisible();
  expect(trouble).toEqual([]);
});
