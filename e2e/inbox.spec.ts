import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";
import { expectAccessibleInBothThemes } from "./support/page-checks";
import { desk } from "./support/storefront";

const url = process.env.ZHANGGUI_E2E_URL!;

interface VisitorMessage {
  author: string;
  text: string;
}

/** A customer at the chat widget, without its page: the same routes with the same token. */
class Visitor {
  private constructor(private readonly token: string) {}

  static async arrive(): Promise<Visitor> {
    const { token } = await post("/widget/sessions", { widgetKey: readDemo().widgetKey });
    return new Visitor(token);
  }

  say(
    text: string,
  ): Promise<{ reply: { text: string } | null; conversation: { id: string; owner: string } }> {
    return post("/widget/messages", { text, clientMessageId: randomUUID() }, this.token);
  }

  type(isTyping: boolean): Promise<unknown> {
    return post("/widget/typing", { isTyping }, this.token);
  }

  async read(): Promise<VisitorMessage[]> {
    const response = await fetch(`${url}/api/v1/widget/conversation`, {
      headers: { Authorization: `Bearer ${this.token}` },
    });
    const { messages } = (await response.json()) as { messages: VisitorMessage[] };
    return messages;
  }
}

async function post(path: string, body: unknown, token?: string) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, `${path}: ${text}`).toBe(true);
  return text ? JSON.parse(text) : {};
}

const rowOf = (page: Page, id: string): Locator => page.locator(`a[data-conversation="${id}"]`);
const log = (page: Page): Locator => page.getByRole("log");
const standing = (page: Page): Locator => page.locator("[data-standing]");

const countWaiting = async () =>
  (await desk<{ needsPerson: number }>("GET", "/conversations/counts")).needsPerson;

async function openRow(page: Page, id: string): Promise<void> {
  await rowOf(page, id).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(log(page)).toBeVisible();
}

/** The page is live once its stream is open; before that nothing can arrive. */
async function openInbox(
  browser: Parameters<typeof openAs>[0],
  path: string,
  options?: Parameters<typeof openAs>[2],
  viewport?: Parameters<typeof openAs>[3],
): Promise<Page> {
  const page = await openAs(browser, path, options, viewport);
  await expect(page.locator("[data-live]")).toBeAttached();
  return page;
}

test("a customer who asks for a person is taken over, answered, handed back and resolved, without a reload", async ({
  browser,
}) => {
  const page = await openInbox(browser, "/inbox", { locale: "zh-CN" });
  const waiting = page.getByTestId("count-needs_person");
  const visitor = await Visitor.arrive();
  await visitor.say("你好，我的快递到哪里了？");
  const asked = await visitor.say("转人工");
  const { id } = asked.conversation;
  expect(asked.conversation.owner).toBe("human");

  // It stands in the list at once, says why, and the counts follow.
  await expect(rowOf(page, id)).toBeVisible({ timeout: 2_000 });
  await expect(rowOf(page, id)).toContainText("要求人工");
  await expect(rowOf(page, id).getByTestId("waiting-time")).toBeVisible();
  // Other tests come and go in the same shop: the page is to say what the desk counts, whatever that is.
  await expect.poll(async () => Number(await waiting.textContent()) - (await countWaiting())).toBe(0);
  expect(await countWaiting()).toBeGreaterThan(0);
  await expect(page).toHaveTitle(/^\(\d+\)/);

  // History, intent in the reader's words, and the reason of the handoff.
  await openRow(page, id);
  await expect(log(page).locator("[data-author=customer]").first()).toContainText("我的快递到哪里了");
  await expect(log(page).locator("[data-author=customer]").first()).toContainText(/查询订单\/物流 \d+%/);
  await expect(log(page).locator("[data-activity=handoff]")).toContainText("顾客要求人工");
  await expect(standing(page)).toHaveText("等待人工");
  await expect(page.getByRole("complementary", { name: "顾客资料" })).toContainText("查物流");

  // Taken over: the bot is silent, both sides write live.
  await page.keyboard.press("t");
  await expect(standing(page)).toHaveText("您正在接待 · 机器人已静音");
  await expect(log(page).locator("[data-activity=takeover]")).toContainText("接管");
  const silent = await visitor.say("我的快递三天没动了");
  expect(silent.reply).toBeNull();
  await expect(log(page).getByText("我的快递三天没动了")).toBeVisible({ timeout: 2_000 });
  await visitor.type(true);
  await expect(page.getByText("顾客正在输入…")).toBeVisible();
  const field = page.getByRole("textbox", { name: "回复" });
  await field.fill("您好，我马上查。");
  await field.press("Enter");
  await field.pressSequentially("请稍等。");
  await field.press("ControlOrMeta+Enter");
  await expect(field).toHaveValue("");
  await expect(log(page).locator("[data-author=agent]")).toHaveText(/您好，我马上查。\n请稍等。/);
  await expect(log(page).getByText("发送中…")).toHaveCount(0);
  expect((await visitor.read()).at(-1)).toMatchObject({
    author: "agent",
    text: "您好，我马上查。\n请稍等。",
  });

  // Handed back: the bot answers again, and what it waits for is said in words.
  await page.getByRole("button", { name: "交还机器人" }).click();
  await expect(standing(page)).toHaveText("机器人正在接待");
  await expect(page.getByText("接管后才能回复顾客", { exact: false })).toBeVisible();
  // The screen is ahead of the server: what the log says has happened.
  await expect(log(page).locator("[data-activity=handback]")).toBeVisible();
  const answered = await visitor.say("订单 HP-99999 到哪了");
  expect(answered.reply).not.toBeNull();
  await expect(log(page).getByText(answered.reply!.text)).toBeVisible({ timeout: 2_000 });
  await expect(page.getByText("订单 HP-99999 的核实信息")).toBeVisible();

  // Resolved, and taken back.
  await page.getByRole("heading", { level: 2 }).first().focus();
  await page.keyboard.press("e");
  await expect(standing(page)).toHaveText("已解决");
  const done = page.locator("[data-sonner-toast]").filter({ hasText: "已解决" });
  await done.getByRole("button", { name: "撤销" }).click();
  await expect(standing(page)).toHaveText("机器人正在接待");
  await page.context().close();
});

test("a note stays inside: colleagues see it, the customer does not", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "en" });
  const visitor = await Visitor.arrive();
  const { conversation } = await visitor.say("human");
  await openRow(page, conversation.id);
  await page.locator("[data-mode] label", { hasText: "Note" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Third parcel stuck in Foshan, please check.");
  await page.getByRole("button", { name: "Add note" }).click();
  const note = log(page).locator("[data-author=note]");
  await expect(note).toContainText("the customer does not see it");
  await expect(note).toHaveCount(1);
  await page.reload();
  await expect(note).toContainText("Third parcel stuck in Foshan");
  expect(JSON.stringify(await visitor.read())).not.toContain("Foshan");
  await page.context().close();
});

test("of two agents who take over at once one wins, and the other is told who", async ({ browser }) => {
  const [chen, sofia] = await Promise.all([
    openInbox(browser, "/inbox", { index: 0, locale: "en" }),
    openInbox(browser, "/inbox", { index: 1, locale: "en" }),
  ]);
  const visitor = await Visitor.arrive();
  const { conversation } = await visitor.say("I want to talk to a human");
  for (const page of [chen, sofia]) {
    await openRow(page, conversation.id);
    await expect(standing(page)).toHaveText("Waiting for a person");
  }
  await Promise.all([chen.keyboard.press("t"), sofia.keyboard.press("t")]);
  const words = () => Promise.all([chen, sofia].map((page) => standing(page).textContent()));
  await expect
    .poll(async () => (await words()).filter((text) => text === "You are answering · bot silent").length)
    .toBe(1);
  await expect
    .poll(async () => (await words()).filter((text) => /^(Chen|Sof).* is answering$/.test(text ?? "")).length)
    .toBe(1);
  const loser = (await words())[0]?.startsWith("You") ? sofia : chen;
  await expect(loser.getByText(/already has this conversation/)).toBeVisible();
  await chen.context().close();
  await sofia.context().close();
});

test("a reply that cannot be sent keeps its text and can be sent again", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "en" });
  const visitor = await Visitor.arrive();
  const { conversation } = await visitor.say("human");
  await openRow(page, conversation.id);
  await page.keyboard.press("t");
  await expect(standing(page)).toHaveText("You are answering · bot silent");
  await page.context().setOffline(true);
  const field = page.getByRole("textbox", { name: "Reply" });
  await field.fill("This must not be lost.");
  await field.press("ControlOrMeta+Enter");
  await expect(page.getByText("The server could not be reached.", { exact: false })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("Not sent.", { exact: false })).toHaveCount(0);
  await expect(log(page).locator("[data-author=agent]")).toHaveCount(1);
  await expect.poll(async () => (await visitor.read()).at(-1)?.text).toBe("This must not be lost.");
  await page.context().close();
});

test("who has scrolled up is not moved, and is offered the new messages", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "en" }, { width: 1280, height: 600 });
  const visitor = await Visitor.arrive();
  const { conversation } = await visitor.say("human");
  for (let line = 1; line <= 14; line++) await visitor.say(`Line number ${line}`);
  await openRow(page, conversation.id);
  await expect(log(page).getByText("Line number 14")).toBeInViewport();
  await log(page).evaluate((element) => element.scrollTo({ top: -400 }));
  const anchor = log(page).getByText("Line number 6", { exact: true });
  await expect(anchor).toBeInViewport();
  const before = await anchor.boundingBox();
  await visitor.say("One more line");
  const pill = page.getByRole("button", { name: "1 new message" });
  await expect(pill).toBeVisible();
  expect((await anchor.boundingBox())?.y).toBeCloseTo(before!.y, 0);
  await pill.click();
  await expect(log(page).getByText("One more line")).toBeInViewport();
  await page.context().close();
});

test("the keyboard is enough, and its single keys can be switched off", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox?view=resolved", { locale: "en" });
  const rows = page.locator("a[data-conversation]");
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await expect(rows.nth(1)).toBeFocused();
  const id = await rows.nth(1).getAttribute("data-conversation");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/inbox/${id}\\?view=resolved`));
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox\?view=resolved$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Next conversation");
  await page.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.locator("#content").focus();
  await page.keyboard.press("j");
  await expect(rows.nth(0)).not.toBeFocused();
  await page.context().close();
});

test("search runs through all conversations and says when there is nothing", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "en" });
  const visitor = await Visitor.arrive();
  const word = `Zx${randomUUID().slice(0, 8)}`;
  const { conversation } = await visitor.say(`hello ${word}`);
  await page.getByRole("textbox", { name: "Search conversations" }).fill(word);
  await expect(page).toHaveURL(new RegExp(`q=${word}`));
  await expect(page.locator("a[data-conversation]")).toHaveCount(1);
  await expect(rowOf(page, conversation.id)).toBeVisible();
  await page.getByRole("textbox", { name: "Search conversations" }).fill(`${word}-nothing`);
  await expect(page.getByText("No conversation contains", { exact: false })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Clear search" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.context().close();
});

test("a viewer reads along and can write nothing", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox?view=resolved", { role: "viewer", locale: "en" });
  await page.locator("a[data-conversation]").first().click();
  await expect(log(page)).toBeVisible();
  await expect(page.getByText("Writing needs the role of an agent.", { exact: false })).toBeVisible();
  await expect(page.locator("textarea")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^(Take over|Resolve|Reopen)$/ })).toHaveCount(0);
  await page.context().close();
});

test("on a phone list, thread and customer stand one behind the other", async ({ browser }) => {
  const phone = { width: 390, height: 844 };
  const page = await openInbox(browser, "/inbox?view=resolved", { locale: "es" }, phone);
  // By its id: others are resolved meanwhile and stand above it.
  const first = await page.locator("a[data-conversation]").first().getAttribute("data-conversation");
  const row = rowOf(page, first!);
  await row.click();
  await expect(row).toBeHidden();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await page.getByRole("button", { name: "Sobre el cliente" }).click();
  await expect(page.getByRole("dialog", { name: "Sobre el cliente" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Volver a la lista" }).click();
  await expect(row).toBeVisible();
  await expect(row).toBeFocused();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});

test("axe finds nothing, in either theme", async ({ browser }) => {
  const page = await openInbox(browser, "/inbox", { locale: "en" });
  const check = () => expectAccessibleInBothThemes(page, { hasBestPractice: true });
  await check();
  const visitor = await Visitor.arrive();
  const { conversation } = await visitor.say("I want to talk to a human");
  await openRow(page, conversation.id);
  await check();
  await page.keyboard.press("t");
  await page.keyboard.press("Escape");
  await page.locator("[data-mode] label", { hasText: "Note" }).click();
  await check();
  await page.context().close();
});
