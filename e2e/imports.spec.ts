import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { openAs, readDemo } from "./support/login";
import { expectAccessibleInBothThemes } from "./support/page-checks";

const url = process.env.ZHANGGUI_E2E_URL!;
const run = Date.now().toString(36);

/** Eight lines of six orders; two rows are bad. The header names nothing as we do, but one column. */
const CSV = `Bestellung,When,Artikel,How many,Stueckpreis
${run}-1,2026-10-01 10:00:00,e2e-mug,2,12.50
${run}-1,2026-10-01 10:00:00,e2e-lamp,1,99.00
${run}-2,2026-10-02 11:30:00,e2e-mug,1,12.50
${run}-3,not a date,e2e-mug,1,12.50
${run}-4,2026-10-04 09:15:00,e2e-mug,nothing,12.50
${run}-5,2026-10-05 09:15:00,e2e-lamp,3,95.00
${run}-6,2026-10-06 09:15:00,e2e-lamp,1,99.00
${run}-6,2026-10-06 09:15:00,e2e-mug,4,11.00
`;
const COLUMNS: Record<string, string> = {
  "Order id": "Bestellung",
  "Order date": "When",
  "Product id": "Artikel",
  Quantity: "How many",
  "Unit price": "Stueckpreis",
};

async function chooseFile(page: Page): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: `orders-${run}.csv`, mimeType: "text/csv", buffer: Buffer.from(CSV) });
}

async function importFile(page: Page): Promise<void> {
  await page.goto("/imports/new?kind=orders");
  await chooseFile(page);
  await page.getByRole("button", { name: /more fields/ }).click();
  for (const [field, column] of Object.entries(COLUMNS)) {
    await page.getByRole("combobox", { name: `Column for ${field}`, exact: true }).selectOption(column);
  }
  await page.getByRole("button", { name: "Import orders" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId("rows-read")).toBeVisible({ timeout: 30_000 });
}

const figures = (page: Page) =>
  Promise.all(["read", "accepted", "rejected"].map((key) => page.getByTestId(`rows-${key}`).innerText()));

test.describe
  .serial("imports", () => {
    test("a file with bad rows: map, progress, summary, rejections; again, nothing changes", async ({
      browser,
    }) => {
      test.slow();
      const page = await openAs(browser, "/imports/new?kind=orders", { role: "operator" });
      await chooseFile(page);
      const start = page.getByRole("button", { name: "Import orders" });
      await expect(page.getByText(/Choose columns for/)).toBeVisible();
      await expect(start).toBeDisabled();
      await page
        .getByRole("combobox", { name: "Column for Order id", exact: true })
        .selectOption("Bestellung");
      await expect(page.getByRole("columnheader", { name: "Bestellung Order id" })).toBeVisible();

      await importFile(page);
      expect(await figures(page)).toEqual(["8", "6", "2"]);
      const created = page.getByRole("row", { name: /^Created/ });
      await expect(created).toContainText("4");
      const rejected = page.getByRole("table", { name: "Rows set aside" });
      await expect(rejected.locator("tbody tr")).toHaveCount(2);
      await expect(rejected).toContainText("not a date");

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download all as CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`orders-${run}-rejected.csv`);
      const text = await readFile((await download.path())!, "utf8");
      expect(text).toContain("row_number,reason_code,reason");
      expect(text).toMatch(/4,bad_date,[^\n]*not a date/);
      expect(text).toMatch(/5,bad_quantity,[^\n]*nothing/);

      await importFile(page);
      await expect(page.getByRole("row", { name: /^Created/ })).toContainText("0");
      await expect(page.getByRole("row", { name: /^Unchanged/ })).toContainText("4");

      await page.goto("/imports");
      await expect(page.getByRole("link", { name: `orders-${run}.csv` })).toHaveCount(2);
    });

    test("a dropped file is taken; a second one is not", async ({ browser }) => {
      const page = await openAs(browser, "/imports/new?kind=orders", { role: "operator" });
      const drop = (names: string[]) =>
        page.getByTestId("drop-zone").evaluate(
          (zone, { names, text }) => {
            const dataTransfer = new DataTransfer();
            for (const name of names) dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
            zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
          },
          { names, text: CSV },
        );
      await drop(["a.csv", "b.csv"]);
      await expect(page.getByText("Drop one file at a time.")).toBeVisible();
      await drop(["a.csv"]);
      await expect(page.getByText("a.csv")).toBeVisible();
      await expect(page.getByRole("combobox", { name: "Layout of the file" })).toBeVisible();
    });

    test("the route says what is wrong with a body, and takes a key once", async () => {
      const authorization = { Authorization: `Bearer ${readDemo().apiKey}` };
      const send = (parts: [string, string | File][], headers: Record<string, string> = {}) => {
        const form = new FormData();
        for (const [name, value] of parts) form.append(name, value);
        return fetch(`${url}/api/v1/imports`, {
          method: "POST",
          body: form,
          headers: { ...authorization, ...headers },
        });
      };
      const file = () => new File([CSV], "a.csv", { type: "text/csv" });
      const map = JSON.stringify({
        externalId: "Bestellung",
        placedAt: "When",
        productExternalId: "Artikel",
        quantity: "How many",
        unitPrice: "Stueckpreis",
      });
      expect((await send([["kind", "orders"]])).status).toBe(422);
      expect(
        (
          await send([
            ["kind", "nothing"],
            ["file", file()],
          ])
        ).status,
      ).toBe(422);
      expect(
        (
          await send([
            ["kind", "orders"],
            ["map", map],
            ["file", file()],
            ["file", file()],
          ])
        ).status,
      ).toBe(422);
      expect(
        (
          await send([
            ["file", file()],
            ["kind", "orders"],
          ])
        ).status,
      ).toBe(422);
      const json = await fetch(`${url}/api/v1/imports`, {
        method: "POST",
        body: "{}",
        headers: { ...authorization, "Content-Type": "application/json" },
      });
      expect(json.status).toBe(415);
      const anonymous = await fetch(`${url}/api/v1/imports`, { method: "POST", body: new FormData() });
      expect(anonymous.status).toBe(401);

      const key = { "Idempotency-Key": `e2e-${run}` };
      const parts: [string, string | File][] = [
        ["kind", "orders"],
        ["map", map],
        ["file", file()],
      ];
      const first = await send(parts, key);
      expect(first.status).toBe(202);
      const again = await send(parts, key);
      expect(again.status).toBe(202);
      expect((await again.json()).id).toBe((await first.json()).id);
      const other = new File([`${CSV}x`], "a.csv", { type: "text/csv" });
      const reused = await send(
        [
          ["kind", "orders"],
          ["map", map],
          ["file", other],
        ],
        key,
      );
      expect(reused.status).toBe(409);
      expect((await reused.json()).code).toBe("idempotency_key_reused");
    });

    test("axe finds nothing once a file is chosen and once one is in, in either theme", async ({
      browser,
    }) => {
      const page = await openAs(browser, "/imports", { role: "owner" });
      const link = page.getByRole("link", { name: `orders-${run}.csv` }).first();
      await link.waitFor();
      await expectAccessibleInBothThemes(page);
      await link.click();
      await expect(page.getByTestId("rows-read")).toBeVisible();
      await expectAccessibleInBothThemes(page);
      await page.goto("/imports/new?kind=orders");
      await chooseFile(page);
      await expect(page.getByRole("table", { name: "Columns" })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      await page.context().close();
    });
  });
