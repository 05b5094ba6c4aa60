import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const [base, data, out, ...pages] = process.argv.slice(2) as string[];
const demo = JSON.parse(readFileSync(`${data}/demo.json`, "utf8"));
const b = await chromium.launch({ executablePath: "/usr/lib/chromium/chromium", args: ["--no-sandbox"] });
const ctx = await b.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce" });
const p = await ctx.newPage();
await p.goto(`${base}/login`);
await p.waitForTimeout(2500);
await p.fill("input[type=email]", demo.users[0].email);
await p.fill("input[type=password]", demo.users[0].password);
await p.keyboard.press("Enter");
await p.waitForURL(/overview|inbox/, { timeout: 60000 });
for (const spec of pages) {
  const [path, name, mode = ""] = spec.split("|");
  const zh = mode.includes("zh"),
    dark = mode.includes("dark"),
    phone = mode.includes("phone"),
    es = mode.includes("es");
  await ctx.addCookies([{ name: "locale", value: zh ? "zh-CN" : es ? "es" : "en", url: base! }]);
  await p.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await p.setViewportSize(phone ? { width: 390, height: 844 } : { width: 1440, height: 1000 });
  await p.goto(base + path!, { timeout: 90000 });
  await p.waitForTimeout(2000);
  await p.screenshot({ path: `${out}/${name}.png`, fullPage: true });
}
await b.close();
