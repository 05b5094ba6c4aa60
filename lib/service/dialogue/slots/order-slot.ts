import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { findOrderByProof, findOrderForCustomer, getOrderSummary, listRecentOrders } from "@/lib/data/orders";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { parseAddress } from "@/lib/intelligence/text";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { listOrders } from "../describe-order";
import type { Memory } from "../memory";
import { chooseOptions, chooseSeveral, type Option } from "../reading/choose-option";
import { readInvoiceDetails } from "../reading/read-invoice-details";
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
export const orderSlot: Slot = makeOrderSlot(false);

/** The same, where the product that was talked of says more than the order that was. */
export const orderOfProductSlot: Slot = makeOrderSlot(true);

function makeOrderSlot(prefersProduct: boolean): Slot {
  return {
    async fill(dialogue, _values, isAsked) {
      const { customerId } = dialogue.turn;
      return customerId ? fillOwn(dialogue, customerId, isAsked, prefersProduct) : fillProven(dialogue);
    },
    hears(dialogue) {
      const isProof = !dialogue.turn.customerId && (emailIn(dialogue) ?? phoneIn(dialogue)) !== undefined;
      return isProof || numberIn(dialogue) !== undefined || chosen(dialogue) !== undefined;
    },
    isCorrected(dialogue, held) {
      // "What is in the first one?" asks and corrects nothing.
      const named =
        numberIn(dialogue) ?? (ASKS.test(dialogue.turn.text) ? undefined : chosen(dialogue, held.label));
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
  prefersProduct: boolean,
): Promise<SlotOutcome> {
  const { ctx, words, language, memory } = dialogue;
  const named = numberIn(dialogue) ?? chosen(dialogue);
  const recent = await listRecentOrders(ctx, { customerId, limit: RECENT_ORDERS });
  const meant = named ? undefined : (pickMeant(dialogue, recent) ?? byTalk(dialogue, recent, prefersProduct));
  if (meant) return filled(meant);
  const isOther = !named && saysOther(dialogue);
  const number = named ?? (isAsked || isOther ? undefined : memory.orderNumber);
  if (number) {
    const order = await findOrderForCustomer(ctx, { customerId, number });
    if (order) return filled(order);
  }
  const only = recent.length === 1 && !number ? recent[0] : undefined;
  if (only) return filled(only);
  const offered = recent.map(({ number }) => ({ value: number, label: number }));
  const orders = recent.map((order) => ({ number: order.number, items: itemNames(order, language) }));
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
  const { turn, memory } = dialogue;
  if (saysOther(dialogue)) {
    const others = recent.filter(({ number }) => number !== memory.orderNumber);
    return memory.orderNumber && others.length === 1 ? others[0] : undefined;
  }
  const products = turn.understanding.entities.flatMap(({ products = [] }) => products.map(({ id }) => id));
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
function byTalk({ memory }: Dialogue, recent: readonly OrderSummaryDto[], prefersProduct: boolean) {
  if (!memory.productId || (memory.orderNumber && !prefersProduct)) return undefined;
  const having = recent.filter(({ items }) => items.some(({ productId }) => productId === memory.productId));
  return having.length === 1 ? having[0] : undefined;
}

type OfferedOrder = NonNullable<Memory["orders"]>[number];

const itemNames = ({ items }: OrderSummaryDto, language: Language) =>
  items.flatMap(({ name }) => (name ? [nameOf({ name }, language)] : []));

/** The one order of which the message names an item. */
function byItems({ turn, language }: Dialogue, orders: readonly OfferedOrder[]): string | undefined {
  const options = orders.flatMap(({ number, items }) => items.map((label) => ({ value: number, label })));
  const numbers = new Set(chooseSeveral(turn.text, options, language).map(({ value }) => value));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

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

/** A postal code in an address, a tax number and a phone number that was asked for are no numbers of orders. */
function numberIn(dialogue: Dialogue): string | undefined {
  const number = entity(dialogue, "order_number");
  if (number === undefined || number === phoneIn(dialogue)) return undefined;
  const { taxNumber } = readInvoiceDetails(dialogue.turn.text);
  if (taxNumber && digitsOf(taxNumber) === digitsOf(number)) return undefined;
  const { turn, language } = dialogue;
  const isBare = /^\d+$/.test(number);
  const address = isBare
    ? parseAddress(turn.text, { language, entities: turn.understanding.entities })
    : null;
  return address?.postalCode === number ? undefined : number;
}

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

const saysOther = ({ turn }: Dialogue) => OTHER_ORDER.test(turn.text);

const OTHER_ORDER =
  /另(?:外)?(?:那|一)?(?:个|個|张|張|笔|筆)?(?:订单|訂單|单|單)|另一[单單]|另外那[个個单單]|(?<!\p{L})other (?:order|one)(?!\p{L})|(?<!\p{L})otr[oa] (?:pedido|orden|compra)(?!\p{L})|(?<!\p{L})(?:el|la) otr[oa](?=\s*(?:$|[,.!?]))/iu;

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

/** Orders are offered with the newest first. */
function byAge(text: string, orders: readonly OfferedOrder[]): string | undefined {
  if (orders.length < 2) return undefined;
  if (NEWEST.test(text)) return orders[0]!.number;
  return OLDEST.test(text) ? orders.at(-1)!.number : undefined;
}

const NEWEST =
  /(?:最?新|最近|后来|後來)的?(?:那|一)[个個单單]|(?<!\p{L})(?:newer|newest|latest|most recent|more recent) (?:one|order)(?!\p{L})|(?<!\p{L})el (?:m[aá]s )?(?:nuevo|reciente)(?!\p{L})/iu;
const OLDEST =
  /(?:最?早|最?旧|之前|先前)的?(?:那|一)[个個单單]|(?<!\p{L})(?:older|oldest|earlier|earliest) (?:one|order)(?!\p{L})|(?<!\p{L})el (?:m[aá]s )?(?:viejo|antiguo)(?!\p{L})/iu;

/** "The first one" of those that were offered some time ago. */
function byPlace(text: string, orders: readonly OfferedOrder[]): string | undefined {
  const aged = byAge(text, orders);
  if (aged) return aged;
  const place = PLACE.exec(text)?.[0];
  const options = orders.map(({ number }) => ({ value: number, label: number }));
  return place && options.length > 1 ? chooseOptions(place, options)[0]?.value : undefined;
}

const ASKS = /[?？]|[吗嗎]|什么|什麼/u;
const PLACE =
  /(?<!\p{L})(?:first|second|third) (?:one|order)(?!\p{L})|第[一二三](?:个|個|单|單|笔|筆)(?:订单|訂單)?|(?<!\p{L})(?:el|la) (?:primer|segund|tercer)[oa](?!\p{L})/iu;

/** "That one", said of the order that was looked at meanwhile. */
const saysThat = ({ turn, memory }: Dialogue, held: string) =>
  memory.orderNumber !== undefined && memory.orderNumber !== held && THAT_ONE.test(turn.text);

const THAT_ONE =
  /(?<!\p{L})that (?:one|order)(?!\p{L})|(?<!\p{L})es[ea](?: pedido)?(?!\p{L})|那(?:个|個|张|張|笔|筆)?(?:订单|訂單|单|單)|那[个個]/iu;

/** Whether the message speaks of an order by its place among those that were offered. */
export const namesOrderByPlace = ({ turn, memory }: Dialogue) =>
  byPlace(turn.text, memory.orders ?? []) !== undefined;

const digitsOf = (number: string) => number.normalize("NFKC").replace(/\D/g, "");
