import { and, asc, eq, gte } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { complaints, orderRequests, orders, restockNotices } from "@/db/schema";
import type { Money } from "@/lib/core/money";
import { type OrderRequestRow, toOrderRequestDto } from "./order-request-row";
import type { RequestKind } from "./schemas";

/** Something that was really done while a customer wrote: about an order, a complaint, a product that is missed. */
export interface ConversationAct {
  kind: RequestKind | "complaint" | "restock";
  at: Date;
  /** The number of the order. */
  order: string | null;
  /** The number of the return or exchange. */
  number: string | null;
  items: { productId: string | null; quantity: number; label: string }[];
  refund: Money | null;
  due: Money | null;
  /** The complaint in the customer's words. */
  text: string | null;
  /** People have something left to do about it. */
  isOpen: boolean;
  /** The person or program that did it; null for the bot. */
  by: string | null;
}

const BOT = "bot";
const TEXT_SHOWN = 120;

/** What was done in a conversation since an instant, the oldest first, with three statements whatever its length. */
export async function readConversationActs(
  tx: Transaction,
  merchantId: string,
  { conversationId, since }: { conversationId: string; since: Date },
): Promise<ConversationAct[]> {
  const ofThis = (table: typeof orderRequests | typeof complaints | typeof restockNotices) =>
    and(
      eq(table.merchantId, merchantId),
      eq(table.conversationId, conversationId),
      gte(table.createdAt, since),
    );
  const [requests, complained, missed] = await Promise.all([
    tx
      .select({ request: orderRequests, orderNumber: orders.number })
      .from(orderRequests)
      .innerJoin(
        orders,
        and(eq(orders.merchantId, orderRequests.merchantId), eq(orders.id, orderRequests.orderId)),
      )
      .where(ofThis(orderRequests))
      .orderBy(asc(orderRequests.createdAt)),
    tx.select().from(complaints).where(ofThis(complaints)).orderBy(asc(complaints.createdAt)),
    tx.select().from(restockNotices).where(ofThis(restockNotices)).orderBy(asc(restockNotices.createdAt)),
  ]);
  return [
    ...requests.map(requestAct),
    ...complained.map(
      ({ createdAt, text, status, actorName }): ConversationAct => ({
        ...NOTHING,
        kind: "complaint",
        at: createdAt,
        text: text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN - 1)}…` : text,
        isOpen: status !== "closed",
        by: byOf(actorName),
      }),
    ),
    ...missed
      .filter(({ status }) => status !== "cancelled")
      .map(
        ({ createdAt, productId }): ConversationAct => ({
          ...NOTHING,
          kind: "restock",
          at: createdAt,
          items: [{ productId, quantity: 1, label: "" }],
        }),
      ),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}

const NOTHING = {
  ...{ order: null, number: null, items: [], refund: null, due: null },
  ...{ text: null, isOpen: false, by: null },
};

/** Pictures are shown with the request itself. */
const NO_EVIDENCE = () => [];

const byOf = (name: string) => (name === BOT ? null : name);

function requestAct(row: OrderRequestRow): ConversationAct {
  const { kind, createdAt, orderNumber, refund, due, status, details, actor } = toOrderRequestDto(
    row,
    NO_EVIDENCE,
  );
  const { label, lines } = details as { label?: { rmaNumber?: string }; lines?: unknown };
  const hasItems = kind === "return" || kind === "exchange";
  return {
    ...{ kind, at: new Date(createdAt), order: orderNumber, number: label?.rmaNumber ?? null },
    ...{ items: hasItems && Array.isArray(lines) ? lines.map(itemOf) : [], refund, due },
    ...{ text: null, isOpen: status === "open", by: byOf(actor.name) },
  };
}

interface StoredLine {
  productId?: string | null;
  fromProductId?: string | null;
  quantity?: number;
}

const itemOf = ({ productId, fromProductId, quantity }: StoredLine) => ({
  productId: productId ?? fromProductId ?? null,
  quantity: quantity ?? 1,
  label: "",
});
