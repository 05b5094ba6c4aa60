import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "./support/login";

const desk = process.env.ZHANGGUI_E2E_URL!;

/** Somebody else's site: hostile styles, a policy without inline styles, scripts by nonce alone. */
function foreignSite(): Promise<Server> {
  const policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'nonce-abc'; connect-src ${desk}; base-uri 'none'`;
  const page = `<!doctype html><html lang="es"><title>Otra tienda</title>
    <style nonce="abc">* { color: red !important; font-size: 40px !important } button { display: none !important }</style>
    <h1>Otra tienda</h1>
    <script nonce="abc">
      window.violations = [];
      addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    </script>
    <script nonce="abc" src="${desk}/widget.js" data-key="${readDemo().widgetKey}" async></script></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy });
    response.end(page);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

let site: Server;
let address: string;
test.beforeAll(async () => {
  site = await foreignSite();
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  site.closeAllConnections();
  site.close();
});

const launcher = (page: Page) => page.locator("zhanggui-chat .launcher");
const log = (page: Page) => page.locator("zhanggui-chat").getByRole("log");

test("one tag embeds the chat on another site, under a strict policy and beside hostile styles", async ({
  page,
}) => {
  await page.goto(address);
  await expect(launcher(page)).toBeVisible();
  await expect(launcher(page)).toHaveAccessibleName("Abrir el chat");
  await page.evaluate(() => window.Zhanggui?.open());
  const field = page.locator("zhanggui-chat .composer textarea");
  await expect(field).toBeFocused();
  await expect(field).toHaveCSS("font-size", "14px");
  await expect(field).not.toHaveCSS("color", "rgb(255, 0, 0)");
  await field.fill("agente");
  await field.press("Enter");
  // The activity line comes by the live stream: it crosses origins too.
  await expect(log(page).locator(".activity")).toHaveText(/^Hemos avisado a un agente/);
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
});

test("identify changes the language, shutdown takes everything away and forgets the visitor", async ({
  page,
}) => {
  await page.goto(address);
  await expect(launcher(page)).toBeVisible();
  await page.evaluate(() => window.Zhanggui?.identify({ locale: "zh-CN" }));
  await expect(launcher(page)).toHaveAccessibleName("打开客服对话");
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  await page.evaluate(() => window.Zhanggui?.shutdown());
  await expect(page.locator("zhanggui-chat")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("where the key does not allow the site, the chat stays away and says why in the console", async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.route("**/api/v1/widget/sessions", (route) =>
    route.fulfill({
      status: 403,
      headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" },
      contentType: "application/problem+json",
      body: JSON.stringify({ detail: "This site may not use this widget key." }),
    }),
  );
  await page.goto(address);
  await expect.poll(() => warnings.join()).toContain("This site may not use this widget key.");
  await expect(launcher(page)).toBeHidden();
});

test("without storage, as in a private window, the chat works until the page is left", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
  });
  await page.goto(address);
  await launcher(page).click();
  const field = page.locator("zhanggui-chat .composer textarea");
  await field.fill("hola");
  await field.press("Enter");
  await expect(log(page).locator(".msg.bot")).toHaveCount(1);
});
