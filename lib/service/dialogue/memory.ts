import { z } from "zod";

const MAX_OPEN_TASKS = 6;
const MAX_FEELINGS = 12;
const MAX_ORDER_LINES = 20;
const MAX_PAST = 8;
const MAX_PICTURES = 20;
const MAX_OPENING = 500;

const filled = z.object({
  value: z.unknown(),
  /** As the customer would name it. */
  label: z.string(),
});

/** One thing the customer wants done, and how far it is. */
const openTask = z.object({
  id: z.string(),
  /** Its own key: whatever it does, it does once. */
  key: z.string(),
  values: z.record(z.string(), filled),
  /** The message that opened it, in which later slots find what it said of them. */
  opening: z.string().optional(),
  /** The slot that was asked for last, or "confirmation". */
  awaiting: z.string().optional(),
  /** Answers to that question that led nowhere, in a row. */
  misses: z.int().optional(),
  /** Its question has been asked again after something else. */
  isResumed: z.literal(true).optional(),
});

/** How something that was wanted ended: `person` where the bot left it to one. */
const pastTask = z.object({
  id: z.string(),
  outcome: z.enum(["done", "answered", "refused", "dropped", "person"]),
  /** Why the shop's rules did not allow it. */
  because: z.string().optional(),
  /** What it was about: the order, its items, the product. */
  values: z.record(z.string(), filled),
});

const option = z.object({ value: z.string(), label: z.string(), productId: z.string().nullish() });

/** What was understood of a part is kept where another part is from an older program. */
const memorySchema = z.object({
  /** The last is the one in hand; those before it were interrupted. */
  tasks: z.array(openTask).optional().catch(undefined),
  /** What is over, the latest last: for the person who takes over. */
  past: z.array(pastTask).optional().catch(undefined),
  /** What the last question offered to choose from, and for which slot. */
  offered: z
    .object({ slot: z.string(), options: z.array(option) })
    .optional()
    .catch(undefined),
  /** The order that was talked of last, as its number. */
  orderNumber: z.string().optional().catch(undefined),
  /** The orders that were last offered to choose from, as "the first one" and "the one with the cups" mean them. */
  orders: z
    .array(
      z.object({ number: z.string(), items: z.array(z.string()), products: z.array(z.string()).optional() }),
    )
    .optional()
    .catch(undefined),
  /** What is known of the address that is asked for. */
  address: z.record(z.string(), z.unknown()).optional().catch(undefined),
  /** Of which order, by its id. */
  addressOrder: z.string().optional().catch(undefined),
  /** The items of the order that were talked of last, to hear when others of them are meant. */
  orderLines: z.array(option).optional().catch(undefined),
  /** What is known of the invoice that is asked for. */
  invoice: z
    .object({
      buyer: z.enum(["personal", "company"]).optional(),
      title: z.string().optional(),
      taxNumber: z.string().optional(),
      email: z.string().optional(),
      isSpecial: z.literal(true).optional(),
    })
    .optional()
    .catch(undefined),
  /** Measured of the person who will wear something, in centimetres and kilograms. */
  body: z.record(z.string(), z.number()).optional().catch(undefined),
  /** The product that was talked of last. */
  productId: z.string().optional().catch(undefined),
  /** The product of the order's item that was talked of last. */
  itemProductId: z.string().optional().catch(undefined),
  /** The task that was last done or answered, for "and the cups?". */
  told: z.string().optional().catch(undefined),
  /** What a stranger is asked to prove an order by. */
  awaiting: z.enum(["order_number", "order_proof"]).optional().catch(undefined),
  contact: z
    .object({ email: z.string().optional(), phone: z.string().optional() })
    .optional()
    .catch(undefined),
  failedAttempts: z.int().optional().catch(undefined),
  /** How the customer's latest messages felt, -1–1, the newest last. */
  feelings: z.array(z.number()).optional().catch(undefined),
  /** A person had the conversation and gave it back to the bot: what brought it to people does not do so again. */
  handedBack: z.literal(true).optional().catch(undefined),
  /** Pictures that came before it was known what they show something of, by their ids. */
  pictures: z.array(z.string()).optional().catch(undefined),
  /** It was asked what a picture is about. */
  askedAboutPicture: z.literal(true).optional().catch(undefined),
  /** Messages in a row that were not understood. */
  unsure: z.int().optional().catch(undefined),
});

/** What the bot remembers of a conversation between messages. */
export type Memory = z.infer<typeof memorySchema>;
export type OpenTask = z.infer<typeof openTask>;
export type PastTask = z.infer<typeof pastTask>;
export type Filled = z.infer<typeof filled>;

/** What was said of a task so far, as much of its end as is kept. */
export const joinOpening = (before: string | undefined, text: string): string =>
  [before, text].filter(Boolean).join("\n").slice(-MAX_OPENING);

/** The memory as an earlier version of the program may have stored it; what is not understood is forgotten. */
export function readMemory(stored: Record<string, unknown>): Memory {
  return memorySchema.parse(stored);
}

/** Without what is empty, and bounded, as it is stored and shown. */
export function toStored(memory: Memory): Record<string, unknown> {
  const bounded: Memory = {
    ...memory,
    tasks: memory.tasks?.slice(-MAX_OPEN_TASKS),
    past: memory.past?.slice(-MAX_PAST),
    feelings: memory.feelings?.slice(-MAX_FEELINGS),
    orderLines: memory.orderLines?.slice(0, MAX_ORDER_LINES),
    pictures: memory.pictures?.slice(-MAX_PICTURES),
  };
  return Object.fromEntries(
    Object.entries(bounded).filter(([, value]) => value !== undefined && value !== 0 && !isEmpty(value)),
  );
}

/** What of the memory an integration is told: what the tasks hold, and nothing of how the customer feels or fared. */
export function toTaskSlots(stored: Record<string, unknown>): Record<string, unknown> {
  const { feelings: _, unsure: __, failedAttempts: ___, handedBack: ____, ...slots } = stored;
  return slots;
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
