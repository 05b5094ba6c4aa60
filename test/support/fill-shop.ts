import { newId } from "@/lib/core/ids";
import { upsertCategories, upsertProducts, upsertSuppliers } from "@/lib/data/catalog";
import type { TestShop } from "@/lib/data/catalog/test-shop";
import { upsertCustomers } from "@/lib/data/customers";
import { recordEvents } from "@/lib/data/events";
import { upsertOrders } from "@/lib/data/orders";
import { createApiKey } from "@/lib/platform/api-keys";
import { signExternalId } from "@/lib/platform/auth/credentials";
import { createWidgetKey, getWidgetSecret } from "@/lib/platform/shop";
import { openVisitorSession, sendMessage, startConversation } from "@/lib/service/conversations";
import { addPerson } from "./people";

/** The ids of one record of each kind. Every text in them contains `mark`, by which a leak is seen. */
export type FilledShop = Awaited<ReturnType<typeof fillShop>>;

export async function fillShop(shop: TestShop, mark: string) {
  const { ctx, merchantId, sql } = shop;
  const idOf = async (answer: Promise<{ results: { id?: string }[] }>) => (await answer).results[0]!.id!;
  const person = await addPerson(shop, "owner", { name: mark });
  const category = await idOf(upsertCategories(ctx, { items: [{ externalId: mark, name: { en: mark } }] }));
  const supplier = await idOf(upsertSuppliers(ctx, { items: [{ externalId: mark, name: mark }] }));
  const price = { amountMinor: 1_000, currency: "CNY" };
  const product = await idOf(
    upsertProducts(ctx, {
      items: [{ externalId: mark, name: { en: mark }, price, categories: [{ id: category }] }],
    }),
  );
  const person2 = { externalId: mark, name: mark, email: `${mark}@example.test` };
  const customer = await idOf(upsertCustomers(ctx, { items: [person2] }));
  const order = await idOf(
    upsertOrders(ctx, {
      items: [
        {
          externalId: mark,
          number: mark.toUpperCase(),
          status: "paid",
          placedAt: new Date().toISOString(),
          customerId: customer,
          lines: [{ product: { id: product }, quantity: 1, unitPrice: price }],
        },
      ],
    }),
  );
  await recordEvents(ctx, {
    events: [{ id: mark, type: "view", customerId: customer, occurredAt: new Date().toISOString() }],
  });
  const conversation = await startConversation(ctx, { channel: "api", customer: { externalId: mark } });
  await sendMessage(ctx, { id: conversation.id, author: "customer", text: mark, clientMessageId: mark });
  const apiKey = await createApiKey(ctx, { name: mark, scopes: ["orders:read"] });
  const importId = newId();
  await sql`INSERT INTO imports (merchant_id, id, kind, file_name, file_bytes, status, rows_rejected)
    VALUES (${merchantId}, ${importId}, 'orders', ${`${mark}.csv`}, 1, 'succeeded', 1)`;
  await sql`INSERT INTO import_rejections (merchant_id, import_id, row_number, raw, code, message)
    VALUES (${merchantId}, ${importId}, 1, ${sql.json({ note: mark })}, 'missing_value', ${mark})`;
  const widget = await createWidgetKey(ctx);
  const secret = await getWidgetSecret(ctx, { id: widget.id });
  const visitor = await openVisitorSession(
    { widgetKey: widget.key, customer: { externalId: mark, signature: signExternalId(secret, mark) } },
    { origin: null, known: null, requestId: newId() },
  );
  return {
    merchantId,
    mark,
    key: await shop.createApiKey(),
    person: person.id,
    category,
    supplier,
    product,
    customer,
    order,
    conversation: conversation.id,
    apiKey: apiKey.id,
    importId,
    widgetKey: widget.key,
    widgetSecret: secret,
    visitorToken: visitor.token,
  };
}
