import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/login";
import { desk, type Language, type Locale, Storefront } from "./support/storefront";

interface Tongue {
  locale: Locale;
  language: Language;
  /** Which of the shop's two agents works in it. */
  agent: number;
  question: (number: string) => string;
  personWord: string;
  /** What the agent and the customer say to each other. */
  fromAgent: string;
  fromCustomer: string;
  agentWrites: RegExp;
}

const TONGUES: Tongue[] = [
  {
    locale: "zh-CN",
    language: "zh",
    agent: 0,
    question: (number) => `你好，我的订单 ${number} 到哪了？`,
    personWord: "人工",
    fromAgent: "您好，我是陈悦，正在帮您催快递。",
    fromCustomer: "好的，麻烦尽快，孩子等着用。",
    agentWrites: /Chen Yue 陈悦 正在输入/,
  },
  {
    locale: "en",
    language: "en",
    agent: 0,
    question: (number) => `Hi, where is my order ${number}?`,
    personWord: "human",
    fromAgent: "Hello, this is Chen. I am chasing the carrier now.",
    fromCustomer: "Thanks, I need it before the weekend.",
    agentWrites: /Chen Yue 陈悦 is writing/,
  },
  {
    locale: "es",
    language: "es",
    agent: 1,
    question: (number) => `Hola, ¿dónde está mi pedido ${number}?`,
    personWord: "agente",
    fromAgent: "Hola, soy Sofía. Ahora mismo llamo al transportista.",
    fromCustomer: "Gracias, lo necesito antes del fin de semana.",
    agentWrites: /Sofía Marín está escribiendo/,
  },
];

interface InboxWords {
  reason: { asked_for_human: string };
  panel: { label: string; order: string };
  act: { takeOver: string; handBack: string; resolve: string };
  owner: { bot: string; me: string; nobody: string; resolved: string };
  composer: { reply: string };
  thread: { typingCustomer: string };
}

/** The interface's own words: what they are is the dictionaries' business, not this journey's. */
function readWords<Words>(locale: Locale, area: string): Words {
  return JSON.parse(readFileSync(`lib/platform/i18n/messages/${locale}/${area}.json`, "utf8")) as Words;
}

/** The day on which the parcel is expected, as this language writes it. */
async function expectedDay(number: string, locale: Locale): Promise<string> {
  const { data } = await desk<{ data: { shipments: { expectedAt: string }[] }[] }>(
    "GET",
    `/orders?q=${number}&limit=1`,
  );
  const format = new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    timeZone: "Asia/Shanghai",
  });
  return format.format(new Date(data[0]!.shipments.at(-1)!.expectedAt));
}

for (const tongue of TONGUES) {
  test(`from question to hand-back in ${tongue.language}: bot, person, bot`, async ({ browser }) => {
    const { locale, language } = tongue;
    const words = readWords<InboxWords>(locale, "inbox");
    const handoff = readWords<{ task: { track_order: string } }>(locale, "handoff");
    const agent = await openAs(browser, "/inbox", { locale, index: tongue.agent });
    const store = await Storefront.visit(browser, { locale, as: language, index: 1 });
    const parcel = await store.shippedOrder();
    // Its own words in every run: the customer's conversation goes on from one run to the next.
    const fromCustomer = `${tongue.fromCustomer} ${randomUUID().slice(0, 6)}`;
    const log = agent.getByRole("log");
    const standing = agent.locator("[data-standing]");
    await store.open();

    const answer = await test.step("the bot answers with carrier, number and date", async () => {
      const said = await store.ask(tongue.question(parcel.number));
      expect(said).toContain(parcel.number);
      expect(said).toContain(parcel.carrier);
      expect(said).toContain(parcel.trackingNumber);
      expect(said).toContain(await expectedDay(parcel.number, locale));
      return said;
    });

    const id = await test.step("a person is asked for, and the desk sees it at once", async () => {
      const conversation = await store.say(tongue.personWord);
      expect(conversation.owner).toBe("human");
      const row = agent.locator(`a[data-conversation="${conversation.id}"]`);
      await expect(row).toBeVisible({ timeout: 2_000 });
      await expect(row).toContainText(words.reason.asked_for_human);
      await row.click();
      await expect(standing).toHaveText(words.owner.nobody);
      await expect(log).toContainText(tongue.question(parcel.number));
      await expect(log).toContainText(answer.split("\n")[0]!);
      const panel = agent.getByRole("complementary", { name: words.panel.label });
      await expect(panel).toContainText(handoff.task.track_order);
      await expect(panel).toContainText(words.panel.order.replace("{number}", parcel.number));
      return conversation.id;
    });

    await test.step("taken over, the bot is silent and both write live", async () => {
      await agent.getByRole("button", { name: words.act.takeOver }).first().click();
      await expect(standing).toHaveText(words.owner.me);
      const answers = await store.answers.count();
      await store.field.pressSequentially(fromCustomer.slice(0, 6));
      await expect(agent.getByText(words.thread.typingCustomer)).toBeVisible();
      await store.say(fromCustomer);
      await expect(log.getByText(fromCustomer)).toBeVisible({ timeout: 2_000 });
      const field = agent.getByRole("textbox", { name: words.composer.reply });
      await field.pressSequentially(tongue.fromAgent.slice(0, 6));
      await expect(store.log).toContainText(tongue.agentWrites);
      await field.fill(tongue.fromAgent);
      await field.press("ControlOrMeta+Enter");
      await expect(store.messages.last()).toContainText(tongue.fromAgent);
      expect(await store.answers.count()).toBe(answers);
    });

    await test.step("handed back, the bot answers again", async () => {
      await agent.getByRole("button", { name: words.act.handBack }).click();
      await expect(standing).toHaveText(words.owner.bot);
      const again = await store.ask(tongue.question(parcel.number));
      expect(again).toContain(parcel.trackingNumber);
      await expect(log.getByText(parcel.trackingNumber).last()).toBeVisible();
    });

    await test.step("resolved", async () => {
      await resolveBy(agent, words);
      await expect(standing).toHaveText(words.owner.resolved);
      // The page shows the act before the server has it.
      const stored = () => desk<{ status: string }>("GET", `/conversations/${id}`);
      await expect.poll(async () => (await stored()).status).toBe("resolved");
      await expect(store.panel.getByRole("radio")).toHaveCount(5);
    });
    await store.close();
    await agent.context().close();
  });
}

/** What the bot has is resolved by its key; the button is for one's own conversations. */
async function resolveBy(agent: Page, words: InboxWords): Promise<void> {
  const button = agent.getByRole("button", { name: words.act.resolve, exact: true });
  if (await button.isVisible()) return button.click();
  await agent.getByRole("heading", { level: 2 }).first().focus();
  await agent.keyboard.press("e");
}
