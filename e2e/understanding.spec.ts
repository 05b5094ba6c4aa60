import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible } from "./support/page-checks";
import { desk } from "./support/storefront";

const PAGES = [
  "/understanding",
  "/understanding/playground",
  "/understanding/review",
  "/understanding/intents",
  "/understanding/versions",
];

interface StoredMessage {
  id: string;
  intent: string | null;
  correction: { intent: string; by: string } | null;
}

interface Conversation {
  id: string;
  messages: StoredMessage[];
}

interface Waiting {
  messageId: string;
  conversationId: string;
  intent: string;
  alternatives: { id: string }[];
}

/** A customer of the shop's own program writes; what came of it. */
async function write(text: string): Promise<{ conversationId: string; messageId: string }> {
  const customer = { externalId: `e2e-${randomUUID()}`, locale: "en" };
  const { id } = await desk<Conversation>("POST", "/conversations", { channel: "api", customer });
  const { message } = await desk<{ message: StoredMessage }>("POST", `/conversations/${id}/messages`, {
    author: "customer",
    text,
    clientMessageId: randomUUID(),
  });
  return { conversationId: id, messageId: message.id };
}

async function read(conversationId: string, messageId: string): Promise<StoredMessage> {
  const { messages } = await desk<Conversation>("GET", `/conversations/${conversationId}`);
  return messages.find(({ id }) => id === messageId)!;
}

const toast = (page: Page): Locator => page.locator("[data-sonner-toast]").last();

test.describe("in the inbox", () => {
  test("an intent is corrected in the bubble, says by whom, and is taken back", async ({ browser }) => {
    const { conversationId, messageId } = await write("Where is my parcel? It was sent a week ago.");
    const page = await openAs(browser, `/inbox/${conversationId}`, { role: "agent" });
    const bubble = page.getByRole("log").locator("[data-author=customer]").first();
    const before = await bubble.getByTestId("intent").innerText();
    await bubble.getByTestId("intent").click();
    await page.getByPlaceholder("Search intents").fill("warranty");
    await page.keyboard.press("Enter");
    await expect(bubble.getByTestId("intent")).toHaveText("Warranty, repair");
    await expect(bubble).toContainText("corrected by");
    await expect
      .poll(async () => (await read(conversationId, messageId)).correction?.intent)
      .toBe("warranty_repair");

    await page.reload();
    await expect(bubble).toContainText("corrected by");
    await bubble.getByTestId("intent").click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(bubble.getByTestId("intent")).toHaveText(before);
    await expect.poll(async () => (await read(conversationId, messageId)).correction).toBeNull();
    await page.context().close();
  });

  test("a conversation of three messages shows how the customer feels, as a line and as a table", async ({
    browser,
  }) => {
    const { conversationId } = await write("Hello, a question about my lamp.");
    for (const text of ["This is the worst shop ever, I am furious!", "Thank you so much, you are great!"]) {
      await desk("POST", `/conversations/${conversationId}/messages`, {
        author: "customer",
        text,
        clientMessageId: randomUUID(),
      });
    }
    const page = await openAs(browser, `/inbox/${conversationId}`, { role: "agent" });
    const panel = page.getByRole("complementary", { name: "About the customer" });
    const points = panel.getByRole("group", { name: /Sentiment/ }).getByRole("button");
    await expect(points).toHaveCount(3);
    await points.last().focus();
    await page.keyboard.press("ArrowLeft");
    await expect(points.nth(1)).toBeFocused();
    await panel.getByRole("button", { name: "Table" }).click();
    await expect(panel.getByRole("table", { name: "Sentiment" }).locator("tbody tr")).toHaveCount(3);
    await page.context().close();
  });
});

test("the review queue is worked through by keyboard alone", async ({ browser }) => {
  // Texts that no intent fits: the desk cannot be sure of them, whatever its model.
  for (const text of ["purple seven umbrella?", "blorp fenwick tuesday?", "hm, so-so, the other one?"])
    await write(text);
  const page = await openAs(browser, "/understanding/review", { role: "agent" });
  const rows = page.locator("[data-review]");
  const row = (id: string) => page.locator(`[data-review="${id}"]`);
  await expect(rows.nth(1)).toBeVisible();
  const ids = await Promise.all([0, 1].map((place) => rows.nth(place).getAttribute("data-review")));
  const { data } = await desk<{ data: Waiting[] }>("GET", "/understanding/review-queue?limit=200");
  const [first, second] = ids.map((id) => data.find(({ messageId }) => messageId === id));
  expect(first && second, "the page shows what the API gives").toBeTruthy();

  // Until the page's scripts have come, a key is lost; at the first row, "previous" stays where it is.
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(row(first!.messageId)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(row(second!.messageId)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("2");
  await expect(row(first!.messageId).locator("[data-guess='2']")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(row(first!.messageId)).toHaveCount(0);
  await expect(row(second!.messageId)).toBeFocused();
  await expect
    .poll(async () => (await read(first!.conversationId, first!.messageId)).correction?.intent)
    .toBe(first!.alternatives[0]!.id);

  await page.keyboard.press("u");
  await expect(row(first!.messageId)).toBeVisible();
  // The next word about a deed has the same place: given while this one fades away, it would go with it.
  await expect(toast(page)).toHaveCount(0);
  await expect.poll(async () => (await read(first!.conversationId, first!.messageId)).correction).toBeNull();

  await expect(row(first!.messageId)).toBeFocused();
  await page.keyboard.press("/");
  await page.getByPlaceholder("Search intents").fill("gifts");
  await page.keyboard.press("Enter");
  await expect(row(first!.messageId)).toHaveCount(0);
  await expect(toast(page)).toContainText("Corrected: Gifts.");
  await expect
    .poll(async () => (await read(first!.conversationId, first!.messageId)).correction?.intent)
    .toBe("gift_inquiry");

  // Several at once: selected, confirmed, gone.
  await row(second!.messageId).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Confirm selected" }).click();
  await expect(row(second!.messageId)).toHaveCount(0);
  await expect
    .poll(async () => (await read(second!.conversationId, second!.messageId)).correction?.intent)
    .toBe(second!.intent);
  await page.context().close();
});

test.describe
  .serial("the shop's own intents", () => {
    const model = randomUUID().slice(0, 6);
    const name = `Plug adapter ${model}`;

    test("an intent is created, taught by pasted lines with errors at their lines, and trained", async ({
      browser,
    }) => {
      test.slow();
      const page = await openAs(browser, "/understanding/intents", { role: "operator" });
      await page.getByRole("button", { name: "New intent" }).click();
      await page.getByLabel("Name in English").fill(name);
      await page.getByRole("dialog").getByRole("button", { name: "New intent" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

      // A text can teach one intent only: the model's number keeps those of an earlier run apart.
      const lines = [
        "Does the lamp come with a British plug?",
        "Which plug does it have?",
        "Can I get an adapter for a UK socket?",
        "Is there a version with a European plug?",
        "Will this plug fit my wall socket in Spain?",
        "do you sell it with an american plug",
        "What kind of power plug is on the cable?",
        "Could you change the plug type for me?",
      ].map((line) => `${line} (lamp ${model})`);
      await page.getByLabel("One customer message a line").fill([...lines, lines[0]].join("\n"));
      await page.getByRole("button", { name: "Add 9 examples" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Line 1" })).toContainText(
        "is an example here already",
        {
          ignoreCase: true,
        },
      );
      await expect(page.getByLabel("One customer message a line")).toHaveValue(lines[0]!);
      await expect(page.getByRole("list", { name: "Examples" }).getByRole("listitem")).toHaveCount(
        lines.length,
      );

      // A training that was about to start by itself is hurried; the button goes when the wish has arrived.
      const train = page.getByRole("button", { name: "Train now" });
      await train.click();
      await expect(train).toBeHidden();
      await expect(page.getByTestId("training")).toHaveAttribute("data-run", /queued|running|succeeded/);
      // It goes on while nobody looks.
      await page.goto("/understanding/playground");
      await page.goto("/understanding/versions");
      await expect(page.getByTestId("training")).toHaveAttribute("data-run", "succeeded", {
        timeout: 90_000,
      });
      await expect(page.locator("[data-version]").first()).toContainText(/Version \d+/);
      await expect(page.locator("[data-version]").last()).toHaveAttribute("data-version", "shipped");
      await page.context().close();
    });

    test("a version is activated and rolled back, and the dialog says which", async ({ browser }) => {
      const page = await openAs(browser, "/understanding/versions", { role: "operator" });
      const newest = page.locator("[data-version]").first();
      const shipped = page.locator("[data-version=shipped]");
      await expect(newest).toBeVisible();
      if (await newest.getByRole("button").isVisible()) {
        await newest.getByRole("button").click();
        await page.getByRole("alertdialog").getByRole("button").last().click();
        await expect(newest).toContainText("Active");
      }
      await shipped.getByRole("button", { name: "Roll back to this: Shipped model" }).click();
      const dialog = page.getByRole("alertdialog");
      await expect(dialog).toContainText("Let Shipped model read messages?");
      await dialog.getByRole("button", { name: "Roll back to this: Shipped model" }).click();
      await expect(dialog).toBeHidden();
      await expect(shipped).toContainText("Active");
      await expect(page.getByText("The shipped model reads messages.", { exact: false })).toBeVisible();
      const status = await desk<{ active: { versionId: string | null } }>("GET", "/understanding/training");
      expect(status.active.versionId).toBeNull();

      await page.getByLabel("Later version").selectOption({ index: 0 });
      await page.getByRole("button", { name: "Compare" }).click();
      await expect(page).toHaveURL(/before=shipped&after=/);
      // The model may have to be loaded first.
      await expect(page.getByTestId("compared").locator("[data-metric=accuracy]")).toBeVisible({
        timeout: 30_000,
      });
      await page.context().close();
    });

    test("an archived intent can no longer be chosen, and comes back", async ({ browser }) => {
      const page = await openAs(browser, "/understanding/intents", { role: "operator" });
      await page.getByRole("link", { name }).click();
      await page.getByRole("button", { name: "Archive" }).click();
      await expect(page.getByRole("alertdialog")).toContainText(`Archive ${name}?`);
      await page.getByRole("button", { name: `Archive ${name}` }).click();
      await expect(page.getByText("This intent is archived", { exact: false })).toBeVisible();
      await page.getByRole("button", { name: "Take back" }).click();
      await expect(page.getByText("This intent is archived", { exact: false })).toHaveCount(0);
      await page.context().close();
    });
  });

test("the playground reads a text by keyboard, and says which words decide", async ({ browser }) => {
  const page = await openAs(browser, "/understanding/playground", { role: "agent" });
  const trouble = collectTrouble(page);
  const field = page.getByRole("textbox", { name: "Customer message" });
  await expect(page.getByText("Nothing read yet")).toBeVisible();
  await field.fill("x".repeat(2_001));
  await expect(page.getByText("1 character too many", { exact: false })).toBeVisible();
  const text = "Order HP-20431 arrived broken, I want to return it";
  await field.fill(text);
  await field.press("ControlOrMeta+Enter");
  const reading = page.getByTestId("reading");
  await expect(reading).toContainText("Order number");
  await expect(reading).toContainText("HP-20431");
  await expect(reading.getByTestId("intent")).not.toBeEmpty();
  await expect(page).toHaveURL(/text=/);
  await page.reload();
  await expect(reading).toContainText("HP-20431");

  const why = page.getByTestId("explanation");
  await why.getByRole("button", { name: "Show the words" }).click();
  await expect(why.locator("[data-token]").first()).toBeVisible({ timeout: 30_000 });
  await expect(why.getByTestId("stability")).toBeVisible();
  await why.locator("[data-token][tabindex='0']").focus();
  await page.keyboard.press("Home");
  await expect(why.locator("[data-token]").first()).toBeFocused();
  await why.getByRole("button", { name: "Table" }).click();
  await expect(why.getByRole("table", { name: "Weights of the words" })).toBeVisible();
  await why.getByText("SHAP").click();
  await expect(why.getByRole("table", { name: "Weights of the words" })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  expect(trouble).toEqual([]);
  await page.context().close();
});

test("a viewer sees everything and is offered nothing that writes", async ({ browser }) => {
  const page = await openAs(browser, "/understanding", { role: "viewer" });
  for (const path of PAGES.filter((each) => each !== "/understanding/playground")) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(
      page
        .getByRole("main")
        .getByRole("button", { name: /^(New intent|Train|Confirm|Dismiss|Roll back|Activate)/ }),
    ).toHaveCount(0);
  }
  await page.context().close();
});
