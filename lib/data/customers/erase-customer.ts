import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { type CustomerRow, findCustomer } from "./internal";
import { idInput } from "./schemas";

/** Stands where a person's words stood. */
export const ERASED_TEXT = "[erased]";

/**
 * Erases a person's data for good, in merged records too. Names and contact details are blanked wherever they
 * stand; what the person wrote is replaced by a marker; events lose the person; orders keep their amounts.
 */
export async function eraseCustomer(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "customers:erase");
  const { id } = parseInput(idInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const customer = await findCustomer(tx, ctx.merchantId, id);
    if (!customer || customer.erasedAt) throw notFound("customer");
    const { merchantId } = ctx;
    const records = await tx.execute<IdentityRow>(sql`
      SELECT id, external_id, name, email, phone FROM customers
      WHERE merchant_id = ${merchantId} AND (id = ${customer.id} OR merged_into_id = ${customer.id})
      ORDER BY id FOR UPDATE`);
    const identities = identifyingTexts(records);
    await eraseContacts(tx, merchantId, customer);
    await eraseConversations(tx, merchantId, customer, identities);
    await eraseOrders(tx, merchantId, customer);
    await eraseAfterSales(tx, merchantId, customer);
    await eraseEvents(tx, merchantId, customer);
    await eraseQuarantine(tx, merchantId, identities);
    const now = ctx.now().toISOString();
    await tx.execute(sql`
      UPDATE customers SET external_id = 'erased:' || id, name = NULL, email = NULL, phone = NULL, city = NULL,
        country = NULL, locale = NULL, erased_at = ${now}::timestamptz, updated_at = ${now}::timestamptz
      WHERE merchant_id = ${merchantId} AND (id = ${customer.id} OR merged_into_id = ${customer.id})`);
    await recordAudit(tx, ctx, {
      action: "customer.erased",
      subject: { type: "customer", id: customer.id },
      details: { records: records.length },
    });
  });
}

interface IdentityRow extends Record<string, unknown> {
  external_id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** What names the person in other people's texts. Very short names would be found inside common words. */
function identifyingTexts(records: Iterable<IdentityRow>): string[] {
  const texts = new Set<string>();
  for (const { external_id, name, email, phone } of records) {
    for (const text of [email, phone, name, external_id]) {
      if (text && (text.length >= 4 || (text.length >= 2 && /\p{Script=Han}/u.test(text)))) texts.add(text);
    }
  }
  return [...texts].sort((a, b) => b.length - a.length);
}

async function eraseConversations(
  tx: Transaction,
  merchantId: string,
  customer: CustomerRow,
  identities: string[],
): Promise<void> {
  const mine = sql`SELECT id FROM conversations WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}`;
  const withoutNames = identities.reduce<SQL>(
    (text, identity) => sql`replace(${text}, ${identity}, ${ERASED_TEXT})`,
    sql`text`,
  );
  // What was meant for this person goes out no more, and says too much about them.
  await tx.execute(sql`
    DELETE FROM scheduled_messages WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`);
  await tx.execute(sql`
    UPDATE messages SET
      text = CASE WHEN author = 'customer' THEN ${ERASED_TEXT} ELSE ${withoutNames} END,
      voice = NULL, attachments = NULL,
      client_message_id = CASE WHEN author = 'customer' THEN NULL ELSE client_message_id END
    WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`);
  // Files that either side sent, with their bytes.
  await tx.execute(
    sql`DELETE FROM attachments WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`,
  );
  // The same words in other languages, other wording or a summary.
  for (const copies of ["message_translations", "reply_phrasings", "conversation_summaries"])
    await tx.execute(sql`
      DELETE FROM ${sql.identifier(copies)} WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`);
  // Their words lead to nobody any more; what colleagues and the bot said about it goes from search with them.
  await tx.execute(
    sql`DELETE FROM conversation_terms WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`,
  );
  // What search could not answer is kept without numbers and addresses, but in the person's words.
  await tx.execute(
    sql`DELETE FROM unanswered_questions WHERE merchant_id = ${merchantId} AND status <> 'linked' AND conversation_id IN (${mine})`,
  );
  await tx.execute(
    sql`UPDATE unanswered_questions SET conversation_id = NULL WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`,
  );
  // A draft made of the conversation, which nobody has worked on or linked a question to, is the person's words alone.
  await tx.execute(sql`
    DELETE FROM knowledge_articles a
    WHERE a.merchant_id = ${merchantId} AND a.status = 'draft' AND a.latest_version = 1
      AND a.source_conversation_id IN (${mine}) AND NOT EXISTS (
        SELECT FROM unanswered_questions q WHERE q.merchant_id = a.merchant_id AND q.article_id = a.id)`);
  await tx.execute(sql`
    UPDATE knowledge_articles SET source_conversation_id = NULL
    WHERE merchant_id = ${merchantId} AND source_conversation_id IN (${mine})`);
  // Copies that outlive the message for a day: the live feed and the stored answers of repeated requests.
  await tx.execute(
    sql`DELETE FROM stream_events WHERE merchant_id = ${merchantId} AND conversation_id IN (${mine})`,
  );
  await tx.execute(sql`
    DELETE FROM idempotency_keys k USING (${mine}) AS c
    WHERE k.merchant_id = ${merchantId} AND position(c.id::text IN k.route) > 0`);
  await tx.execute(sql`
    UPDATE conversations SET last_message_preview = ${ERASED_TEXT}, slots = '{}', rating_comment = NULL, visitor_id = NULL
    WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}`);
}

/**
 * What platforms know the person by, and the raw calls that brought their messages. What still waits to be sent to them
 * is not sent: its text is gone.
 */
async function eraseContacts(tx: Transaction, merchantId: string, customer: CustomerRow): Promise<void> {
  const contacts = await tx.execute<{ id: string; account_id: string; provider_id: string }>(sql`
    SELECT id, account_id, provider_id FROM channel_contacts
    WHERE merchant_id = ${merchantId} AND (customer_id = ${customer.id} OR id IN (
      SELECT channel_contact_id FROM conversations WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}))
    ORDER BY id FOR UPDATE`);
  for (const { id, account_id, provider_id } of contacts) {
    await tx.execute(sql`
      DELETE FROM inbound_calls WHERE merchant_id = ${merchantId} AND account_id = ${account_id}
        AND sender_ids @> ARRAY[${provider_id}]`);
    await tx.execute(sql`
      UPDATE deliveries SET state = CASE WHEN state = 'pending' THEN 'failed' ELSE state END, error_reason = NULL,
        error_code = CASE WHEN state = 'pending' THEN 'customer_erased' ELSE error_code END, provider_id = NULL
      WHERE merchant_id = ${merchantId} AND contact_id = ${id}`);
    await tx.execute(sql`
      UPDATE channel_contacts SET provider_id = 'erased:' || id, name = NULL, email = NULL, phone = NULL,
        subject = NULL, last_inbound_at = NULL, last_inbound_provider_id = NULL
      WHERE merchant_id = ${merchantId} AND id = ${id}`);
  }
}

async function eraseOrders(tx: Transaction, merchantId: string, customer: CustomerRow): Promise<void> {
  await tx.execute(sql`
    UPDATE orders SET email = NULL, phone = NULL, shipping_address = NULL
    WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}`);
  await tx.execute(sql`
    DELETE FROM idempotency_keys k WHERE k.merchant_id = ${merchantId}
      AND (k.response_body->>'customerId' = ${customer.id} OR EXISTS (
        SELECT FROM orders o WHERE o.merchant_id = ${merchantId} AND o.customer_id = ${customer.id}
          AND position(o.id::text IN k.route) > 0))`);
  await tx.execute(sql`
    UPDATE returns SET reason = NULL WHERE merchant_id = ${merchantId} AND (customer_id = ${customer.id}
      OR order_id IN (SELECT id FROM orders WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}))`);
}

/**
 * Addresses, invoice titles and what was written go; that something was asked for, and for how much, stays. Of a
 * complaint the person's words go, and what was answered, which may quote them. Notices are for nobody then.
 */
async function eraseAfterSales(tx: Transaction, merchantId: string, customer: CustomerRow): Promise<void> {
  const theirs = sql`(customer_id = ${customer.id}
    OR order_id IN (SELECT id FROM orders WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id})
    OR conversation_id IN (SELECT id FROM conversations WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}))`;
  await tx.execute(sql`
    UPDATE order_requests SET input = '{}', note = NULL,
      result = CASE WHEN kind IN ('change_address', 'invoice') THEN '{}' ELSE result END
    WHERE merchant_id = ${merchantId} AND ${theirs}`);
  await tx.execute(sql`
    UPDATE complaints SET text = ${ERASED_TEXT}, resolution = NULL, input_sha256 = ''
    WHERE merchant_id = ${merchantId} AND ${theirs}`);
  await tx.execute(sql`
    DELETE FROM restock_notices WHERE merchant_id = ${merchantId} AND (customer_id = ${customer.id}
      OR lower(email) IN (SELECT lower(email) FROM customers WHERE merchant_id = ${merchantId}
        AND (id = ${customer.id} OR merged_into_id = ${customer.id}))
      OR conversation_id IN (SELECT id FROM conversations WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}))`);
}

/** The person's browsers go too: what they did before they signed in would lead back to them. */
async function eraseEvents(tx: Transaction, merchantId: string, customer: CustomerRow): Promise<void> {
  await tx.execute(sql`
    UPDATE events SET customer_id = NULL, anonymous_id = NULL, query = NULL
    WHERE merchant_id = ${merchantId} AND (customer_id = ${customer.id} OR anonymous_id IN (
      SELECT anonymous_id FROM events WHERE merchant_id = ${merchantId} AND customer_id = ${customer.id}))`);
}

/** Rejected import rows are kept as they stood in the file, names and all. */
async function eraseQuarantine(tx: Transaction, merchantId: string, identities: string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE import_rejections SET raw = '{}'
    WHERE merchant_id = ${merchantId} AND EXISTS (
      SELECT FROM jsonb_each_text(raw) AS field
      WHERE field.value IN (SELECT jsonb_array_elements_text(${JSON.stringify(identities)}::jsonb)))`);
}
