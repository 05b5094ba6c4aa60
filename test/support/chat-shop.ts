import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { upsertProducts } from "@/lib/data/catalog";
import { createTestShop, type TestShop } from "@/lib/data/catalog/test-shop";
import { upsertCustomers } from "@/lib/data/customers";
import { upsertOrders } from "@/lib/data/orders";
import { signExternalId } from "@/lib/platform/auth/credentials";
import { readVisitorToken, type VisitorClaims } from "@/lib/platform/auth/visitor-token";
import { createWidgetKey, getWidgetSecret } from "@/lib/platform/shop";
import {
  openVisitorSession,
  sendMessage,
  sendVisitorMessage,
  startConversation,
} from "@/lib/service/conversations";
import type { SentMessageDto } from "@/lib/service/conversations/schemas";

export const NOW = new Date("2026-07-01T08:00:00Z");

/** A shop with customers who have orders, and people who write to it. Its clock goes on a second with each look. */
export interface ChatShop extends TestShop {
  customers: { li: string; wang: string };
  /** A customer whom an integration vouches for, on the `api` channel. */
  customerChat(externalId: string, locale?: "zh" | "en" | "es"): Promise<Chat>;
  /** A browser in the chat widget; with an external id, the shop's server vouches for it. */
  openBrowser(externalId?: string, known?: VisitorClaims): Promise<Browser>;
}

export interface Chat {
  id: string;
  say(text: string, clientMessageId?: string): Promise<SentMessageDto>;
}

export interface Browser {
  ctx: Context;
  claims: VisitorClaims;
  conversationId: string | null;
  say(text: string, clientMessageId?: string): Promise<SentMessageDto>;
}

const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

/**
 * Li has HP-20431 (shipped, expected on 3 July in Shanghai, which is still 2 July in UTC) and HP-20440 (paid);
 * Wang has HP-20500 (delivered); HP-20600 was bought by a guest.
 */
export async function openChatShop(sql: TestShop["sql"]): Promise<ChatShop> {
  const base = await createTestShop(sql, { timeZone: "Asia/Shanghai" });
  let time = NOW.getTime();
  const tick = () => {
    time += 1_000;
    return new Date(time);
  };
  const ticking = (ctx: Context): Context => ({ ...ctx, now: tick });
  const ctx = ticking(base.ctx);
  const shop: TestShop = {
    ...base,
    ctx,
    as: (actor) => ticking(base.as(actor)),
    asRole: (role) => ticking(base.asRole(role)),
  };
  const customers = await seedOrders(ctx);
  const widget = await createWidgetKey(ctx);
  const secret = await getWidgetSecret(ctx, { id: widget.id });

  return {
    ...shop,
    customers,
    async customerChat(externalId, locale) {
      const customer = { externalId, ...(locale ? { locale } : {}) };
      const { id } = await startConversation(ctx, { channel: "api", customer });
      const say = (text: string, clientMessageId = newId()) =>
        sendMessage(ctx, { id, author: "customer", text, clientMessageId });
      return { id, say };
    },
    async openBrowser(externalId, known) {
      const customer = externalId ? { externalId, signature: signExternalId(secret, externalId) } : undefined;
      const session = await openVisitorSession(
        { widgetKey: widget.key, ...(customer ? { customer } : {}) },
        { origin: null, known: known ?? null, requestId: newId() },
      );
      const claims = (await readVisitorToken(session.token))!;
      const { visitorId, customerId } = claims;
      const visitorCtx = shop.as({ type: "customer", visitorId, customerId });
      const say = (text: string, clientMessageId = newId()) =>
        sendVisitorMessage(visitorCtx, { text, clientMessageId });
      return { ctx: visitorCtx, claims, conversationId: session.conversationId, say };
    },
  };
}

async function seedOrders(ctx: Context): Promise<ChatShop["customers"]> {
  await upsertProducts(ctx, {
    items: [
      { externalId: "tea", name: { zh: "龙井茶", en: "Longjing tea", es: "Té Longjing" }, price: cny(8_800) },
      { externalId: "cup", name: { zh: "茶杯", en: "Tea cup", es: "Taza de té" }, price: cny(2_900) },
    ],
  });
  const { results } = await upsertCustomers(ctx, {
    items: [
      { externalId: "li", name: "Li", email: "li@example.com", phone: "+86 138 0013 8000" },
      { externalId: "wang", name: "Wang", email: "wang@example.com" },
    ],
  });
  const [li, wang] = results.map(({ id }) => id!) as [string, string];
  const lines = [
    { product: { externalId: "tea" }, quantity: 2, unitPrice: cny(8_800) },
    { product: { externalId: "cup" }, quantity: 1, unitPrice: cny(2_900) },
  ];
  const order = (number: string, placedAt: string, more: object) => ({
    externalId: number,
    number,
    placedAt,
    status: "paid" as const,
    lines,
    ...more,
  });
  const answer = await upsertOrders(ctx, {
    items: [
      order("HP-20431", "2026-06-29T00:00:00Z", {
        customerId: li,
        status: "shipped",
        shipments: [
          {
            carrier: "SF Express",
            trackingNumber: "SF1234567890123",
            status: "in_transit",
            shippedAt: "2026-06-30T00:00:00Z",
            expectedAt: "2026-07-02T18:30:00Z",
          },
        ],
      }),
      order("HP-20440", "2026-06-30T00:00:00Z", { customerId: li }),
      order("HP-20500", "2026-06-20T00:00:00Z", {
        customerId: wang,
        status: "delivered",
        shipments: [
          {
            carrier: "JD Logistics",
            trackingNumber: "JDX0011223344",
            status: "delivered",
            shippedAt: "2026-06-21T00:00:00Z",
            deliveredAt: "2026-06-23T20:00:00Z",
          },
        ],
      }),
      order("HP-20600", "2026-06-28T00:00:00Z", { email: "guest@example.com", phone: "+86 139 1234 5678" }),
    ],
  });
  const refused = answer.results.filter(({ status }) => status === "rejected");
  if (refused.length > 0) throw new Error(`The chat shop's orders were refused: ${JSON.stringify(refused)}`);
  return { li, wang };
}
