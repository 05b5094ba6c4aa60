import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { lookUpStock } from "@/lib/data/catalog";
import { findOrderByProof, findOrderForCustomer, getOrderSummary, listRecentOrders } from "@/lib/data/orders";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { parseAddress } from "@/lib/intelligence/text";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { listOrders } from "../describe-order";
import type { Memory } from "../memory";
import { chooseOptions, chooseSeveral, type Option } from "../reading/choose-option";
import { byAge, byPlace, namesOther, namesThatOne, type OfferedOrder } from "../reading/order-references";
import { readInvoiceDetails } from "../reading/read-invoice-details";
import { isImperative } from "../reading/repeats-wish";
import { asksSomething } from "../reading/split-clauses";
import { withoutUnwanted } from "../reading/without-unwanted";
import { type Dialogue, offeredFor, type Question, type Slot, type SlotOutcome, type Values } from "../task";
import type { Language } from "../types";
import { nameOf } from "./product-slot";

const MAX_FAILED_ATTEMPTS = 3;
const RECENT_ORDERS = 3;
const PROOFS_PER_HOUR = 20;

/**
 * The order a task is about. A vouched-for customer sees their own orders only; a stranger proves an order by its
 * number and the e-mail or phone on it. A wrong number, someone else's order and a failed proof sound the same.
 * "It" is the order that was talked of last.
 */
export const orderSlot: Slot = makeOrderSlot({});

/** The same, where the product that was talked of says more than the order that was. */
export const orderOfProductSlot: Slot = makeOrderSlot({ prefersProduct: true });

/** The same for what can be done only with orders of some statuses: the one of which it can be is meant. */
export const orderInSlot = (statuses: readonly OrderSummaryDto["status"][]): Slot =>
  makeOrderSlot({ statuses });

interface Preference {
  prefersProduct?: boolean;
  statuses?: readonly OrderSummaryDto["status"][];
}

function makeOrderSlot(preference: Preference): Slot {
  return {
    async fill(dialogue, _values, isAsked) {
      const { customerId } = dialogue.turn;
      return customerId ? fillOwn(dialogue, customerId, isAsked, preference) : fillProven(dialogue);
    },
    isEchoed: "later",
    hears(dialogue) {
      const isProof = !dialogue.turn.customerId && (emailIn(dialogue) ?? phoneIn(dialogue)) !== undefined;
      return isProof || numberIn(dialogue) !== undefined || chosen(dialogue) !== undefined;
    },
    isCorrected(dialogue, held) {
      // "What is in the first one?" asks and corrects nothing.
      const named =
        (ASKS_WHICH.test(dialogue.turn.text) ? undefined : numberIn(dialogue)) ??
        (asksSomething(dialogue.turn.text)
          ? undefined
          : (chosen(dialogue, held.label) ?? describedOther(dialogue, held.label)));
      if (named === undefined) return saysOther(dialogue) || saysThat(dialogue, held.label);
      return digitsOf(named) !== digitsOf(held.label);
    },
  };
}

/** The order that fills the slot, as it is now: an open task may have waited for days. */
export async function readOrder({ ctx }: Dialogue, values: Values): Promise<OrderSummaryDto> {
  return getOrderSummary(ctx, { id: orderIdIn(values) });
}

/** What can still be changed or cancelled, as far as its status says. */
export const HAS_NOT_LEFT: readonly OrderSummaryDto["status"][] = ["pending", "paid"];

export const orderIdIn = (values: Values) => String(values.order!.value);

async function fillOwn(
  dialogue: Dialogue,
  customerId: string,
  isAsked: boolean,
  { prefersProduct = false, statuses }: Preference,
): Promise<SlotOutcome> {
  const { ctx, words, language, memory } = dialogue;
  const named = numberIn(dialogue) ?? chosen(dialogue);
  const recent = await listRecentOrders(ctx, { customerId, limit: RECENT_ORDERS });
  const orders = recent.map((order) => ({
    number: order.number,
    items: itemNames(order, language),
    products: order.items.flatMap(({ productId }) => productId ?? []),
  }));
  const filled = (order: OrderSummaryDto) => filledWith(order, { orders });
  const meant = named
    ? undefined
    : (pickMeant(dialogue, recent) ?? (await byTalk(dialogue, recent, prefersProduct)));
  if (meant) return filled(meant);
  const isOther = !named && saysOther(dialogue);
  const number = named ?? (isAsked || isOther ? undefined : memory.orderNumber);
  if (number) {
    const order = await findOrderForCustomer(ctx, { customerId, number });
    if (order) return filled(order);
  }
  const only = recent.length === 1 && !number ? recent[0] : undefined;
  if (only) return filled(only);
  const able = recent.filter(({ status }) => statuses?.includes(status));
  if (able.length === 1 && !number && !isAsked && !isOther) return filled(able[0]!);
  const offered = recent.map(({ number }) => ({ value: number, label: number }));
  const numbers = listOrders(recent, language);
  if (!number) {
    const text = recent.length > 0 ? words("order.which", { numbers }) : words("order.noOrders");
    return ask(text, { awaiting: "order_number", orders }, offered);
  }
  const text =
    recent.length > 0 ? words("order.notYours", { number, numbers }) : words("order.notFound", { number });
  return miss(dialogue, text, { awaiting: "order_number", orders }, offered);
}

/** "The other order" of two; the one order that has what the message names: "the one with the kettle". */
function pickMeant(dialogue: Dialogue, recent: readonly OrderSummaryDto[]): OrderSummaryDto | undefined {
  const { memory } = dialogue;
  if (saysOther(dialogue)) {
    const others = recent.filter(({ number }) => number !== memory.orderNumber);
    if (memory.orderNumber && others.length === 1) return others[0];
  }
  const products = productsMeant(dialogue);
  const having = recent.filter(({ items }) =>
    items.some(({ productId }) => productId !== null && products.includes(productId)),
  );
  if (having.length > 0) return having.length === 1 ? having[0] : undefined;
  const orders = recent.map((order) => ({
    number: order.number,
    items: itemNames(order, dialogue.language),
  }));
  const number = byItems(dialogue, orders);
  return recent.find((order) => order.number === number);
}

/** The one order that has the product which was talked of, where no order was, or where it says more. */
async function byTalk(
  { ctx, memory }: Dialogue,
  recent: readonly OrderSummaryDto[],
  prefersProduct: boolean,
) {
  if (!memory.productId || (memory.orderNumber && !prefersProduct)) return undefined;
  const has = (ids: readonly string[]) =>
    recent.filter(({ items }) =>
      items.some(({ productId }) => productId !== null && ids.includes(productId)),
    );
  const exact = has([memory.productId]);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  // Another size of it was talked of.
  const { variants } = await lookUpStock(ctx, { productId: memory.productId });
  const sisters = has(variants.map(({ productId }) => productId));
  return sisters.length === 1 ? sisters[0] : undefined;
}

/** The products that a message names, without those that it says are not meant. */
function productsMeant({ turn }: Dialogue): string[] {
  const wanted = withoutUnwanted(turn.text);
  return turn.understanding.entities
    .filter(({ start, end }) => start === end || wanted.includes(turn.text.slice(start, end)))
    .flatMap(({ products = [] }) => products.map(({ id }) => id));
}

const itemNames = ({ items }: OrderSummaryDto, language: Language) =>
  items.flatMap(({ name }) => (name ? [nameOf({ name }, language)] : []));

/** The one order of which the message names an item. */
function byItems({ turn, language }: Dialogue, orders: readonly OfferedOrder[]): string | undefined {
  const options = orders.flatMap(({ number, items }) => items.map((label) => ({ value: number, label })));
  const numbers = new Set(
    chooseSeveral(withoutUnwanted(turn.text), options, language).map(({ value }) => value),
  );
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

/** "No, the one with the shirts", "yes, cancel the shirts": another of the customer's orders than the one that is held. */
function describedOther(dialogue: Dialogue, held: string): string | undefined {
  const { turn, consent, memory } = dialogue;
  if (consent.answer === null && !OF_ORDER.test(turn.text) && !isImperative(turn.text)) return undefined;
  const orders = memory.orders ?? [];
  const named = productsMeant(dialogue);
  const having = orders.filter(({ products = [] }) => products.some((id) => named.includes(id)));
  if (having.some(({ number }) => number === held)) return undefined;
  const number = having.length === 1 ? having[0]!.number : byItems(dialogue, orders);
  return number === held ? undefined : number;
}

const OF_ORDER =
  /[单單](?!独|獨)|(?<!\p{L})(?:orders?|the one|parcel|package|pedidos?|orden|compra|(?:el|la|lo) (?:del?|que))(?!\p{L})/iu;

/** "Is 47617 the one with the scarf?" */
const ASKS_WHICH = /^[\s¿]*(?:is|was|are|es|era)(?!\p{L}).*[?？]|是不是/isu;

async function fillProven(dialogue: Dialogue): Promise<SlotOutcome> {
  const { ctx, words, memory } = dialogue;
  const number = numberIn(dialogue) ?? memory.orderNumber;
  const email = emailIn(dialogue) ?? memory.contact?.email;
  const phone = phoneIn(dialogue) ?? memory.contact?.phone;
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
  if (order) return filledWith(order, { contact });
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

function filledWith(order: OrderSummaryDto, remember: Partial<Memory>): SlotOutcome {
  const [item, another] = order.items;
  return {
    is: "filled",
    filled: { value: order.id, label: order.number },
    remember: {
      orderNumber: order.number,
      awaiting: undefined,
      failedAttempts: undefined,
      // "How do I wash it?" is asked of the one thing in it.
      itemProductId: (!another && item?.productId) || undefined,
      ...remember,
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

/** A postal code in an address, a tax number and a phone number that was asked for are no numbers of orders. */
function numberIn(dialogue: Dialogue): string | undefined {
  const wanted = withoutUnwanted(dialogue.turn.text);
  // "HP-1 … no, wait, HP-2": the last counts.
  const number = dialogue.turn.understanding.entities
    .filter(
      ({ type, start, end }) =>
        type === "order_number" && wanted.includes(dialogue.turn.text.slice(start, end)),
    )
    .at(-1)?.value;
  if (number === undefined || number === phoneIn(dialogue)) return undefined;
  const { taxNumber } = readInvoiceDetails(dialogue.turn.text);
  if (taxNumber && digitsOf(taxNumber) === digitsOf(number)) return undefined;
  const { turn, language } = dialogue;
  if (isOfPhone(turn.text, number)) return undefined;
  const isBare = /^\d+$/.test(number);
  const address = isBare
    ? parseAddress(turn.text, { language, entities: turn.understanding.entities })
    : null;
  return address?.postalCode === number ? undefined : number;
}

/** "Cel 5512349876" is no order's number. */
function isOfPhone(text: string, number: string): boolean {
  const at = text.indexOf(number);
  return at > 0 && PHONE_LABEL.test(text.slice(0, at));
}

const PHONE_LABEL =
  /(?:(?<!\p{L})(?:cel(?:ular)?|tel(?:[eé]fono|ephone)?|phone|mobile|m[oó]vil|whatsapp)|手机号?|手機號?|电话|電話)[\s.:：是为為]*(?:is|es)?\s*$/iu;

const emailIn = (dialogue: Dialogue) => entity(dialogue, "email");

/** To a stranger who was asked to prove an order, bare figures of a phone's length are the phone. */
function phoneIn(dialogue: Dialogue): string | undefined {
  const phone = entity(dialogue, "phone");
  if (phone !== undefined || dialogue.turn.customerId || dialogue.memory.awaiting !== "order_proof")
    return phone;
  const figures = PHONE.exec(dialogue.turn.text)?.[0];
  const isOrder = figures && digitsOf(figures) === digitsOf(dialogue.memory.orderNumber ?? "");
  return isOrder ? undefined : figures;
}

const PHONE = /(?<![\p{L}\d-])\+?\d(?:[ .()-]?\d){6,14}(?![\p{L}\d])/u;

const saysOther = ({ turn }: Dialogue) => namesOther(turn.text);

/** The number of the order that the message picks from those offered. */
function chosen(dialogue: Dialogue, current?: string): string | undefined {
  const offered = offeredFor(dialogue, "order");
  const { orders = [] } = dialogue.memory;
  if (offered.length === 0) return byPlace(dialogue.turn.text, orders);
  const aged = byAge(dialogue.turn.text, orders);
  if (aged) return aged;
  const picked = chooseOptions(dialogue.turn.text, offered, current);
  return picked.length === 1 ? picked[0]!.value : byItems(dialogue, orders);
}

/** "That one", said of the order that was looked at meanwhile. */
const saysThat = ({ turn, memory }: Dialogue, held: string) =>
  memory.orderNumber !== undefined && memory.orderNumber !== held && namesThatOne(turn.text);

/** Whether the message speaks of an order by its place among those that were offered. */
export const namesOrderByPlace = ({ turn, memory }: Dialogue) =>
  byPlace(turn.text, memory.orders ?? []) !== undefined;

const digitsOf = (number: string) => number.normalize("NFKC").replace(/\D/g, "");
