import { expect, type Locator, type Page } from "@playwright/test";

/** Makes a widget key on the open settings page; its card, and the key as it stands in the script tag. */
export async function createWidgetKey(settings: Page): Promise<{ card: Locator; key: string }> {
  const cards = settings.locator("[data-slot=card]").filter({ hasText: "Script tag" });
  const before = await cards.count();
  await settings.getByRole("button", { name: "New key" }).click();
  await expect(cards).toHaveCount(before + 1);
  const card = cards.last();
  const tag = await card.locator("code").first().innerText();
  return { card, key: /data-key="([^"]+)"/.exec(tag)![1]! };
}
