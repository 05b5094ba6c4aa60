import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { toIso } from "../../records";
import type { CustomerBriefDto } from "../schemas";
import { countryOfCurrency } from "./international-phone";
import type { Known } from "./judge-match";

/** A customer as they are compared and shown beside another. */
export type KnownCustomer = Known & { brief: CustomerBriefDto };

interface Row extends Record<string, unknown> {
  id: string;
  external_id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  country: string | null;
  created_at: string;
  orders: number;
  contacts: { email: string | null; phone: string | null }[];
  typed: { email: string | null; phone: string | null }[];
}

const MOST = 20;

/** Customers that stand for themselves and are not erased, with the addresses that they gave or typed; one statement. */
export async function readKnown(tx: Transaction, merchantId: string, ids: SQL): Promise<KnownCustomer[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT c.id::text, c.external_id, c.name, c.email, c.phone, c.country, c.created_at,
      (SELECT count(*)::int FROM orders o WHERE o.merchant_id = c.merchant_id AND o.customer_id = c.id) AS orders,
      coalesce((SELECT jsonb_agg(jsonb_build_object('email', k.email, 'phone', k.phone)) FROM channel_contacts k
        WHERE k.merchant_id = c.merchant_id AND k.customer_id = c.id), '[]') AS contacts,
      coalesce((SELECT jsonb_agg(v.slots->'contact') FROM conversations v
        WHERE v.merchant_id = c.merchant_id AND v.customer_id = c.id AND v.slots ? 'contact'), '[]') AS typed
    FROM customers c
    WHERE c.merchant_id = ${merchantId} AND c.id IN (${ids}) AND c.merged_into_id IS NULL AND c.erased_at IS NULL
    LIMIT ${MOST}`);
  return rows.map(toKnown);
}

function toKnown(row: Row): KnownCustomer {
  const { name, email, phone, country, contacts, typed } = row;
  const given = [{ email, phone }, ...contacts];
  return {
    name,
    country: country && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null,
    contacts: [
      ...given.flatMap((each) => contactsOf(each, true)),
      ...typed.flatMap((each) => contactsOf(each, false)),
    ],
    brief: {
      ...{ id: row.id, externalId: row.external_id, name, email, phone, country },
      orders: row.orders,
      createdAt: toIso(row.created_at)!,
    },
  };
}

/** What was typed is as an earlier version may have kept it. */
export function contactsOf(
  { email, phone }: { email?: unknown; phone?: unknown },
  isGiven: boolean,
): Known["contacts"] {
  return [
    ...(typeof email === "string" && email ? [{ kind: "email" as const, value: email, isGiven }] : []),
    ...(typeof phone === "string" && phone ? [{ kind: "phone" as const, value: phone, isGiven }] : []),
  ];
}

/** Ids of customers who have one of these addresses themselves or on a platform, as the columns compare them. */
export function customersWith(merchantId: string, { contacts }: Known): SQL {
  const emails = contacts.filter(({ kind }) => kind === "email").map(({ value }) => emailKey(value));
  const phones = contacts.filter(({ kind }) => kind === "phone").map(({ value }) => phoneKey(value));
  const among = (keys: string[]) => sql`(SELECT jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
  return sql`
    SELECT id FROM customers WHERE merchant_id = ${merchantId} AND email_key IN ${among(emails)}
    UNION SELECT id FROM customers WHERE merchant_id = ${merchantId} AND phone_key IN ${among(phones)}
    UNION SELECT customer_id FROM channel_contacts WHERE merchant_id = ${merchantId} AND email_key IN ${among(emails)}
    UNION SELECT customer_id FROM channel_contacts WHERE merchant_id = ${merchantId} AND phone_key IN ${among(phones)}`;
}

/** As the generated columns have them. */
const emailKey = (email: string) =>
  email
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, "@");
const phoneKey = (phone: string) => phone.normalize("NFKC").replace(/\D/g, "").slice(-8);

export async function readShopCountry(tx: Transaction, merchantId: string): Promise<string | null> {
  const [shop] = await tx.execute<{ base_currency: string }>(
    sql`SELECT base_currency FROM merchants WHERE id = ${merchantId}`,
  );
  return shop ? countryOfCurrency(shop.base_currency) : null;
}
