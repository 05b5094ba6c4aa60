import { randomUUID } from "node:crypto";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk } from "./support/storefront";

const unique = () => randomUUID().slice(0, 8);
const rowOf = (page: Page, id: string): Locator => page.locator(`a[data-conversation="${id}"]`);
const rows = (page: Page): Locator => page.locator("a[data-conversation]");
const bar = (page: Page): Locator => page.getByTestId("bulk-bar");
const toast = (page: Page, text: string | RegExp): Locator =>
  page.locator("[data-sonner-toast]").filter({ hasText: text });

/** A customer of the `api` channel who asks for a person. */
async function waiting(name: string, text = "I want a person"): Promise<string> {
  const customer = { externalId: `bulk-${randomUUID()}`, locale: "en", name };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  const message = { author: "customer", text, clientMessageId: randomUUID() };
  await desk("POST", `/conversations/${id}/messages`, message);
  return id;
}

/** Customers whom no other test has, in a list that shows them alone. */
async function openWith(browser: Browser, count: number, options: Parameters<typeof openAs>[2] = {}) {
  const mark = `Bulk${unique()}`;
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await waiting(`${mark} ${index}`));
  const page = await openAs(browser, `/inbox?q=${mark}`, options);
  await expect(page.locator("[data-live]")).toBeAttached();
  await expect(rows(page)).toHaveCount(count);
  return { page, ids, mark };
}
const stateOf = (id: string) =>
  desk<{ status: string; assigneeId: string | null; labels: { name: string }[] }>(
    "GET",
    `/conversations/${id}`,
  );

test("rows are chosen by the keyboard, resolved together, and put back", async ({ browser }) => {
  const { page, ids } = await openWith(browser, 3);
  await rows(page).first().focus();
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("1 selected");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("2 selected");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeHidden();
  await rows(page).first().focus();
  await page.keyboard.press("x");
  await rows(page)
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("3 selected");
  await expectAccessible(page);
  await page.keyboard.press("e");
  await expect(toast(page, "Resolved 3 conversations")).toBeVisible();
  await expect.poll(async () => (await stateOf(ids[1]!)).status).toBe("resolved");
  await toast(page, "Resolved 3").getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "3 conversations put back as they were")).toBeVisible();
  for (const id of ids) expect((await stateOf(id)).status).toBe("open");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Select or let go the conversation");
  await page.context().close();
});

test("a colleague’s conversation is refused, and the toast says why; the others go through", async ({
  browser,
}) => {
  const { page, ids } = await openWith(browser, 2, { index: 1 });
  const { members } = await desk<{ members: { userId: string; name: string }[] }>("GET", "/assignment");
  const colleague = members.find(({ name }) => name !== "Sofía Marín")!;
  await desk("POST", `/conversations/${ids[0]}/assign`, { assigneeId: colleague.userId });
  for (const [at, id] of ids.entries()) {
    await rowOf(page, id).focus();
    await page.keyboard.press("x");
    await expect(bar(page)).toContainText(`${at + 1} selected`);
  }
  await page.keyboard.press("t");
  const said = toast(page, "Took over 1 conversation");
  await expect(said).toContainText("1 belongs to a colleague.");
  expect((await stateOf(ids[0]!)).assigneeId).toBe(colleague.userId);
  await page.context().close();
});

test("labels are put on many at once, and taken off", async ({ browser }) => {
  const word = `Bulk label ${unique()}`;
  await desk("POST", "/labels", { name: word });
  const { page, ids } = await openWith(browser, 2);
  await rows(page).first().focus();
  await page.keyboard.press("x");
  await bar(page).getByRole("checkbox", { name: "Select all that are loaded" }).click();
  await expect(bar(page)).toContainText("2 selected");
  await page.keyboard.press("l");
  const picker = page.getByRole("dialog", { name: "Labels" });
  await picker.getByRole("option", { name: word }).click();
  for (const id of ids) await expect(rowOf(page, id).locator("[data-label]")).toHaveText(word);
  await expect(toast(page, "Labels changed on 2 conversations")).toBeVisible();
  await picker.getByRole("option", { name: word }).click();
  for (const id of ids) await expect(rowOf(page, id).locator("[data-label]")).toHaveCount(0);
  await page.context().close();
});

test("filters are saved as a view, which has an address, is renamed, found by ⌘K, and deleted", async ({
  browser,
}) => {
  const name = `View ${unique()}`;
  const page = await openAs(browser, "/inbox?view=bot", { role: "operator" });
  await expect(page.locator("[data-live]")).toBeAttached();
  await page.getByRole("button", { name: "Filter the list" }).click();
  const filter = page.getByRole("dialog", { name: "Filter the list" });
  await filter.getByLabel("Customer’s language").selectOption("zh");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/language=zh/);
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this list as a view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Who sees it").selectOption("shop");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}$/);
  await expect(page.getByRole("button", { name: `Views, now ${name}` })).toBeVisible();
  await expectAccessible(page);

  // Narrowed otherwise than it was saved, it can be saved again or gone back to.
  await page.getByRole("button", { name: "Show all: no longer only “Chinese”" }).click();
  await expect(page).toHaveURL(/language=any/);
  await page.getByRole("button", { name: "Back to the saved view" }).click();
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByRole("button", { name: `Views, now ${name}` })).toBeVisible();

  await page.getByRole("button", { name: `More for the view “${name}”` }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const rename = page.getByRole("dialog", { name: `Rename “${name}”` });
  await rename.getByLabel("Name").fill(`${name} b`);
  await rename.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: `Views, now ${name} b` })).toBeVisible();

  const agent = await openAs(browser, "/inbox");
  await expect(agent.locator("[data-live]")).toBeAttached();
  await agent.keyboard.press("Control+k");
  await agent.getByRole("combobox").fill(name);
  await agent.getByRole("option", { name: `Open the view “${name} b”` }).click();
  await expect(agent.getByRole("button", { name: `Views, now ${name} b` })).toBeVisible();
  await agent.keyboard.press("v");
  const menu = agent.getByRole("dialog", { name: "Views" });
  await expect(menu.getByRole("option", { name: `${name} b` })).toContainText(/\d/);
  await menu.getByRole("option", { name: "Inbox", exact: true }).click();
  await expect(agent).not.toHaveURL(/view=/);
  await agent.context().close();

  await page.getByRole("button", { name: `More for the view “${name} b”` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  const confirm = page.getByRole("alertdialog", { name: `Delete the view “${name} b”?` });
  await confirm.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Views, now Inbox" })).toBeVisible();
  await page.context().close();
});

test("a macro is made, its steps moved by keys, run by one key, and seen in the thread", async ({
  browser,
}) => {
  const name = `Macro ${unique()}`;
  const settings = await openAs(browser, "/settings/macros", { role: "operator" });
  await settings.getByRole("button", { name: "New macro" }).click();
  const dialog = settings.getByRole("dialog", { name: "New macro" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "Add a step first." })).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  for (const step of ["Reply to the customer", "Take over", "Resolve"]) {
    await dialog.getByRole("button", { name: "Add a step" }).click();
    await settings.getByRole("menuitem", { name: step }).click();
    // Pressed while the menu fades away, the button would close it and open none.
    await expect(settings.getByRole("menu")).toHaveCount(0);
  }
  await dialog.getByLabel("Reply in English").fill("Goodbye ");
  await dialog.getByRole("button", { name: "Customer’s name" }).click();
  await dialog.getByLabel("Reply in English").focus();
  await settings.keyboard.press("Alt+ArrowDown");
  await expect(dialog.locator("[data-step]").first()).toHaveAttribute("data-step", "take_over");
  await expect(dialog.getByLabel("Reply in English")).toBeFocused();
  await expect(dialog.getByTestId("macro-preview").getByRole("listitem")).toHaveText([
    "Takes it over",
    "Replies: Goodbye Lin Xiaoyu",
    "Resolves it",
  ]);
  await expectAccessible(settings);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const id = await waiting("Marta Bulk");
  const page = await openAs(browser, `/inbox/${id}`);
  await expect(page.locator("[data-live]")).toBeAttached();
  await page.locator("h2").first().click();
  await page.keyboard.press("m");
  const picker = page.getByRole("dialog", { name: "Run a macro" });
  await picker.getByRole("combobox").fill(name);
  await expect(picker.getByTestId("macro-steps").getByRole("listitem")).toHaveCount(3);
  await expectAccessible(page);
  await picker.getByRole("combobox").press("Enter");
  // Whatever it says, so that a refusal is told here.
  await expect(page.locator("[data-sonner-toast]").first()).toContainText(`“${name}” has run`);
  const log = page.getByRole("log");
  await expect(log.locator("[data-author=agent]").last()).toContainText("Goodbye Marta Bulk");
  await expect(log.locator('[data-activity="macro"]')).toContainText(`ran the macro “${name}”`);
  expect((await stateOf(id)).status).toBe("resolved");
  await page.context().close();

  await settings.getByRole("searchbox", { name: "Search macros" }).fill(name);
  await settings
    .getByRole("row", { name: new RegExp(name) })
    .getByRole("button", { name: /Delete/ })
    .click();
  await settings.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(settings.getByText("No macro matches.")).toBeVisible();
  await settings.context().close();
});

test("a macro that would write to many is asked about first, and says where it could not run", async ({
  browser,
}) => {
  const name = `Many ${unique()}`;
  const { page, ids } = await openWith(browser, 2);
  const steps = [{ type: "reply", texts: { en: "Hello {{customer.name}}" } }];
  const macro = await desk<{ id: string }>("POST", "/macros", { name, steps });
  await desk("POST", `/conversations/${ids[0]}/handback`, {});
  for (const [at, id] of ids.entries()) {
    await rowOf(page, id).focus();
    await page.keyboard.press("x");
    await expect(bar(page)).toContainText(`${at + 1} selected`);
  }
  await page.keyboard.press("m");
  await page.getByRole("dialog", { name: "Run a macro" }).getByRole("combobox").fill(name);
  await expect(page.getByRole("dialog").getByRole("option", { name })).toBeVisible();
  await page.keyboard.press("Enter");
  const confirm = page.getByRole("alertdialog", { name: `Run “${name}” on 2 conversations?` });
  await confirm.getByRole("button", { name: "Run on 2" }).click();
  const said = toast(page, `“${name}” ran on 1 conversation`);
  await expect(said).toContainText("In 1 the bot is answering");
  await desk("DELETE", `/macros/${macro.id}`);
  await page.context().close();
});

test("on a phone rows are chosen by touch, and nothing runs out of the window", async ({ browser }) => {
  const phone = { width: 390, height: 844 };
  for (const [locale, theme] of [
    ["es", "dark"],
    ["zh-CN", "light"],
  ] as const) {
    const page = await openAs(browser, "/inbox?view=resolved", { locale, theme, role: "operator" }, phone);
    await expect(page.locator("[data-live]")).toBeAttached();
    const finger = { pointerType: "touch", clientX: 60, clientY: 240 };
    await rows(page).first().dispatchEvent("pointerdown", finger);
    await expect(bar(page)).toBeVisible();
    await rows(page).first().dispatchEvent("pointerup", finger);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
    await page.locator("[data-select-rows]").click();
    await expect(bar(page)).toBeVisible();
    await page.getByRole("checkbox").nth(1).click();
    await expectNoSidewaysScroll(page);
    if (theme === "dark") await expectAccessible(page);
    await page.context().close();
  }
});
