import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput, toFieldIssues } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { type FindReference, findReferences } from "../records";
import {
  type EventInput,
  type EventRejection,
  eventInput,
  type RecordEventsInput,
  type RecordedEventsDto,
  recordEventsInput,
} from "./schemas";

const MAX_AHEAD_MS = 5 * 60_000;
const MAX_AGE_YEARS = 2;

/**
 * Adds events to the log. Each stands by itself: duplicates (by the sender's id, in this batch or stored) are
 * counted, bad ones rejected with a reason, the rest goes in. High in number, so the audit log leaves them out.
 */
export async function recordEvents(ctx: Context, raw: RecordEventsInput): Promise<RecordedEventsDto> {
  requirePermission(ctx, "events:write");
  const { events } = parseInput(recordEventsInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rejected: EventRejection[] = [];
    const valid: { index: number; event: EventInput }[] = [];
    for (const [index, candidate] of events.entries()) {
      const parsed = eventInput.safeParse(candidate);
      if (parsed.success) valid.push({ index, event: parsed.data });
      else rejected.push({ index, code: "invalid_event", message: describe(parsed.error) });
    }
    const given = valid.map(({ event }) => event);
    const findCustomer = await findReferences(
      tx,
      ctx.merchantId,
      "customer",
      given.flatMap((event) => event.customerId ?? []),
    );
    const findProduct = await findReferences(
      tx,
      ctx.merchantId,
      "product",
      given.flatMap((event) => event.productId ?? []),
    );
    const now = ctx.now();
    const rows = new Map<string, Record<string, unknown>>();
    let sound = 0;
    for (const { index, event } of valid) {
      const rejection = check(event, findCustomer, findProduct, now);
      if (rejection) {
        rejected.push({ index, ...rejection });
        continue;
      }
      sound += 1;
      if (!rows.has(event.id)) rows.set(event.id, toRow(event, findCustomer, findProduct));
    }
    const accepted = await insertNew(tx, ctx.merchantId, [...rows.values()], now);
    rejected.sort((a, b) => a.index - b.index);
    return { accepted, duplicates: sound - accepted, rejected };
  });
}

function describe(error: Parameters<typeof toFieldIssues>[0]): string {
  const { path, message } = toFieldIssues(error)[0]!;
  return path ? `${path}: ${message}` : message;
}

function check(
  event: EventInput,
  findCustomer: FindReference,
  findProduct: FindReference,
  now: Date,
): Omit<EventRejection, "index"> | null {
  if (event.customerId && !findCustomer(event.customerId)) {
    return {
      code: "unknown_customer",
      message: "There is no such customer. Send the customer first, or use anonymousId.",
    };
  }
  if (event.productId && !findProduct(event.productId))
    return { code: "unknown_product", message: "There is no such product. Send the product first." };
  const at = Date.parse(event.occurredAt);
  if (at > now.getTime() + MAX_AHEAD_MS) {
    return {
      code: "in_the_future",
      message:
        "occurredAt is more than 5 minutes ahead of our clock. Check the sender's clock and time zone.",
    };
  }
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - MAX_AGE_YEARS);
  if (at < oldest.getTime())
    return { code: "too_old", message: `occurredAt is more than ${MAX_AGE_YEARS} years ago.` };
  return null;
}

function toRow(event: EventInput, findCustomer: FindReference, findProduct: FindReference) {
  return {
    id: event.id,
    type: event.type,
    customer_id: event.customerId ? findCustomer(event.customerId) : null,
    anonymous_id: event.anonymousId ?? null,
    product_id: event.productId ? findProduct(event.productId) : null,
    query: event.query ?? null,
    quantity: event.quantity ?? null,
    value_minor: event.valueMinor ?? null,
    recommendation_id: event.recommendationId ?? null,
    campaign_id: event.campaignId ?? null,
    channel: event.channel ?? null,
    occurred_at: new Date(event.occurredAt).toISOString(),
  };
}

/** In the order of their ids, so that two senders of the same events do not deadlock. */
async function insertNew(tx: Transaction, merchantId: string, rows: object[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = sql.raw(
    "id, type, customer_id, anonymous_id, product_id, query, quantity, value_minor, recommendation_id, campaign_id, channel, occurred_at",
  );
  const inserted = await tx.execute(sql`
    INSERT INTO events (merchant_id, ${columns}, received_at)
    SELECT ${merchantId}::uuid, ${columns}, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(id text, type text, customer_id uuid,
      anonymous_id text, product_id uuid, query text, quantity integer, value_minor bigint,
      recommendation_id uuid, campaign_id uuid, channel text, occurred_at timestamptz)
    ORDER BY id ON CONFLICT DO NOTHING`);
  return inserted.count;
}
