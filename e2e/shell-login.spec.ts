import { randomUUID } from "node:crypto";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";

const owner = () => readDemo().users.find(({ role }) => role === "owner")!;

/** What the form says went wrong. */
const alert = (page: Page) => page.locator("form [data-slot=alert]");

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a wrong password is told, without saying which of the two was wrong", async ({ page }) => {
  await page.goto("/login");
  await expect(page).toHaveTitle("Sign in · Zhanggui");
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await enter(page, `${randomUUID()}@example.com`, "not the password");
  await expect(alert(page)).toHaveText(
    "E-mail and password do not belong together. Check both and try again.",
  );
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
});

test("guessing ends after eight attempts, for the right password too", async ({ page }) => {
  const email = `${randomUUID()}@example.com`;
  await page.goto("/login");
  for (let attempt = 1; attempt <= 8; attempt++) {
    const answered = page.waitForResponse((response) => response.url().includes("/callback/credentials"));
    await enter(page, email, `guess number ${attempt}`);
    await answered;
    await expect(alert(page)).toContainText("do not belong together");
  }
  await enter(page, email, "guess number 9");
  await expect(alert(page)).toHaveText("Too many attempts. Wait a quarter of an hour and try again.");
});

test("the way leads back to the page that was asked for, and never to another site", async ({ page }) => {
  await page.goto("/orders?status=shipped");
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent("/orders?status=shipped")}`);
  await enter(page, owner().email, owner().password);
  await expect(page).toHaveURL("/orders?status=shipped");

  const own = new URL(page.url()).origin;
  const foreign = [
    "https://example.com/",
    "//example.com/",
    "/\\example.com/",
    "/%09/example.com",
    "javascript:alert(1)",
  ];
  for (const target of foreign) {
    // A signed-in visitor is sent on at once: the target is judged on the server.
    await page.goto(`/login?next=${encodeURIComponent(target)}`);
    expect(new URL(page.url()).origin).toBe(own);
  }
});

test("without a session nothing of the shop is shown, and the API says why", async ({ page, request }) => {
  for (const path of ["/overview", "/orders", "/customers", "/products", "/inbox", "/settings/members"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/^.*\/login/);
  }
  const refused = await request.get("/api/v1/orders");
  expect(refused.status()).toBe(401);
  expect(refused.headers()["content-type"]).toContain("application/problem+json");
  expect(await refused.json()).toMatchObject({ code: "unauthenticated", status: 401 });
  const forged = await request.get("/overview", {
    headers: { cookie: "next-auth.session-token=forged" },
    maxRedirects: 0,
  });
  expect(forged.headers().location ?? (await forged.text())).toContain("/login");
});

test("signing out everywhere ends the sessions in other browsers", async ({ browser }) => {
  // Not a member whom other tests are signed in as.
  const person = await addAgent(await openAs(browser, "/settings/members", { role: "owner" }));
  const here = await openFor(await browser.newContext(), person);
  const there = await openFor(await browser.newContext(), person);
  await there.goto("/settings/account");
  await expect(there.getByRole("heading", { name: "Sessions" })).toBeVisible();

  await here.goto("/settings/account");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here).toHaveURL(/\/login/);
  expect((await there.request.get("/api/v1/conversations/counts")).status()).toBe(401);
  await there.reload();
  await expect(there).toHaveURL(/\/login/);
  await here.context().close();
  await there.context().close();
});

test("a member who is added gets a temporary password, and works only after changing it", async ({
  browser,
}) => {
  const person = await addAgent(await openAs(browser, "/settings/members", { role: "owner" }));
  const page = await openFor(await browser.newContext(), person);
  for (const path of ["/overview", "/orders", "/inbox"]) {
    await page.goto(path);
    await expect(page).toHaveURL("/settings/account");
  }
  await expect(page.getByText("Your password was given to you by somebody else.")).toBeVisible();
  const change = async (current: string, next: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change("not the current one", "lantern orchard velvet 17");
  await expect(page.locator("[data-slot=field-error]").first()).toBeVisible();
  await change(person.password, "short");
  await expect(page.locator("[data-slot=field-error]").first()).toBeVisible();
  await change(person.password, "lantern orchard velvet 17");
  await expect(page).toHaveURL(/\/login/);

  await enter(page, person.email, person.password);
  await expect(alert(page)).toContainText("do not belong together");
  await enter(page, person.email, "lantern orchard velvet 17");
  await expect(page).toHaveURL("/overview");
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await page.goto("/settings/members");
  await expect(page.getByRole("table")).toContainText(person.email);
  await expect(page.getByRole("button", { name: "Add a member" })).toHaveCount(0);
  await page.context().close();
});

interface Person {
  email: string;
  password: string;
}

/** Adds an agent in the dialog and takes the temporary password from it. Closes the owner's browser. */
async function addAgent(page: Page): Promise<Person> {
  const email = `agent-${randomUUID().slice(0, 8)}@example.com`;
  await page.getByRole("button", { name: "Add a member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Ana Ruiz");
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Role").selectOption("agent");
  await dialog.getByRole("button", { name: "Add a member" }).click();
  await expect(dialog).toContainText("Ana Ruiz is a member now");
  const password = (await dialog.locator("code").textContent()) ?? "";
  expect(password.length).toBeGreaterThanOrEqual(12);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("table", { name: "Members" })).toContainText(email);
  await page.context().close();
  return { email, password };
}

async function openFor(context: BrowserContext, { email, password }: Person): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/login");
  await enter(page, email, password);
  await expect(page).toHaveURL("/settings/account");
  return page;
}
