import { randomUUID } from "node:crypto";
import { desk } from "./storefront";

export interface Person {
  id: string;
  externalId: string;
  name: string;
  /** Of their one order, which is paid. */
  orderNumber: string;
}

interface Details {
  name: string;
  locale?: "en" | "zh" | "es";
  email?: string;
  phone?: string;
}

/** Somebody of one's own, so that no other test is disturbed. */
export async function makePerson({ name, ...details }: Details): Promise<Person> {
  const externalId = `e2e-handoff-${randomUUID()}`;
  const { results } = await desk<{ results: { id: string }[] }>("POST", "/customers", {
    items: [{ externalId, name, ...details }],
  });
  const { data } = await desk<{ data: { id: string; price: { currency: string } }[] }>(
    "GET",
    "/products?limit=1",
  );
  const [product] = data;
  const orderNumber = `HP-${String(Date.now()).slice(-7)}${Math.floor(Math.random() * 90 + 10)}`;
  await desk("POST", "/orders", {
    items: [
      {
        ...{ externalId, number: orderNumber, status: "paid", placedAt: new Date().toISOString() },
        customer: { externalId },
        lines: [{ product: { id: product!.id }, quantity: 2, unitPrice: product!.price }],
      },
    ],
  });
  return { id: results[0]!.id, externalId, name, orderNumber };
}

/** A conversation in which they have said all this, one after the other. */
export async function talk(
  { externalId }: Person,
  locale: "en" | "zh" | "es",
  ...texts: string[]
): Promise<string> {
  const customer = { externalId, locale };
  const { id } = await desk<{ id: string }>("POST", "/conversations", { channel: "api", customer });
  for (const text of texts) await say(id, text);
  return id;
}

export async function say(id: string, text: string): Promise<void> {
  await desk("POST", `/conversations/${id}/messages`, {
    author: "customer",
    text,
    clientMessageId: randomUUID(),
  });
}
