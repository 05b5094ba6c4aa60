import type { Context } from "@/lib/core/context";
import { getCustomer, listCustomers } from "@/lib/data/customers";
import type { CustomerDto } from "@/lib/data/customers/schemas";
import { listOrders } from "@/lib/data/orders";
import { listConversations } from "@/lib/service/conversations";

export type Language = "zh" | "en" | "es";

export interface DemoCustomer {
  id: string;
  externalId: string;
  name: string;
  language: Language;
}

const LANGUAGES: readonly Language[] = ["zh", "en", "es"];
const PEOPLE_PER_LANGUAGE = 2;
const MAX_CANDIDATES = 60;
const KEPT_MS = 60_000;
/** Reserved for examples (RFC 2606): only people who cannot exist may be borrowed by whoever comes along. */
const MADE_UP_MAIL = /@([\w-]+\.)*(example|example\.(com|net|org))$/i;

let kept: { merchantId: string; until: number; people: Promise<DemoCustomer[]> } | undefined;

/** A handful of customers in each language whose parcels are on their way; kept for a minute. */
export function findDemoCustomers(ctx: Context): Promise<DemoCustomer[]> {
  const now = ctx.now().getTime();
  if (!kept || kept.merchantId !== ctx.merchantId || kept.until < now) {
    const people = readPeople(ctx);
    people.catch(() => {
      kept = undefined;
    });
    kept = { merchantId: ctx.merchantId, until: now + KEPT_MS, people };
  }
  return kept.people;
}

/** One who was chosen before, and may have left the handful since. */
export async function findDemoCustomer(ctx: Context, externalId: string): Promise<DemoCustomer | null> {
  const { data } = await listCustomers(ctx, { q: externalId, limit: 20 });
  const customer = data.find((one) => one.externalId === externalId);
  return customer ? toDemoCustomer(customer) : null;
}

async function readPeople(ctx: Context): Promise<DemoCustomer[]> {
  const { data: orders } = await listOrders(ctx, { status: "shipped", limit: 200 });
  const parcels = new Map<string, number>();
  for (const { customerId } of orders) {
    if (customerId) parcels.set(customerId, (parcels.get(customerId) ?? 0) + 1);
  }
  // Sorting keeps the order of equals, the latest first.
  const byParcels = [...parcels].sort(([, one], [, other]) => other - one).slice(0, MAX_CANDIDATES);
  const customers = await Promise.all(byParcels.map(([id]) => getCustomer(ctx, { id })));
  const candidates = customers.flatMap((customer) => toDemoCustomer(customer) ?? []);
  const chosen = await Promise.all(LANGUAGES.map((language) => pickFree(ctx, candidates, language)));
  return chosen.flat();
}

/** Those whose conversation a person has in hand get no answer from the bot: not the ones to try it with. */
async function pickFree(
  ctx: Context,
  candidates: DemoCustomer[],
  language: Language,
): Promise<DemoCustomer[]> {
  const free: DemoCustomer[] = [];
  for (const candidate of candidates) {
    if (free.length === PEOPLE_PER_LANGUAGE) break;
    if (candidate.language !== language) continue;
    const { data } = await listConversations(ctx, { customerId: candidate.id, owner: "human", limit: 1 });
    if (data.every((conversation) => conversation.status === "resolved")) free.push(candidate);
  }
  return free;
}

function toDemoCustomer({ id, externalId, name, email, locale }: CustomerDto): DemoCustomer | null {
  const language = LANGUAGES.find((one) => locale?.startsWith(one));
  return name && language && MADE_UP_MAIL.test(email ?? "") ? { id, externalId, name, language } : null;
}
