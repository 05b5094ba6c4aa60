import { randomUUID } from "node:crypto";
import type { Product } from "../product";

/** Somebody who writes to the shop. */
export interface Talker {
  channel: "web" | "api";
  /** Sends the next message; answers the bot's text, or null when it gave none. */
  say: (clientMessageId: string) => Promise<string | null>;
}

export type Language = "en" | "zh" | "es";

export interface KnownOrder {
  number: string;
  email: string;
  customerExternalId: string;
}

export const ASK: Record<Language, (number: string) => string> = {
  en: (number) => `Where is my order ${number}?`,
  zh: (number) => `请问订单 ${number} 到哪了？`,
  es: (number) => `¿Dónde está mi pedido ${number}?`,
};
export const GREET: Record<Language, string> = { en: "Hello!", zh: "您好", es: "¡Hola!" };
export const LANGUAGES: readonly Language[] = ["en", "zh", "es"];

/**
 * Visitors of the widget, who prove an order by number and e-mail, and customers on the api channel, whom the
 * caller vouches for, in three languages. All ask what the bot answers by itself, and greet now and then.
 */
export async function gatherTalkers(
  product: Product,
  counts: { visitors: number; customers: number },
): Promise<Talker[]> {
  const wanted = counts.visitors + counts.customers;
  const orders = await readOrders(product, wanted);
  if (orders.length < wanted)
    throw new Error(`The shop has only ${orders.length} customers with an e-mail and an order on its way.`);
  const language = (at: number) => LANGUAGES[at % LANGUAGES.length]!;
  return Promise.all([
    ...Array.from({ length: counts.visitors }, (_, at) => openVisitor(product, orders[at]!, language(at))),
    ...Array.from({ length: counts.customers }, (_, at) =>
      openCustomer(product, orders[counts.visitors + at]!, language(at)),
    ),
  ]);
}

async function openVisitor(product: Product, order: KnownOrder, language: Language): Promise<Talker> {
  const { token } = await call<{ token: string }>(product, "/widget/sessions", {
    body: { widgetKey: product.demo.widgetKey },
  });
  const ask = `${ASK[language](order.number)} ${order.email}`;
  return talker("web", language, ask, (text, clientMessageId) =>
    call(product, "/widget/messages", { token, body: { text, clientMessageId } }),
  );
}

async function openCustomer(product: Product, order: KnownOrder, language: Language): Promise<Talker> {
  const token = product.demo.apiKey;
  const customer = { externalId: order.customerExternalId };
  const { id } = await call<{ id: string }>(product, "/conversations", {
    token,
    body: { channel: "api", customer },
  });
  return talker("api", language, ASK[language](order.number), (text, clientMessageId) =>
    call(product, `/conversations/${id}/messages`, {
      token,
      body: { author: "customer", text, clientMessageId },
    }),
  );
}

function talker(
  channel: Talker["channel"],
  language: Language,
  question: string,
  send: (text: string, clientMessageId: string) => Promise<{ reply: { text: string } | null }>,
): Talker {
  let said = 0;
  return {
    channel,
    say: async (clientMessageId) => {
      // The bot looks up one order at most twenty times an hour: three of four messages are greetings.
      const text = said++ % 4 === 0 ? question : GREET[language];
      return (await send(text, clientMessageId)).reply?.text ?? null;
    },
  };
}

/** Orders on their way of different customers with an e-mail, as many as there are of the wanted ones. */
export async function readOrders(product: Product, count: number): Promise<KnownOrder[]> {
  interface Order {
    number: string;
    customerId: string | null;
  }
  const token = product.demo.apiKey;
  const { data } = await call<{ data: Order[] }>(product, "/orders?status=shipped&limit=200", { token });
  const found = new Map<string, KnownOrder>();
  for (const { number, customerId } of data) {
    if (!customerId || found.has(customerId)) continue;
    const customer = await call<{ externalId: string; email?: string }>(product, `/customers/${customerId}`, {
      token,
    });
    if (customer.email)
      found.set(customerId, { number, email: customer.email, customerExternalId: customer.externalId });
    if (found.size === count) break;
  }
  return [...found.values()];
}

interface Call {
  token?: string;
  /** With a body it is a POST. */
  body?: unknown;
  headers?: Record<string, string>;
}

export async function call<Answer>(
  product: Product,
  path: string,
  { token, body, headers }: Call,
): Promise<Answer> {
  const response = await fetch(`${product.url}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json", "idempotency-key": randomUUID() }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}
