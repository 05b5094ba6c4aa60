import { randomUUID } from "node:crypto";
import type { BotApi } from "../../../test/support/bot-api";
import type { Product } from "../../product";
import { call, LANGUAGES, readOrders } from "../../walking/talkers";
import { EventReader } from "./event-reader";
import { Person } from "./person";
import { openTelegram } from "./telegram-people";
import { wordsOf } from "./words";

export interface Crowd {
  people: Person[];
  /** A visitor's page each. */
  visitorPages: EventReader[];
  /** An agent's inbox each. */
  agentPages: EventReader[];
  close: () => Promise<void>;
}

export interface CrowdSize {
  visitors: number;
  /** On the api channel, for whom an integration speaks. */
  customers: number;
  telegram: number;
  agents: number;
}

/** Everybody arrives: sessions are opened, everybody has said hello, every page's stream is open. */
export async function gatherCrowd(product: Product, api: BotApi, size: CrowdSize): Promise<Crowd> {
  const orders = await readOrders(product, Math.min(size.visitors + size.customers, 80));
  if (orders.length === 0)
    throw new Error("The shop has no customer with an e-mail and an order on its way.");
  const products = await readProductNames(product);
  const wordsFor = (at: number, prove: boolean) => {
    const language = LANGUAGES[at % LANGUAGES.length]!;
    const { number, email } = orders[at % orders.length]!;
    const order = prove ? `${number} (${email})` : number;
    const product = (place: number) => products[place % products.length]![language];
    return wordsOf({ language, order, products: [product(at), product(at + 1)] });
  };
  const visitors = await inBatches(size.visitors, (at) => openVisitor(product, wordsFor(at, true), at));
  const customers = await inBatches(size.customers, (at) =>
    openCustomer(product, wordsFor(at, false), orders[at % orders.length]!.customerExternalId),
  );
  const telegram = await openTelegram(product, api, size.telegram, (at) => wordsFor(at, true));
  const people = [...visitors.map(({ person }) => person), ...customers, ...telegram.people];
  for (const person of people.slice(0, visitors.length)) await person.say();
  const visitorPages = await inBatches(size.visitors, (at) => openVisitorPage(product, visitors[at]!.token));
  const position = await readPosition(product);
  const agentPages = await inBatches(size.agents, () => openAgentPage(product, position));
  return {
    people: interleave(people),
    visitorPages,
    agentPages,
    close: async () => {
      for (const page of [...visitorPages, ...agentPages]) page.stop();
      await telegram.disconnect();
    },
  };
}

async function openVisitor(product: Product, words: readonly string[], at: number) {
  const { token } = await call<{ token: string }>(product, "/widget/sessions", {
    body: { widgetKey: product.demo.widgetKey },
    // Each from an address of their own: sessions are limited by address.
    headers: { "x-forwarded-for": `198.51.${Math.floor(at / 250)}.${at % 250}` },
  });
  const person = new Person("web", words, randomUUID, async (text, clientMessageId) => {
    const { reply } = await call<Answer>(product, "/widget/messages", {
      token,
      body: { text, clientMessageId },
    });
    return reply !== null;
  });
  return { token, person };
}

async function openCustomer(product: Product, words: readonly string[], externalId: string): Promise<Person> {
  const token = product.demo.apiKey;
  const { id } = await call<{ id: string }>(product, "/conversations", {
    token,
    body: { channel: "api", customer: { externalId } },
  });
  return new Person("api", words, randomUUID, async (text, clientMessageId) => {
    const body = { author: "customer", text, clientMessageId };
    const { reply } = await call<Answer>(product, `/conversations/${id}/messages`, { token, body });
    return reply !== null;
  });
}

interface Answer {
  reply: { text: string } | null;
}

async function openVisitorPage(product: Product, token: string): Promise<EventReader> {
  const { streamPosition } = await call<{ streamPosition: number }>(product, "/widget/conversation", {
    token,
  });
  const headers = { authorization: `Bearer ${token}` };
  const page = new EventReader(`${product.url}/api/v1/widget/stream`, headers, streamPosition);
  await page.start();
  return page;
}

async function openAgentPage(product: Product, position: number): Promise<EventReader> {
  const headers = { authorization: `Bearer ${product.demo.apiKey}` };
  const page = new EventReader(`${product.url}/api/v1/conversations/stream`, headers, position);
  await page.start();
  return page;
}

/** Any visitor's answer tells where the shop's events stand. */
async function readPosition(product: Product): Promise<number> {
  const { token } = await call<{ token: string }>(product, "/widget/sessions", {
    body: { widgetKey: product.demo.widgetKey },
  });
  await call(product, "/widget/messages", {
    token,
    body: { text: "Hello!", clientMessageId: token.slice(-60) },
  });
  const { streamPosition } = await call<{ streamPosition: number }>(product, "/widget/conversation", {
    token,
  });
  return streamPosition;
}

async function readProductNames(product: Product) {
  const { data } = await call<{ data: { name: Record<"zh" | "en" | "es", string> }[] }>(
    product,
    "/products?limit=40",
    {
      token: product.demo.apiKey,
    },
  );
  return data.map(({ name }) => name);
}

/** Ten at a time: opening is not what is measured. */
async function inBatches<Result>(count: number, work: (at: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < count; from += 10) {
    const batch = Array.from({ length: Math.min(10, count - from) }, (_, at) => work(from + at));
    results.push(...(await Promise.all(batch)));
  }
  return results;
}

/** Channels mixed as they come over a day, in an order that is the same at every run. */
function interleave(people: Person[]): Person[] {
  return people
    .map((person, at) => ({ person, place: (at * 7_919) % people.length }))
    .sort((one, other) => one.place - other.place)
    .map(({ person }) => person);
}
