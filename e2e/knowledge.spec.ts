import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";
import { collectTrouble, expectAccessibleInBothThemes } from "./support/page-checks";
import { desk, Storefront } from "./support/storefront";

const url = process.env.ZHANGGUI_E2E_URL!;

interface Article {
  id: string;
  title: string;
  latestVersion: number;
}

/** Words that no other test and no earlier run has used. */
const unique = () => randomUUID().slice(0, 8);
const toast = (page: Page): Locator => page.locator("[data-sonner-toast]").last();
const verdict = (page: Page): Locator => page.getByTestId("verdict");
const question = (page: Page, text: string): Locator =>
  page.locator("li[data-question]").filter({ hasText: text });

function write(title: string, body: string, more: object = {}): Promise<Article> {
  return desk<Article>("POST", "/knowledge/articles", { language: "en", title, body, ...more });
}

const bodyField = (page: Page): Locator => page.getByRole("textbox", { name: "Text", exact: true });

/** Writes the text until the page knows of it: before its scripts have come, what is typed is not noticed. */
async function writeText(page: Page, body: string): Promise<void> {
  await expect(async () => {
    await bodyField(page).fill(body, { timeout: 1_000 });
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeEnabled({ timeout: 1_000 });
    await expect(bodyField(page)).toHaveValue(body, { timeout: 1_000 });
  }).toPass();
}

/** What an earlier try wrote would be found as well as what this one writes. */
async function forget(title: string): Promise<void> {
  const { data } = await desk<{ data: Article[] }>(
    "GET",
    `/knowledge/articles?q=${encodeURIComponent(title)}`,
  );
  for (const { id } of data) await desk("POST", `/knowledge/articles/${id}/archive`);
}

/** Saves a version past the page, as a colleague does. */
async function changeElsewhere(id: string, body: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/knowledge/articles/${id}`, {
    method: "PATCH",
    headers: { Authorization: `Bearer ${readDemo().apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ body }),
  });
  expect(response.status).toBe(200);
}

/** A customer of the shop's own program asks; the bot finds no answer. */
async function askInVain(text: string): Promise<void> {
  const customer = { externalId: `e2e-${randomUUID()}`, locale: "en" };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  await desk("POST", `/conversations/${id}/messages`, {
    ...{ author: "customer", text, clientMessageId: randomUUID() },
  });
  await expect
    .poll(async () => {
      const { data } = await desk<{ data: { text: string }[] }>("GET", "/knowledge/questions?limit=50");
      return data.some((row) => row.text === text);
    })
    .toBe(true);
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Question" }).fill(text);
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL((address) => address.searchParams.get("q") === text);
}

test("an article is written in two languages, published, tried, and the bot answers with it", async ({
  browser,
}) => {
  test.slow();
  const [english, chinese] = ["Do you engrave names on walnut trays?", "胡桃木托盘可以刻名字吗？"];
  for (const title of [english, chinese]) await forget(title);
  const page = await openAs(browser, "/knowledge", { role: "operator" });
  await page.getByRole("link", { name: "New article" }).first().click();
  await expect(page).toHaveURL(/\/knowledge\/new$/);
  await writeText(page, "Yes, up to **twelve letters**, within a week.");
  await page.getByRole("textbox", { name: "Title" }).fill(english);
  await page.getByRole("radio", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "Preview" }).locator("strong")).toHaveText("twelve letters");

  await page.getByRole("tab", { name: /Chinese/ }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(chinese);
  await writeText(page, "可以，最多十二个字母，一周内完成。");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page)).toContainText("Saved in 2 languages");
  await expect(page).toHaveURL(/\/knowledge\/[0-9a-f-]{36}$/);
  const address = page.url();

  for (const tab of [/Chinese/, /English/]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("Version 1 is published.")).toBeVisible();
  }

  await page.goto("/knowledge/try");
  await ask(page, english);
  await expect(verdict(page)).toHaveAttribute("data-confident", "true");
  await expect(verdict(page)).toContainText("up to twelve letters");
  await ask(page, chinese);
  await expect(verdict(page)).toContainText("最多十二个字母");
  await ask(page, "purple seven umbrella blorp?");
  await expect(verdict(page)).toHaveAttribute("data-confident", "false");

  const store = await Storefront.visit(browser, { locale: "en" });
  await store.open();
  const answer = await store.ask(english);
  expect(answer).toContain("up to twelve letters, within a week");
  expect(answer).toContain(english);
  await store.close();
  const chineseStore = await Storefront.visit(browser, { locale: "zh-CN" });
  await chineseStore.open();
  expect(await chineseStore.ask(chinese)).toMatch(/最多十二个字母[\s\S]*胡桃木托盘可以刻名字吗/);
  await chineseStore.close();

  // The conversation leads to the article, and the article to its conversations.
  await page.goto(address);
  await page.getByRole("tab", { name: /Chinese/ }).click();
  await page.getByRole("list", { name: "Used in answers" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/inbox\//);
  await expect(page.getByRole("log").locator("a[href^='/knowledge/']").first()).toBeVisible();
  await page.context().close();
});

test("somebody else's save is told, nothing is lost, and versions are compared and brought back", async ({
  browser,
}) => {
  const title = `Gift wrapping ${unique()}`;
  const { id } = await write(title, "Paper is free.\n\nRibbons cost one euro.");
  const page = await openAs(browser, `/knowledge/${id}`, { role: "operator" });
  const text = bodyField(page);
  await expect(text).toHaveValue(/Ribbons cost one euro/);
  await changeElsewhere(id, "Paper is free.\n\nRibbons cost two euros.");
  await writeText(page, "Paper is free.\n\nRibbons cost three euros.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByTestId("conflict");
  await expect(conflict).toContainText("Somebody saved version 2 meanwhile");
  await expect(text).toHaveValue(/three euros/);
  await conflict.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("[data-diff=removed]")).toContainText("two");
  await expect(dialog.locator("[data-diff=added] mark")).toHaveText("three");
  await page.keyboard.press("Escape");
  await conflict.getByRole("button", { name: "Save mine as the newest" }).click();
  await expect(toast(page)).toContainText("Saved as version 3");
  await expect(conflict).toHaveCount(0);

  const versions = page.getByRole("list", { name: "Versions" }).getByRole("listitem");
  await expect(versions).toHaveCount(3);
  await page.getByRole("button", { name: "Compare version 1" }).click();
  await expect(dialog.locator("[data-diff=added] mark")).toHaveText(["three", "euros"]);
  await dialog.getByRole("button", { name: "Restore version 1" }).click();
  await expect(text).toHaveValue(/one euro/);
  await expect(versions).toHaveCount(4);
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(text).toHaveValue(/three euros/);

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 5 is published.")).toBeVisible();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("Archived: not found, and not in the lists.")).toBeVisible();
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Version 5 is published.")).toBeVisible();
  await page.context().close();
});

test("unsaved changes are warned of, and come back after the back button", async ({ browser }) => {
  const { id, title } = await write(`Opening hours ${unique()}`, "Nine to five.");
  const page = await openAs(browser, "/knowledge", { role: "operator" });
  await page.getByRole("link", { name: title }).click();
  const text = bodyField(page);
  await writeText(page, "Nine to six.");
  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: "Orders" })
    .click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(text).toHaveValue("Nine to six.");
  await expect
    .poll(() =>
      page.evaluate(() => Object.values(sessionStorage).some((value) => value.includes("Nine to six"))),
    )
    .toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(/\/knowledge$/);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByText("Changes that were not saved are back.")).toBeVisible();
  await expect(text).toHaveValue("Nine to six.");
  await page.getByRole("button", { name: "Discard changes" }).first().click();
  await expect(text).toHaveValue("Nine to five.");
  await page.context().close();
});

test("an unanswered question is dismissed, taken back, attached, and answered by a new article", async ({
  browser,
}) => {
  for (const title of ["Noise of lamps", "Can the zorblatt sofa"]) await forget(title);
  const text = `Does the blorp lamp ${unique()} hum at night?`;
  const article = await write(`Noise of lamps ${unique()}`, "None of them hums.", { publish: true });
  await askInVain(text);
  const page = await openAs(browser, "/knowledge/questions", { role: "operator" });
  await question(page, text).getByRole("button", { name: "Dismiss" }).click();
  await expect(question(page, text)).toHaveCount(0);
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await question(page, text).getByRole("button", { name: "Attach" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(article.title);
  await dialog.getByRole("radio", { name: new RegExp(article.title) }).check();
  await dialog.getByRole("button", { name: "Attach" }).click();
  await expect(toast(page)).toContainText(article.title);
  await expect(question(page, text)).toHaveCount(0);
  await page.goto(`/knowledge/try?q=${encodeURIComponent(text)}`);
  await expect(verdict(page)).toContainText("None of them hums");

  const other = `Can the zorblatt sofa ${unique()} float?`;
  await askInVain(other);
  await page.goto("/knowledge/questions");
  await question(page, other).getByRole("link", { name: "Write an article" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(other);
  await writeText(page, "No sofa floats.");
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page).toHaveURL(/\/knowledge\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  await page.goto("/knowledge/questions?status=linked");
  await expect(question(page, other)).toBeVisible();
  await page.context().close();
});

test("a file is looked at before it comes in, and a bad one says why it cannot", async ({ browser }) => {
  const mark = unique();
  const page = await openAs(browser, "/knowledge/import", { role: "operator" });
  const choose = (name: string, content: string) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await choose("faq.docx", "PK");
  await expect(page.getByRole("alert").filter({ hasText: "no Markdown" })).toBeVisible();
  await choose("faq.csv", "name,text2\na,b");
  await expect(page.getByText(/no column for/)).toBeVisible();

  await choose(
    "faq.csv",
    `title,body,language\nDelivery ${mark},Three days.,en\n配送 ${mark},三天。,中文\n,no title,en\n`,
  );
  const result = page.getByTestId("import-result");
  await expect(result).toContainText("2 new, 0 updated, 0 unchanged, 1 problem");
  await expect(result.locator("tr[data-status=rejected]")).toContainText("The title is missing");
  const stored = () => desk<{ data: unknown[] }>("GET", `/knowledge/articles?q=${mark}`);
  expect((await stored()).data).toHaveLength(0);
  await result.getByRole("button", { name: "Import 2 articles" }).click();
  await expect(result).toContainText("2 articles are in.");
  expect((await stored()).data).toHaveLength(2);
  await result.getByRole("link", { name: "To the articles" }).click();
  await page.getByRole("searchbox", { name: "Search articles" }).fill(mark);
  await expect(page.getByRole("table", { name: "Articles" }).locator("tbody tr")).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search articles" }).fill(`${mark} nothing`);
  await expect(page.getByText("No article matches")).toBeVisible();
  await page.context().close();
});

test("a resolved conversation becomes a draft, which is reviewed and published", async ({ browser }) => {
  const asked = `Can I rent the ${unique()} chairs for a wedding?`;
  const customer = { externalId: `e2e-${randomUUID()}`, locale: "en" };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  const say = (author: string, text: string) =>
    desk("POST", `/conversations/${id}/messages`, { author, text, clientMessageId: randomUUID() });
  await say("customer", asked);
  await desk("POST", `/conversations/${id}/takeover`);
  await say("agent", "Yes, for up to three days.");
  await desk("POST", `/conversations/${id}/resolve`);
  const page = await openAs(browser, `/inbox/${id}?view=resolved`, { role: "operator" });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Draft an article from this" }).click();
  await expect(page).toHaveURL(/\/knowledge\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(asked);
  await expect(bodyField(page)).toHaveValue("Yes, for up to three days.");
  await page.goto("/knowledge/drafts");
  const row = page.getByRole("row").filter({ hasText: asked });
  await expect(row.getByRole("link", { name: "A conversation" })).toHaveAttribute("href", `/inbox/${id}`);
  await row.getByRole("button", { name: `Publish “${asked}”` }).click();
  await expect(row).toHaveCount(0);
  await page.goto("/knowledge?state=published");
  await expect(page.getByRole("link", { name: asked })).toBeVisible();
  await page.context().close();
});

test("an agent reads all of it, and is offered nothing that writes", async ({ browser }) => {
  const { id } = await write(`Read only ${unique()}`, "See [the shop](https://shop.test).\n\n<b>no</b>");
  const page = await openAs(browser, "/knowledge", { role: "agent" });
  await expect(page.getByRole("link", { name: "New article" })).toHaveCount(0);
  await page.goto(`/knowledge/${id}`);
  await expect(page.getByRole("article").getByRole("link", { name: "the shop" })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("<b>no</b>");
  await expect(page.getByRole("button", { name: /Save|Publish|Archive/ })).toHaveCount(0);
  await page.goto("/knowledge/new");
  await expect(page.getByText("Your role does not allow this.")).toBeVisible();
  await page.context().close();
});

test("axe finds nothing in the preview and in the comparison of versions, in either theme", async ({
  browser,
}) => {
  const { id } = await write(`Axe ${unique()}`, "# One\n\n- a\n- b", { publish: true });
  await changeElsewhere(id, "# Two\n\n- a\n- b");
  const page = await openAs(browser, `/knowledge/${id}`, { role: "operator" });
  const trouble = collectTrouble(page);
  await page.waitForLoadState("networkidle");
  await page.getByRole("radio", { name: "Preview" }).click();
  await expectAccessibleInBothThemes(page);
  await page.getByRole("button", { name: "Compare version 1" }).click();
  await expect(page.getByRole("dialog").locator("[data-diff]").first()).toBeVisible();
  await expectAccessibleInBothThemes(page);
  expect(trouble).toEqual([]);
  await page.context().close();
});
