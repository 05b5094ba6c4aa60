import { type Memory, taskIdFor } from "@/lib/service/dialogue";
import type { MessageDto } from "../schemas";

/** One thing that the customer came with, and how far it is. */
export interface Wish {
  /** A task of the dialogue, or what a message asked for where no task was begun. */
  is: "task" | "intent";
  id: string;
  state: "open" | "asked" | "unconfirmed" | "answered" | "done" | "refused" | "dropped" | "person";
  order: string | null;
  /** The items by their products, so that they can be named in the reader's language. */
  items: { productId: string | null; quantity: number; label: string }[];
  /** The slot that the bot has asked for. */
  waitsFor: string | null;
  because: string | null;
}

/** Talk about the talk itself asks for nothing. */
const NO_WISH = new Set([
  "human_agent",
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "deny",
  "provide_info",
  "out_of_scope",
]);
const MIN_CONFIDENCE = 0.4;

/** What the customer wants, in the order in which they came to it: from what the bot remembers, and what was written. */
export function listWishes(memory: Memory, messages: readonly MessageDto[]): Wish[] {
  const known = [...pastWishes(memory), ...openWishes(memory)];
  const asked = askedIntents(messages);
  const firstAsked = (wish: Wish) => {
    const at = asked.findIndex(({ task, intent }) => (wish.is === "task" ? task : intent) === wish.id);
    return at < 0 ? asked.length : at;
  };
  const rest = asked
    .filter(({ task }) => !known.some(({ id }) => id === task))
    .map(({ intent, isAnswered }): Wish => {
      const state = isAnswered ? "answered" : "open";
      return { ...{ is: "intent", id: intent, state }, ...NOTHING_MORE };
    });
  return [...known, ...rest].sort((one, other) => firstAsked(one) - firstAsked(other));
}

const NOTHING_MORE = { order: null, items: [], waitsFor: null, because: null };

/** Of what was asked for again about the same order the last end counts. */
function pastWishes({ past = [] }: Memory): Wish[] {
  const wishes = new Map<string, Wish>();
  for (const { id, outcome, because, values } of past) {
    const wish: Wish = {
      ...{ is: "task", id, state: outcome, ...aboutOf(values) },
      ...{ waitsFor: null, because: because ?? null },
    };
    const key = JSON.stringify([id, wish.order, wish.items]);
    wishes.delete(key);
    wishes.set(key, wish);
  }
  return [...wishes.values()];
}

function openWishes({ tasks = [] }: Memory): Wish[] {
  return tasks.map(({ id, awaiting, values }) => ({
    ...{ is: "task" as const, id, ...aboutOf(values), because: null },
    ...(awaiting === "confirmation"
      ? { state: "unconfirmed", waitsFor: null }
      : awaiting
        ? { state: "asked", waitsFor: awaiting }
        : { state: "open", waitsFor: null }),
  }));
}

type Values = NonNullable<Memory["past"]>[number]["values"];

function aboutOf({ order, lines, product }: Values): Pick<Wish, "order" | "items"> {
  const ofLines = Array.isArray(lines?.value) ? lines.value.flatMap((line) => itemOf(line, lines.label)) : [];
  const ofProduct =
    typeof product?.value === "string"
      ? [{ productId: product.value, quantity: 1, label: product.label }]
      : [];
  return { order: order?.label ?? null, items: ofLines.length > 0 ? ofLines : ofProduct };
}

/** As an earlier version may have stored it. */
function itemOf(line: unknown, label: string): Wish["items"] {
  if (typeof line !== "object" || line === null) return [];
  const { productId, quantity } = line as { productId?: unknown; quantity?: unknown };
  return [
    {
      productId: typeof productId === "string" ? productId : null,
      quantity: typeof quantity === "number" ? quantity : 1,
      label,
    },
  ];
}

interface Asked {
  intent: string;
  /** Which the intent opens. */
  task: string | undefined;
  /** The bot said something about it that came from facts. */
  isAnswered: boolean;
}

/** What messages asked for, each once; a person's word on a message is certain. */
function askedIntents(messages: readonly MessageDto[]): Asked[] {
  const asked = new Map<string, Asked>();
  let last: Asked | undefined;
  for (const { author, correction, intent: read, confidence, sources } of messages) {
    const intent = correction?.intent ?? read;
    const isSure = correction !== null || (confidence ?? 0) >= MIN_CONFIDENCE;
    if (author === "customer" && intent && !NO_WISH.has(intent) && isSure) {
      last = asked.get(intent) ?? { intent, task: taskIdFor(intent), isAnswered: false };
      last.isAnswered = false;
      asked.set(intent, last);
    } else if (author === "bot" && last && sources.length > 0) last.isAnswered = true;
  }
  return [...asked.values()];
}
