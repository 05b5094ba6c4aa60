import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { findOrderByProof, findOrderForCustomer, getOrderSummary, listRecentOrders } from "@/lib/data/orders";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { listNumbers } from "../describe-order";
import type { Memory } from "../memory";
import { chooseOptions, type Option } from "../reading/choose-option";
import { type Dialogue, offeredFor, type Question, type Slot, type SlotOutcome, type Values } from "../task";

const MAX_FAILED_ATTEMPTS = 3;
const RECENT_ORDERS = 3;
const PROOFS_PER_HOUR = 20;

/**
 * The order a task is about. A vouched-for customer sees their own orders only; a stranger proves an order by its
 * number and the e-mail or phone on it. A wrong number, someone else's order and a failed proof sound the same.
 * "It" is the order that was talked of last.
 */
export const orderSlot: Slot = {
  async fill(dialogue, _values, isAsked) {
    const { customerId } = dialogue.turn;
    return customerId ? fillOwn(dialogue, customerId, isAsked) : fillProven(dialogue);
  },
  hears(dialogue) {
    const given = ["order_number", ...(dialogue.turn.customerId ? [] : ["email", "phone"])];
    return given.some((type) => entity(dialogue, type) !== undefined) || chosen(dialogue) !== undefined;
  },
  isCorrected(dialogue, held) {
    const named = entity(dialogue, "order_number") ?? chosen(dialogue, held.label);
    return named !== undefined && digitsOf(named) !== digitsOf(held.label);
  },
};

/** The order that fills the slot, as it is now: an open task may have waited for days. */
export async function readOrder({ ctx }: Dialogue, values: Values): Promise<OrderSummaryDto> {
  return getOrderSummary(ctx, { id: orderIdIn(values) });
}

export const orderIdIn = (values: Values) => String(values.order!.value);

async function fillOwn(dialogue: Dialogue, customerId: string, isAsked: boolean): Promise<SlotOutcome> {
  const { ctx, words, language, memory } = dialogue;
  const named = entity(dialogue, "order_number") ?? chosen(dialogue);
  const number = named ?? (isAsked ? undefined : memory.orderNumber);
  if (number) {
    const order = await findOrderForCustomer(ctx, { customerId, number });
    if (order) return filled(order);
  }
  const recent = await listRecentOrders(ctx, { customerId, limit: RECENT_ORDERS });
  const only = recent.length === 1 && !number ? recent[0] : undefined;
  if (only) return filled(only);
  const offered = recent.map(({ number }) => ({ value: number, label: number }));
  const numbers = listNumbers(recent, language);
  if (!number) {
    const text = recent.length > 0 ? words("order.which", { numbers }) : words("order.noOrders");
    return ask(text, { awaiting: "order_number" }, offered);
  }
  const text =
    recent.length > 0 ? words("order.notYours", { number, numbers }) : words("order.notFound", { number });
  return miss(dialogue, text, { awaiting: "order_number" }, offered);
}

async function fillProven(dialogue: Dialogue): Promise<SlotOutcome> {
  const { ctx, words, memory } = dialogue;
  const number = entity(dialogue, "order_number") ?? memory.orderNumber;
  const email = entity(dialogue, "email") ?? memory.contact?.email;
  const phone = entity(dialogue, "phone") ?? memory.contact?.phone;
  const contact = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
  const hasContact = email !== undefined || phone !== undefined;
  if (!number) {
    const text = hasContact ? words("order.askNumber") : words("order.askNumberAndContact");
    return ask(text, { awaiting: "order_number", ...(hasContact ? { contact } : {}) });
  }
  if (!hasContact) {
    const text = words("order.askContact", { number });
    return ask(text, { awaiting: "order_proof", orderNumber: number });
  }
  const order = await tryProof(ctx, number, contact);
  if (order) return filled(order, contact);
  // Both are kept: whoever mistyped one of them corrects only that one.
  const kept = { awaiting: "order_proof", orderNumber: number, contact } as const;
  return miss(dialogue, words("order.noMatch", { number }), kept);
}

/** However many chats a guesser opens, one order's proof can be tried only so often. */
async function tryProof(
  ctx: Context,
  number: string,
  contact: { email?: string; phone?: string },
): Promise<OrderSummaryDto | null> {
  // By its digits, which every spelling that finds the order has in common: HP-20431, hp20431, 20431.
  const bucket = `order-proof:${ctx.merchantId}:${digitsOf(number)}`;
  const tries = await consumeLimit(bucket, PROOFS_PER_HOUR, 3_600, ctx.tx as Transaction | undefined);
  return tries.allowed ? findOrderByProof(ctx, { number, ...contact }) : null;
}

function filled(order: OrderSummaryDto, contact?: Memory["contact"]): SlotOutcome {
  return {
    is: "filled",
    filled: { value: order.id, label: order.number },
    remember: {
      orderNumber: order.number,
      awaiting: undefined,
      failedAttempts: undefined,
      ...(contact ? { contact } : {}),
    },
  };
}

function ask(text: string, remember: Partial<Memory>, offered: Option[] = []): Question {
  return { is: "question", text, offered, remember };
}

/** After three tries that led nowhere a person looks into it; guessing order numbers leads nowhere either. */
function miss(dialogue: Dialogue, text: string, kept: Partial<Memory>, offered: Option[] = []): SlotOutcome {
  const failedAttempts = (dialogue.memory.failedAttempts ?? 0) + 1;
  if (failedAttempts < MAX_FAILED_ATTEMPTS) return ask(text, { ...kept, failedAttempts }, offered);
  return {
    is: "over",
    answer: { text: dialogue.words("handoff.notVerified"), handoff: "order_not_verified" },
    remember: { failedAttempts, awaiting: undefined, orderNumber: undefined, contact: undefined },
  };
}

function entity({ turn }: Dialogue, type: string): string | undefined {
  return turn.understanding.entities.find((found) => found.type === type)?.value;
}

/** The number of the order that the message picks from those offered. */
function chosen(dialogue: Dialogue, current?: string): string | undefined {
  const picked = chooseOptions(dialogue.turn.text, offeredFor(dialogue, "order"), current);
  return picked.length === 1 ? picked[0]!.value : undefined;
}

const digitsOf = (number: string) => number.normalize("NFKC").replace(/\D/g, "");
