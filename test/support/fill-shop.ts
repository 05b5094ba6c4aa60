import { newId } from "@/lib/core/ids";
import { openComplaint, requestInvoice, subscribeRestock } from "@/lib/data/after-sales";
import { upsertCategories, upsertProducts, upsertSuppliers } from "@/lib/data/catalog";
import type { TestShop } from "@/lib/data/catalog/test-shop";
import { createCoupon } from "@/lib/data/coupons";
import { upsertCustomers } from "@/lib/data/customers";
import { recordEvents } from "@/lib/data/events";
import { createArticle, recordQuestion } from "@/lib/data/knowledge";
import { upsertOrders } from "@/lib/data/orders";
import { baseIntentHead, encodeIntentHead } from "@/lib/intelligence/text";
import { createApiKey } from "@/lib/platform/api-keys";
import { signExternalId } from "@/lib/platform/auth/credentials";
import { createChannelAccount } from "@/lib/platform/channels";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { createWidgetKey, getWidgetSecret } from "@/lib/platform/shop";
import { createCannedReply } from "@/lib/service/canned-replies";
import {
  labelConversation,
  openVisitorSession,
  sendMessage,
  startConversation,
  updateConversations,
} from "@/lib/service/conversations";
import { createInboxView } from "@/lib/service/inbox-views";
import { createLabel } from "@/lib/service/labels";
import { createMacro } from "@/lib/service/macros";
import { addExamples, createIntent } from "@/lib/service/understanding";
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
  const sent = await sendMessage(ctx, {
    id: conversation.id,
    author: "customer",
    text: mark,
    clientMessageId: mark,
  });
  const attachment = newId();
  await sql`INSERT INTO attachments (merchant_id, id, uploader, conversation_id, kind, mime_type, file_name, size_bytes,
      sha256)
    VALUES (${merchantId}, ${attachment}, ${`user:${person.id}`}, ${conversation.id}, 'image', 'image/png',
      ${`${mark}.png`}, 0, '')`;
  const scheduled = newId();
  await sql`INSERT INTO scheduled_messages (merchant_id, id, conversation_id, client_message_id, author_user_id, text,
      send_at)
    VALUES (${merchantId}, ${scheduled}, ${conversation.id}, ${mark}, ${person.id}, ${mark}, '2100-01-01')`;
  // Whatever the model makes of the mark, a person should look at it.
  await sql`UPDATE messages SET confidence = 0.2 WHERE merchant_id = ${merchantId} AND id = ${sent.message.id}`;
  const understanding = await fillUnderstanding(shop, mark);
  const article = await createArticle(ctx, { language: "en", title: mark, body: mark, publish: true });
  const question = await recordQuestion(ctx, { text: mark, conversationId: conversation.id });
  const cannedReply = await createCannedReply(ctx, { name: mark, texts: { en: mark } });
  const label = await createLabel(ctx, { name: mark });
  await labelConversation(ctx, { id: conversation.id, add: [label.id] });
  const macro = await createMacro(ctx, { name: mark, steps: [{ type: "note", text: mark }] });
  const view = await createInboxView(ctx, { name: mark, isPersonal: false, filters: { q: mark } });
  const act = { type: "label" as const, labels: { remove: [label.id] } };
  const { undoId } = await updateConversations(ctx, { ids: [conversation.id], act });
  const afterSales = await fillAfterSales(shop, mark, { order, product, customer });
  const apiKey = await createApiKey(ctx, { name: mark, scopes: ["orders:read"] });
  const channels = await fillChannels(shop, mark, conversation.id, sent.message.id);
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
    message: sent.message.id,
    attachment,
    scheduled,
    ...understanding,
    article: article.id,
    question: question.id,
    cannedReply: cannedReply.id,
    label: label.id,
    macro: macro.id,
    view: view.id,
    act: undoId!,
    ...afterSales,
    ...channels,
    apiKey: apiKey.id,
    importId,
    widgetKey: widget.key,
    widgetSecret: secret,
    visitorToken: visitor.token,
  };
}

/** An account whose server nobody runs, a person in it, and a message that did not reach them. */
async function fillChannels(
  { ctx, merchantId, sql }: TestShop,
  mark: string,
  conversationId: string,
  messageId: string,
) {
  const settings = { botToken: `123456:${"a".repeat(35)}`, apiBaseUrl: "http://127.0.0.1:9" };
  const { id, address } = await createChannelAccount(ctx, { kind: "telegram", name: mark, settings });
  const contact = newId();
  await sql`INSERT INTO channel_contacts (merchant_id, id, account_id, provider_id, name)
    VALUES (${merchantId}, ${contact}, ${id}, ${mark}, ${mark})`;
  await sql`INSERT INTO deliveries (merchant_id, id, account_id, contact_id, conversation_id, message_id, part,
      text_from, text_to, state, error_reason, next_attempt_at)
    VALUES (${merchantId}, ${newId()}, ${id}, ${contact}, ${conversationId}, ${messageId}, 0, 0, 1, 'failed', ${mark}, now())`;
  return { channelAccount: id, channelToken: address.split("/").at(-2)! };
}

async function fillAfterSales(
  { ctx }: TestShop,
  mark: string,
  { order, product, customer }: { order: string; product: string; customer: string },
) {
  const invoice = { country: "CN", buyer: "personal" as const, title: mark, email: `${mark}@example.test` };
  const request = await requestInvoice(ctx, { orderId: order, requestKey: mark, invoice });
  const notice = await subscribeRestock(ctx, { productId: product }, { customerId: customer });
  const said = { requestKey: mark, category: "other" as const, text: mark, orderId: order };
  const complaint = await openComplaint(ctx, said);
  const coupon = await createCoupon(ctx, { code: mark, kind: "free_shipping", currency: "CNY" });
  return {
    orderRequest: request.id,
    restockNotice: notice.id,
    complaint: complaint.id,
    coupon: coupon.id,
  };
}

async function fillUnderstanding({ ctx, merchantId, sql }: TestShop, mark: string) {
  const { id: intent } = await createIntent(ctx, { name: { en: mark } });
  const { results } = await addExamples(ctx, { id: intent, texts: [mark] });
  const headVersion = newId();
  const { intents, ...card } = await readTextModelCard();
  const head = encodeIntentHead(baseIntentHead(intents, 512));
  const scores = { accuracy: 1, macroF1: 1, logLoss: 0, expectedCalibrationError: 0 };
  const comparison = {
    ...{ decision: "keep", reason: "nothing_gained", heldOutTexts: 0, current: scores, candidate: scores },
    ...{ fixed: 0, broken: 0, p: 1, correctionsFixed: 0, correctionsBroken: 0, classes: [] },
  };
  const counts = { corrections: 0, confirmations: 0, examples: 1, anchors: 0, heldOut: 0 };
  await sql`INSERT INTO head_versions (merchant_id, id, number, model, head, own_intents, counts, comparison,
      decision, reason, trigger, requested_by, taught_until)
    VALUES (${merchantId}, ${headVersion}, 1, ${modelKey(card)}, ${Buffer.from(head)}, '{}', ${sql.json(counts)},
      ${sql.json(comparison)}, 'rejected', 'nothing_gained', 'person', ${mark}, now())`;
  const alert = newId();
  await sql`INSERT INTO understanding_alerts (merchant_id, id, kind, measure, since, before, after, p, opened_at)
    VALUES (${merchantId}, ${alert}, 'confidence', 'mean_confidence', '2026-01-01', 0.9, 0.7, 0.001, now())`;
  return { intent, example: results[0]!.id!, headVersion, alert };
}
