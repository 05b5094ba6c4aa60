import { test } from "@playwright/test";
import { makePerson, talk } from "./support/handoff-shop";
import { openAs } from "./support/login";

test("shots", async ({ browser }) => {
  test.setTimeout(240_000);
  const person = await makePerson({ name: "Lucía Ferrer", locale: "es", email: "lucia@example.test" });
  await talk(person, "es", "¿Tenéis promociones?");
  const id = await talk(person, "es", "Hola, ¿dónde está mi pedido?", "Esto es terrible, estoy muy enfadada", "Quiero cancelar mi pedido", "sí", "quiero hablar con una persona", "¿Cuándo me devolvéis el dinero?");
  for (const [name, options, viewport] of [
    ["en-light", { locale: "en" }, undefined],
    ["zh-dark", { locale: "zh-CN", theme: "dark" }, undefined],
    ["es-phone", { locale: "es" }, { width: 390, height: 844 }],
  ] as const) {
    const page = await openAs(browser, `/inbox/${id}`, options as never, viewport);
    await page.waitForTimeout(4000);
    await page.screenshot({ path: `/tmp/shots/handoff-${name}.png` });
    await page.close();
  }
  const page = await openAs(browser, "/settings/widget", { role: "owner" });
  await page.screenshot({ path: "/tmp/shots/settings.png" });
});
