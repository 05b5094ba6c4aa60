import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What axe judges by colours: all that another theme can change. */
const BY_COLOUR = ["color-contrast", "link-in-text-block"];

interface AxeOptions {
  /** Only what stands in here; the whole page where left out. */
  within?: string;
  /** What axe recommends besides. */
  hasBestPractice?: boolean;
  /** Whose wish the page's theme is: the account's where left out. */
  follows?: "system";
}

/** In the page itself, and naming only what is wrong: a tab of its own and a list of all that is right take longer. */
const axeOn = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();

async function expectNoFindings(page: Page, axe: AxeBuilder, { within }: AxeOptions, theme = "") {
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`).join(" | ")}`,
  );
  expect(found, `${page.url()} ${theme}`).toEqual([]);
}

/** WCAG 2.2 AA as far as axe can tell; names each finding and where it stands. */
export async function expectAccessible(page: Page, options: AxeOptions = {}): Promise<void> {
  const tags = options.hasBestPractice ? [...WCAG, "best-practice"] : WCAG;
  await expectNoFindings(page, axeOn(page).withTags(tags), options);
}

/** The same, and the colours once more in the other theme, put on as the account menu does it. */
export async function expectAccessibleInBothThemes(page: Page, options: AxeOptions = {}): Promise<void> {
  await expectAccessible(page, options);
  const wishDark = (isDark: boolean) => page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
  if (options.follows === "system") await wishDark(true);
  const first = await putOn(page, options.follows ?? "dark");
  await expectNoFindings(page, axeOn(page).withRules(BY_COLOUR), options, "dark");
  if (options.follows === "system") await wishDark(false);
  await putOn(page, first);
}

/** Puts a theme on, waits until no colour is under way to another, and gives the one that was on. */
function putOn(page: Page, theme: string): Promise<string> {
  return page.evaluate(async (next) => {
    const { dataset } = document.documentElement;
    const before = dataset.theme ?? "system";
    dataset.theme = next;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const hosts = [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot);
    const passing = [document, ...hosts.map(({ shadowRoot }) => shadowRoot!)]
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    return before;
  }, theme);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `${page.url()} is ${excess} px too wide`).toBeLessThanOrEqual(0);
}

/** Collects what the browser complains about: errors, and everything its Content-Security-Policy blocked. */
export function collectTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text()))
      trouble.push(`${page.url()}: ${message.text()}`);
  });
  return trouble;
}
