import { randomUUID } from "node:crypto";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { expectAccessible } from "./support/page-checks";
import { desk } from "./support/storefront";

/** Words that no other test writes: runs do not get into each other's way. */
const unique = () => randomUUID().slice(0, 8);
const rowOf = (page: Page, id: string): Locator => page.locator(`a[data-conversation="${id}"]`);
const log = (page: Page): Locator => page.getByRole("log");

/** A customer of the `api` channel who writes and is then answered by the agent whose page it is. */
async function talk(name: string | undefined, text: string, locale: "zh" | "en" | "es" = "en") {
  const externalId = `tools-${randomUUID()}`;
  const customer = { externalId, locale, ...(name ? { name } : {}) };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  await desk("POST", `/conversations/${id}/messages`, {
    author: "customer",
    text,
    clientMessageId: randomUUID(),
  });
  return id;
}

async function openInbox(
  browser: Browser,
  path: string,
  options?: Parameters<typeof openAs>[2],
  viewport?: Parameters<typeof openAs>[3],
): Promise<Page> {
  const page = await openAs(browser, path, options, viewport);
  await expect(page.locator("[data-live]")).toBeAttached();
  return page;
}

async function openTaken(page: Page, id: string): Promise<Locator> {
  await page.goto(`/inbox/${id}`);
  await expect(page.locator("[data-live]")).toBeAttached();
  const field = page.getByRole("textbox", { name: "Reply" });
  const takeOver = page.getByRole("button", { name: "Take over" }).first();
  // Where conversations are given out by themselves, it may be this agent's already.
  await expect(takeOver.or(field).first()).toBeVisible();
  if (await takeOver.isVisible()) await takeOver.click();
  await expect(field).toBeVisible();
  return field;
}

test("a canned reply is written in the settings and put into a reply by a slash, filled in", async ({
  browser,
}) => {
  const name = `late-${unique()}`;
  const settings = await openAs(browser, "/settings/canned-replies", { role: "operator" });
  await settings.getByRole("button", { name: "New reply" }).click();
  const dialog = settings.getByRole("dialog");
  await dialog.getByLabel("Short name").fill("two words");
  await dialog.getByLabel("English").fill("Hello ");
  await dialog.getByRole("button", { name: "Customer’s name" }).click();
  await expect(dialog.getByLabel("English")).toHaveValue("Hello {{customer.name}}");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("without blanks");
  await dialog.getByLabel("Short name").fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await settings.getByRole("searchbox", { name: "Search canned replies" }).fill(name);
  const row = settings.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("The shop’s");
  await expectAccessible(settings);

  const page = await openInbox(browser, "/inbox");
  const field = await openTaken(page, await talk("Nora Vale", "I want a person"));
  await field.pressSequentially(`/${name.slice(0, 9)}`);
  const list = page.getByRole("listbox", { name: "Canned replies" });
  await expect(list.getByRole("option").first()).toContainText(`/${name}`);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await field.pressSequentially(name.slice(9));
  await expect(list).toBeHidden();
  await field.fill("");
  await field.pressSequentially(`/${name}`);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Hello Nora Vale");
  await page.keyboard.press("Control+Enter");
  await expect(log(page).locator("[data-author=agent]").last()).toContainText("Hello Nora Vale");

  // The use is counted.
  await settings.reload();
  await expect(row.getByRole("cell").nth(4)).toHaveText("1");
  await row.getByRole("button", { name: `Delete /${name}` }).click();
  await settings.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(settings.getByText("No reply matches.")).toBeVisible();
  await settings.context().close();
  await page.context().close();
});

test("a variable without a value is shown, and is not sent", async ({ browser }) => {
  const name = `empty-${unique()}`;
  await desk("POST", "/canned-replies", { name, texts: { en: "Dear {{customer.name}}, thanks" } });
  const page = await openInbox(browser, "/inbox");
  const field = await openTaken(page, await talk(undefined, "I want a person"));
  await field.pressSequentially(`/${name}`);
  const offered = page.getByRole("listbox", { name: "Canned replies" }).getByRole("option");
  await expect(offered).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Fill in before sending:")).toBeVisible();
  const send = page.getByRole("button", { name: "Send", exact: true });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+Enter");
  await expect(field).toHaveValue("Dear {{customer.name}}, thanks");
  // It is selected, so that the name is simply written over it.
  await page.keyboard.type("Mr Yu");
  await expect(field).toHaveValue("Dear Mr Yu, thanks");
  await expect(send).toHaveAttribute("aria-disabled", "false");
  await page.context().close();
});

test("a label is put on by the keyboard, filters the list by its address, and comes off", async ({
  browser,
}) => {
  const word = `Label ${unique()}`;
  const page = await openInbox(browser, "/inbox");
  const id = await talk("Lea", "I want a person");
  await openTaken(page, id);
  await page.locator("h2").first().click();
  await page.keyboard.press("l");
  const picker = page.getByRole("dialog", { name: "Labels" });
  await picker.getByRole("combobox").fill(word);
  await picker.getByRole("option", { name: `Make “${word}”` }).click();
  await expect(page.locator("header [data-label]").filter({ hasText: word })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("/inbox?view=mine");
  await expect(rowOf(page, id).locator("[data-label]")).toHaveText(word);
  await page.getByRole("button", { name: "Filter the list" }).click();
  await page.getByRole("dialog", { name: "Filter the list" }).getByRole("option", { name: word }).click();
  await expect(page).toHaveURL(/label=/);
  await expect(page.locator("a[data-conversation]")).toHaveCount(1);
  await page.reload();
  await expect(page.locator("a[data-conversation]")).toHaveCount(1);
  await expectAccessible(page);

  await rowOf(page, id).click();
  await expect(log(page)).toBeVisible();
  await page.keyboard.press("l");
  await page.getByRole("dialog", { name: "Labels" }).getByRole("option", { name: word }).click();
  await expect(page.locator("header [data-label]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all labels" }).click();
  await expect(page).not.toHaveURL(/label=/);
  await page.context().close();
});

test("search finds Chinese and marks it where it stands, and leads to the message", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "zh-CN" });
  const mark = unique();
  const id = await talk("周敏", `我买的青花瓷茶壶 ${mark} 壶嘴碎了`, "zh");
  await page.getByRole("textbox", { name: "搜索会话" }).fill(`青花 ${mark}`);
  const hit = rowOf(page, id).getByTestId("hit");
  await expect(hit.locator("mark").first()).toHaveText("青花");
  await expect(hit).toContainText("顾客");
  await expect(page.locator("a[data-conversation]")).toHaveCount(1);
  await rowOf(page, id).click();
  await expect(page).toHaveURL(/#message-/);
  await expect(log(page).locator("[data-author=customer]").first()).toBeInViewport();
  await expectAccessible(page);
  await page.context().close();
});

test("a colleague who is mentioned in a note sees it live, and as read once it is open", async ({
  browser,
}) => {
  const other = await openInbox(browser, "/inbox", { index: 1 });
  const before = Number((await other.getByTestId("count-mentions").allTextContents())[0] ?? 0);
  const page = await openInbox(browser, "/inbox");
  const id = await talk("Omar", "I want a person");
  await openTaken(page, id);
  await page.keyboard.press("Escape");
  await page.locator("h2").first().click();
  await page.keyboard.press("n");
  const name = "Sofía Marín";
  const field = page.getByRole("textbox", { name: "Note" });
  await field.pressSequentially("@");
  const people = page.getByRole("listbox", { name: "Colleagues" });
  await expect(people.getByRole("option").first()).toBeVisible();
  await field.pressSequentially(name.split(" ")[0]!);
  await expect(people.getByRole("option")).toHaveText([new RegExp(name)]);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`@${name} `);
  await page.keyboard.type("please look");
  await page.keyboard.press("Control+Enter");
  await expect(log(page).locator("[data-author=note] [data-mention]")).toHaveText(`@${name}`);

  await expect(other.getByTestId("count-mentions")).toHaveText(String(before + 1));
  await other.getByRole("link", { name: /^Mentions/ }).click();
  await expect(other).toHaveURL(/view=mentions/);
  await expect(rowOf(other, id).getByTestId("unread-mention")).toBeVisible();
  await expectAccessible(other);
  await rowOf(other, id).click();
  await expect(log(other).locator("[data-mention]")).toBeVisible();
  await expect(rowOf(other, id).getByTestId("unread-mention")).toBeHidden();
  if (before === 0) await expect(other.getByTestId("count-mentions")).toBeHidden();
  else await expect(other.getByTestId("count-mentions")).toHaveText(String(before));
  await page.context().close();
  await other.context().close();
});
