import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { makeShop } from "./support/own-shop";
import { expectAccessible } from "./support/page-checks";
import { createWidgetKey } from "./support/widget-key";

// The settings are a whole shop's: one of their own, where one test comes after the other.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const url = process.env.ZHANGGUI_E2E_URL!;
const ALWAYS = [{ from: "00:00", to: "24:00" }];

async function put(page: Page, path: string, body: unknown): Promise<void> {
  const status = await page.evaluate(
    async ([address, json]) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(address!, { method: "PUT", headers, body: json! })).status;
    },
    [`/api/v1${path}`, JSON.stringify(body)],
  );
  expect(status, path).toBe(200);
}

async function resetSettings(page: Page): Promise<void> {
  await put(page, "/business-hours", { week: Array(7).fill(ALWAYS), special: [] });
  await put(page, "/service-levels", { levels: [] });
  await put(page, "/assignment", { mode: "off", matchesLanguage: true, reassignAfterMinutes: null });
}

async function post(path: string, body: unknown, token?: string) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, `${path}: ${text}`).toBe(true);
  return JSON.parse(text);
}

/** A new visitor asks for a person. */
async function askForPerson(): Promise<{ id: string; reply: string; token: string }> {
  const { token } = await post("/widget/sessions", { widgetKey });
  const message = { text: "human", clientMessageId: randomUUID() };
  const { conversation, reply } = await post("/widget/messages", message, token);
  return { id: conversation.id, reply: reply.text, token };
}

async function openInbox(browser: Browser, path: string, index = 0): Promise<Page> {
  const page = await openAs(browser, path, { role: "agent", index, shop });
  await expect(page.locator("[data-live]")).toBeAttached({ timeout: 30_000 });
  return page;
}

const rowOf = (page: Page, id: string) => page.locator(`a[data-conversation="${id}"]`);
const log = (page: Page) => page.getByRole("log");

let owner: Page;
let shop: string;
let widgetKey: string;

/** What is typed before React has the form is lost: wait until it does. */
async function openSettings(page: string): Promise<void> {
  await owner.goto(`/settings/${page}`);
  await owner.waitForFunction(() =>
    Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__react")),
  );
}

test.beforeAll(async ({ browser }) => {
  shop = await makeShop("Time and people");
  owner = await openAs(browser, "/settings/widget", { role: "owner", shop, isForWholeFile: true });
  widgetKey = (await createWidgetKey(owner)).key;
  await resetSettings(owner);
});
test.afterAll(() => owner?.context().close());

test("business hours are set, refused with a reason, and told to whoever is handed over outside them", async () => {
  await openSettings("business-hours");
  await expect(owner.getByText("Open now")).toBeVisible();
  await owner.getByLabel("Monday, period 1: from").fill("18:00");
  await owner.getByLabel("Monday, period 1: to").fill("09:00");
  await owner.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "The end must be after the start" })).toBeVisible();
  // Only the day after tomorrow is worked, so that it is closed now whatever day this runs.
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
  const named = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "Asia/Shanghai" }).format(
    inTwoDays,
  );
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    await owner.getByRole("button", { name: `${day}: remove period 1` }).click();
  await owner.getByRole("button", { name: `${named}: add a period` }).click();
  await owner.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText(new RegExp(`Closed now. Opens ${named}`))).toBeVisible();
  const { reply } = await askForPerson();
  expect(reply).toContain(`will be back on ${named}`);
  expect(reply).toContain("09:00");
  await resetSettings(owner);
});

test("what is due is counted down, goes with the answer, and orders the list", async ({ browser }) => {
  await openSettings("service-levels");
  await owner.getByRole("switch", { name: "All channels" }).click();
  await owner.getByLabel("First answer").fill("12");
  await owner.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("Saved")).toBeVisible();
  const { id } = await askForPerson();
  const page = await openInbox(browser, "/inbox");
  await expect(rowOf(page, id).getByTestId("due-time")).toHaveText(/Due in 1[12] min/);
  await page.getByLabel("Order of the list").selectOption("due");
  await expect(page).toHaveURL(/order=due/);
  await rowOf(page, id).click();
  const due = page.getByText(/First answer due in 1[12] min/);
  await expect(due).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /^Take over/ })
    .first()
    .click();
  await page.getByLabel("Reply", { exact: true }).last().fill("Hello, how can I help?");
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(log(page).getByText("Hello, how can I help?")).toBeVisible();
  await expect(due).toHaveCount(0);
  await page.getByLabel("Order of the list").selectOption("lateOnly");
  await expect(page).toHaveURL(/order=lateOnly/);
  await page.context().close();
  await resetSettings(owner);
});

test("a conversation goes to who is available, and the queue to who comes back", async ({ browser }) => {
  await openSettings("assignment");
  const names = await owner.getByRole("switch", { name: /is available$/ }).count();
  expect(names).toBeGreaterThanOrEqual(3);
  await owner.getByLabel("Assignment", { exact: true }).selectOption("round_robin");
  await owner.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(owner.getByText("Saved").first()).toBeVisible();
  const others = owner.getByRole("switch", { name: /^(?!Chen Yue).* is available$/, checked: true });
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await owner.getByLabel(/^Chen Yue.*most open conversations$/).fill("200");
  await owner.getByRole("button", { name: /^Save Chen Yue/ }).click();

  const page = await openInbox(browser, "/inbox?view=mine");
  const mine = page.getByRole("switch", { name: "I am available" });
  await expect(mine).toBeChecked();
  const first = await askForPerson();
  await expect(rowOf(page, first.id)).toContainText("You");
  await rowOf(page, first.id).click();
  await expect(log(page).getByText(/Given to Chen Yue.* automatically/)).toBeVisible();

  await mine.click();
  await expect(mine).not.toBeChecked();
  const second = await askForPerson();
  await page.locator('[data-view="needs_person"]').click();
  await expect(rowOf(page, second.id)).toBeVisible();
  await mine.click();
  await page.locator('[data-view="mine"]').click();
  await expect(rowOf(page, second.id)).toContainText("You", { timeout: 20_000 });
  await page.context().close();

  const away = owner.getByRole("switch", { name: /is available$/, checked: false });
  await owner.reload();
  for (let left = await away.count(); left > 0; left--) {
    await away.first().click();
    await expect(away).toHaveCount(left - 1);
  }
  await resetSettings(owner);
});

test("two who look at the same conversation see each other, and neither answers over the other unasked", async ({
  browser,
}) => {
  const { id } = await askForPerson();
  const [chen, sofia] = [
    await openInbox(browser, `/inbox/${id}`),
    await openInbox(browser, `/inbox/${id}`, 1),
  ];
  await expect(chen.getByTestId("viewers").first()).toContainText("Sofía Marín is looking at this");
  await expect(sofia.getByTestId("viewers").first()).toContainText(/Chen Yue.* is looking at this/);
  await chen
    .getByRole("button", { name: /^Take over/ })
    .first()
    .click();
  const field = (page: Page) => page.getByLabel("Reply", { exact: true }).last();
  await field(sofia).fill("I can help");
  await field(chen).fill("Already on it");
  await chen.getByRole("button", { name: /^Send/ }).click();
  await expect(log(sofia).getByText("Already on it")).toBeVisible();
  await sofia.getByRole("button", { name: /^Send/ }).click();
  const warning = sofia.getByRole("alertdialog");
  await expect(warning).toContainText(/Chen Yue.* has answered in the meantime/);
  await warning.getByRole("button", { name: "Back to my text" }).click();
  await expect(field(sofia)).toHaveValue("I can help");
  await expect(log(sofia).getByText("I can help")).toHaveCount(0);
  await expect(warning).toBeHidden();
  await sofia.getByRole("button", { name: /^Send/ }).click();
  await expect(log(chen).getByText("I can help")).toBeVisible();
  // Who leaves says so; who falls silent is forgotten after a while, which the board's own test waits for.
  await sofia.goto("/settings/account");
  await expect(chen.getByTestId("viewers")).toHaveCount(0);
  await chen.context().close();
  await sofia.context().close();
});

test("a reply waits for its time, comes back to the composer, and is held when the customer writes", async ({
  browser,
}) => {
  const { id, token } = await askForPerson();
  const page = await openInbox(browser, `/inbox/${id}`);
  await page
    .getByRole("button", { name: /^Take over/ })
    .first()
    .click();
  const field = page.getByLabel("Reply", { exact: true }).last();
  const putOff = async (text: string) => {
    await field.fill(text);
    await page.getByRole("button", { name: "Schedule…" }).click();
    await page.getByRole("menuitem", { name: "Tomorrow, 9:00" }).click();
  };
  const waiting = page.getByRole("list", { name: "Scheduled replies" }).getByRole("listitem");
  await putOff("We have looked it up");
  await expect(waiting).toContainText(/We have looked it up.*Goes out .*09:00 · Chen Yue/);
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: "Back to the composer" }).click();
  await expect(field).toHaveValue("We have looked it up");
  await expect(waiting).toHaveCount(0);
  await putOff("We have looked it up twice");
  await expect(waiting).toHaveCount(1);
  await post("/widget/messages", { text: "Never mind", clientMessageId: randomUUID() }, token);
  await expect(waiting).toContainText("Held: the customer has written since");
  await expect(log(page).getByText(/A scheduled reply was held/)).toBeVisible();
  await waiting.getByRole("button", { name: "Cancel" }).click();
  await expect(waiting).toHaveCount(0);
  await page.context().close();
});
