import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts, conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import {
  contactsOf,
  customersWith,
  judgeMatch,
  type Known,
  readKnown,
  readShopCountry,
} from "@/lib/data/customers";
import { readMemory } from "@/lib/service/dialogue";
import { conversationIdInput, type MatchingCustomersDto } from "../schemas";

const MOST_SHOWN = 5;

/**
 * Customers who may be the unknown person of a conversation: by what the platform tells of them and the order that they
 * proved, which is strong, and by what they typed, which is weak. None where the customer is known.
 */
export async function findMatchingCustomers(
  ctx: Context,
  raw: { id: string },
): Promise<MatchingCustomersDto> {
  requirePermission(ctx, "conversations:read");
  requirePermission(ctx, "customers:read");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ conversation: conversations, contact: channelContacts })
      .from(conversations)
      .leftJoin(
        channelContacts,
        and(
          eq(channelContacts.merchantId, conversations.merchantId),
          eq(channelContacts.id, conversations.channelContactId),
        ),
      )
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
    if (!row) throw notFound("conversation");
    const { conversation, contact } = row;
    const told = contact && { name: contact.name, email: contact.email, phone: contact.phone };
    const answer = { canLink: contact !== null, contact: told };
    if (conversation.customerId) return { ...answer, data: [] };
    const memory = readMemory(conversation.slots);
    const person: Known = {
      name: contact?.name ?? null,
      country: null,
      contacts: [...contactsOf(contact ?? {}, true), ...contactsOf(memory.contact ?? {}, false)],
    };
    const proven = await readProvenCustomers(tx, ctx, provenOrderIds(memory));
    return { ...answer, data: await judge(tx, ctx, { person, proven, contactId: contact?.id ?? null }) };
  });
}

interface Wanted {
  person: Known;
  proven: Set<string>;
  contactId: string | null;
}

async function judge(
  tx: Transaction,
  { merchantId }: Context,
  { person, proven, contactId }: Wanted,
): Promise<MatchingCustomersDto["data"]> {
  if (person.contacts.length === 0 && proven.size === 0) return [];
  const apart: SQL = contactId
    ? sql`AND NOT EXISTS (SELECT FROM distinct_contacts d WHERE d.merchant_id = ${merchantId}
        AND d.contact_id = ${contactId} AND d.customer_id = f.id)`
    : sql``;
  const known = await readKnown(
    tx,
    merchantId,
    sql`SELECT f.id FROM (${customersWith(merchantId, person)}
        UNION SELECT jsonb_array_elements_text(${JSON.stringify([...proven])}::jsonb)::uuid) f(id)
      WHERE f.id IS NOT NULL ${apart}`,
  );
  const country = await readShopCountry(tx, merchantId);
  return known
    .flatMap((other) => {
      const more = proven.has(other.brief.id) ? [{ kind: "order", strength: "strong" } as const] : [];
      const match = judgeMatch(person, other, country, more);
      return match ? [{ customer: other.brief, ...match }] : [];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_SHOWN);
}

/** A stranger's order can only have come into a task by being proven. */
function provenOrderIds({ tasks = [], past = [] }: ReturnType<typeof readMemory>): string[] {
  return [...past, ...tasks].flatMap(({ values }) => {
    const id = values.order?.value;
    return typeof id === "string" && isId(id) ? [id] : [];
  });
}

async function readProvenCustomers(
  tx: Transaction,
  { merchantId }: Context,
  orderIds: string[],
): Promise<Set<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await tx.execute<{ customer_id: string }>(sql`
    SELECT DISTINCT customer_id::text FROM orders WHERE merchant_id = ${merchantId} AND customer_id IS NOT NULL
      AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb)::uuid)`);
  return new Set(rows.map(({ customer_id }) => customer_id));
}
