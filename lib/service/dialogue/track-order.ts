import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { findOrderByProof, findOrderForCustomer, listRecentOrders } from "@/lib/data/orders";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { describeOrder, listNumbers } from "./describe-order";
import type { Language, Reply, Slots, Turn } from "./types";
import { botWords } from "./words";

const MAX_FAILED_ATTEMPTS = 3;
const RECENT_ORDERS = 3;
const PROOFS_PER_HOUR = 20;

interface Tracking {
  turn: Turn;
  slots: Slots;
  language: Language;
}

/**
 * Answers where an order is. A vouched-for customer sees their own orders only; a stranger proves an order by its
 * number and the e-mail or phone on it. A wrong number, someone else's order and a failed proof sound the same.
 */
export async function trackOrder(ctx: Context, tracking: Tracking): Promise<Reply> {
  const { turn, slots } = tracking;
  const number = entity(turn, "order_number") ?? slots.orderNumber;
  if (turn.customerId) return trackOwnOrder(ctx, tracking, turn.customerId, number);
  return trackProvenOrder(ctx, tracking, number);
}

async function trackOwnOrder(
  ctx: Context,
  tracking: Tracking,
  customerId: string,
  number: string | undefined,
): Promise<Reply> {
  const words = botWords(tracking.language);
  if (number) {
    const order = await findOrderForCustomer(ctx, { customerId, number });
    if (order) return answer(ctx, tracking, order);
  }
  const recent = await listRecentOrders(ctx, { customerId, limit: RECENT_ORDERS });
  const only = recent.length === 1 && !number ? recent[0] : undefined;
  if (only) return answer(ctx, tracking, only);
  if (number) {
    const text =
      recent.length > 0
        ? words("order.notYours", { number, numbers: listNumbers(recent, tracking.language) })
        : words("order.notFound", { number });
    return askAgain(tracking, text, "order_number");
  }
  const text =
    recent.length > 0
      ? words("order.which", { numbers: listNumbers(recent, tracking.language) })
      : words("order.noOrders");
  return ask(tracking, text, { awaiting: "order_number" });
}

async function trackProvenOrder(
  ctx: Context,
  tracking: Tracking,
  number: string | undefined,
): Promise<Reply> {
  const words = botWords(tracking.language);
  const email = entity(tracking.turn, "email") ?? tracking.slots.contact?.email;
  const phone = entity(tracking.turn, "phone") ?? tracking.slots.contact?.phone;
  const contact = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
  const hasContact = email !== undefined || phone !== undefined;
  if (!number) {
    const text = hasContact ? words("order.askNumber") : words("order.askNumberAndContact");
    return ask(tracking, text, { awaiting: "order_number", ...(hasContact ? { contact } : {}) });
  }
  if (!hasContact) {
    return ask(tracking, words("order.askContact", { number }), {
      awaiting: "order_proof",
      orderNumber: number,
    });
  }
  const order = await tryProof(ctx, number, contact);
  if (order) return answer(ctx, tracking, order, { contact });
  // Both are kept: whoever mistyped one of them corrects only that one.
  const kept = { orderNumber: number, contact };
  return askAgain(tracking, words("order.noMatch", { number }), "order_proof", kept);
}

/** However many chats a guesser opens, one order's proof can be tried only so often. */
async function tryProof(
  ctx: Context,
  number: string,
  contact: { email?: string; phone?: string },
): Promise<OrderSummaryDto | null> {
  // By its digits, which every spelling that finds the order has in common: HP-20431, hp20431, 20431.
  const bucket = `order-proof:${ctx.merchantId}:${number.normalize("NFKC").replace(/\D/g, "")}`;
  const tx = ctx.tx as Transaction | undefined;
  const tries = await consumeLimit(bucket, PROOFS_PER_HOUR, 3_600, tx);
  return tries.allowed ? findOrderByProof(ctx, { number, ...contact }) : null;
}

function answer(
  ctx: Context,
  { turn, language }: Tracking,
  order: OrderSummaryDto,
  kept: Partial<Slots> = {},
): Reply {
  const words = botWords(language);
  const status = describeOrder(order, { language, timeZone: turn.shop.timeZone, now: ctx.now() });
  const isMissing =
    turn.understanding.isConfident &&
    turn.understanding.intent.id === "not_received" &&
    order.status === "delivered";
  return {
    text: isMissing ? `${status}\n${words("handoff.missingParcel")}` : status,
    language,
    intent: turn.understanding.intent.id,
    sources: [
      { type: "order", id: order.id, label: order.number },
      ...(order.shipmentId && order.trackingNumber
        ? [{ type: "shipment" as const, id: order.shipmentId, label: order.trackingNumber }]
        : []),
    ],
    slots: { orderNumber: order.number, ...kept },
    ...(isMissing ? { handoff: "unsupported_intent" as const } : {}),
  };
}

function ask({ turn, slots, language }: Tracking, text: string, change: Slots): Reply {
  const failed = slots.failedAttempts ? { failedAttempts: slots.failedAttempts } : {};
  return {
    text,
    language,
    intent: turn.understanding.intent.id,
    sources: [],
    slots: { ...failed, ...change },
  };
}

/** After three tries that led nowhere a person looks into it; guessing order numbers leads nowhere either. */
function askAgain(
  tracking: Tracking,
  text: string,
  awaiting: "order_number" | "order_proof",
  kept: Partial<Slots> = {},
): Reply {
  const failedAttempts = (tracking.slots.failedAttempts ?? 0) + 1;
  const { language, turn } = tracking;
  if (failedAttempts >= MAX_FAILED_ATTEMPTS) {
    return {
      text: botWords(language)("handoff.notVerified"),
      language,
      intent: turn.understanding.intent.id,
      sources: [],
      slots: { failedAttempts },
      handoff: "order_not_verified",
    };
  }
  return {
    text,
    language,
    intent: turn.understanding.intent.id,
    sources: [],
    slots: { ...kept, awaiting, failedAttempts },
  };
}

function entity(turn: Turn, type: string): string | undefined {
  return turn.understanding.entities.find((found) => found.type === type)?.value;
}
