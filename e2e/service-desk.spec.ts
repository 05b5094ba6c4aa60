import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk } from "./support/storefront";

interface Conversation {
  id: string;
  owner: string;
  handoffReason: string | null;
}

/** A customer of the shop's own program writes what nobody can make sense of. */
async function mumble(): Promise<Conversation> {
  const customer = { externalId: `e2e-${randomUUID()}`, locale: "en" };
  const { id } = await desk<Conversation>("POST", "/conversations", { channel: "api", customer });
  await desk("POST", `/conversations/${id}/messages`, {
    ...{ author: "customer", text: "what about it then", clientMessageId: randomUUID() },
  });
  return desk<Conversation>("GET", `/conversations/${id}`);
}

/** Saves, and waits until the page that is drawn from the database says when. */
async function saveRules(page: Page) {
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("[data-sonner-toast]").last()).toContainText("Saved");
  await page.reload();
}

test("the shop decides after how many unclear messages a person takes over", async ({ browser }) => {
  const page = await openAs(browser, "/settings/escalation", { role: "owner" });
  const trouble = collectTrouble(page);
  const messages = page.locator("input[name=unclear]");
  await expect(messages).toHaveValue("2");
  expect(await mumble()).toMatchObject({ owner: "bot" });
  await messages.fill("1");
  await saveRules(page);
  await expect(messages).toHaveValue("1");
  expect(await mumble()).toMatchObject({ owner: "human", handoffReason: "low_confidence" });
  await page.getByRole("switch", { name: "When the bot does not understand" }).click();
  await expect(messages).toBeHidden();
  await saveRules(page);
  expect(await mumble()).toMatchObject({ owner: "bot" });
  await page.getByRole("switch", { name: "When the bot does not understand" }).click();
  await messages.fill("2");
  await saveRules(page);
  await messages.fill("9");
  await page.getByRole("button", { name: "Save" }).click();
  expect(await messages.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
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
  await expect(page.getByText("Nobody wrote to customers in this period.")).toBeVisible();
  expect(trouble).toEqual([]);
});

for (const path of ["/service-quality", "/settings/escalation"]) {
  test(`${path} is accessible, in both themes, in three languages, on a phone`, async ({ browser }) => {
    for (const [locale, theme, width] of [
      ["en", "light", 1440],
      ["zh-CN", "dark", 390],
      ["es", "light", 390],
    ] as const) {
      const options = { role: "owner" as const, locale, theme };
      const page = await openAs(browser, path, options, { width, height: 900 });
      await expect(page.locator("h1")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });
}
