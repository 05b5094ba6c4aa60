import { expect, type Locator, test } from "@playwright/test";
import { openAs } from "./support/login";
import { collectTrouble, expectAccessible, expectNoSidewaysScroll } from "./support/page-checks";
import { desk, Storefront } from "./support/storefront";

/** Whether a browser has drawn a picture, rather than an empty frame. */
const isDrawn = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);

test("a customer sends a picture, an agent sees it large and answers with a file, which the customer gets", async ({
  browser,
}) => {
  const store = await Storefront.visit(browser, { locale: "en" });
  await store.open();
  const photo = await store.page.screenshot();
  const { id } = await store.say("human");
  const chooser = store.panel.locator('.composer input[type="file"]');

  await test.step("what is no picture is refused with the way out, and taken out again", async () => {
    const script = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    await chooser.setInputFiles({ name: "cup.png", mimeType: "image/png", buffer: script });
    await expect(store.panel.locator(".files li")).toContainText("This kind of file is not taken.");
    await store.panel.getByRole("button", { name: "Remove cup.png" }).click();
    await expect(store.panel.locator(".files li")).toHaveCount(0);
  });
  await test.step("the picture goes without words", async () => {
    await chooser.setInputFiles({ name: "broken-cup.png", mimeType: "image/png", buffer: photo });
    await expect(store.panel.locator(".files")).toContainText("Ready to send");
    await store.panel.getByRole("button", { name: "Send", exact: true }).click();
    const shown = store.messages.last().getByRole("img", { name: "Picture: broken-cup.png" });
    await expect(shown).toBeVisible();
    await expect.poll(() => isDrawn(shown), { timeout: 20_000 }).toBe(true);
  });
  await expectAccessible(store.page, { within: "zhanggui-chat", hasBestPractice: true });

  const agent = await openAs(browser, `/inbox/${id}`, { role: "agent", index: 0 });
  const trouble = collectTrouble(agent);
  const thread = agent.getByRole("log");
  await test.step("the agent sees it, opens it and closes it by keyboard", async () => {
    const picture = thread.getByRole("img", { name: "Picture: broken-cup.png" });
    await expect.poll(() => isDrawn(picture), { timeout: 20_000 }).toBe(true);
    const open = thread.getByRole("button", { name: "Open broken-cup.png large" });
    await open.press("Enter");
    await expect(agent.getByRole("dialog", { name: "broken-cup.png" })).toBeVisible();
    await expectAccessible(agent);
    await agent.keyboard.press("Escape");
    await expect(open).toBeFocused();
  });
  await test.step("and answers with a file and a picture, without words", async () => {
    await agent
      .getByRole("button", { name: /^Take over/ })
      .first()
      .click();
    const files = agent.locator('input[type="file"]');
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    await files.setInputFiles([
      { name: "return-label.pdf", mimeType: "application/pdf", buffer: pdf },
      { name: "where.png", mimeType: "image/png", buffer: photo },
    ]);
    const list = agent.getByRole("list", { name: "Files to send" });
    await expect(list.locator('[data-upload="ready"]')).toHaveCount(2, { timeout: 20_000 });
    await expectAccessible(agent);
    await agent.getByRole("button", { name: "Remove where.png" }).click();
    await agent.getByRole("button", { name: /^Send/ }).click();
    await expect(thread.getByRole("link", { name: /^Save return-label.pdf, / })).toBeVisible();
    await expect(list).toHaveCount(0);
  });
  await test.step("which the customer gets", async () => {
    const link = store.messages.last().getByRole("link", { name: "return-label.pdf" });
    await expect(link).toBeVisible();
    const download = store.page.waitForEvent("download");
    await link.click();
    expect((await download).suggestedFilename()).toBe("return-label.pdf");
  });
  await test.step("on a phone nothing is too wide", async () => {
    await agent.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(agent);
  });
  // Nothing of a file was blocked by the page's policy.
  expect(trouble.filter((line) => /(img|media|connect)-src|attachments/.test(line))).toEqual([]);
  const { messages } = await desk<{ messages: { attachmentIds: string[] }[] }>("GET", `/conversations/${id}`);
  expect(messages.filter(({ attachmentIds }) => attachmentIds.length > 0)).toHaveLength(2);
  await store.close();
  await agent.context().close();
});

test("a chat that hides personal data offers no files", async ({ browser }) => {
  const store = await Storefront.visit(browser, { locale: "en" });
  await store.page.route("**/api/v1/widget/sessions", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), takesFiles: false } });
  });
  await store.page.reload();
  await store.open();
  await expect(store.panel.getByRole("button", { name: "Attach files" })).toBeHidden();
  await store.close();
});
