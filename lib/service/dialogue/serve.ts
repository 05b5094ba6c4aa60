import { AppError } from "@/lib/core/errors";
import type { ServedPerson } from "@/lib/data/after-sales";
import { type Refusal, refusalDto } from "@/lib/data/after-sales/schemas";
import { refusalText } from "./refusal-text";
import { orderIdIn, readOrder } from "./slots/order-slot";
import type { Answer, Dialogue, Values } from "./task";

/** For whom the bot acts: whoever is vouched for, with the order that filled the slot, which is theirs or proven. */
export function served({ turn }: Dialogue, values: Values): ServedPerson {
  return { customerId: turn.customerId, provenOrderId: orderIdIn(values) };
}

/** What every request carries: the order, its own key, the conversation. */
export function requested({ turn }: Dialogue, values: Values, key: string) {
  return { orderId: orderIdIn(values), requestKey: `chat:${key}`, conversationId: turn.conversation.id };
}

export function refusalAnswer(dialogue: Dialogue, refusal: Refusal, values: Values): Answer {
  const text = refusalText(dialogue, refusal, values.order!.label);
  return { text, sources: [orderSource(values)], refusal: refusal.reason };
}

/** Nobody is asked why and whether it was opened of what has not arrived. */
export async function refuseOnTheWay(dialogue: Dialogue, values: Values): Promise<Answer | null> {
  const { status } = await readOrder(dialogue, values);
  if (status !== "shipped") return null;
  return refusalAnswer(dialogue, { isPossible: false, reason: "not_delivered_yet" }, values);
}

export const orderSource = (values: Values) =>
  ({ type: "order", id: orderIdIn(values), label: values.order!.label }) as const;

/** Does something; what has become impossible since it was confirmed is said, not thrown. */
export async function serveOrRefuse(
  dialogue: Dialogue,
  values: Values,
  serve: () => Promise<string>,
): Promise<Answer> {
  try {
    return { text: await serve(), sources: [orderSource(values)] };
  } catch (error) {
    const refusal = error instanceof AppError ? refusalDto.safeParse(error.details) : null;
    if (!refusal?.success) throw error;
    return refusalAnswer(dialogue, refusal.data, values);
  }
}
