import { RowRejection } from "./row-check";

type OrderStatus = "pending" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";

/** What shops write for a state of an order, in lower case without accents or spaces. */
const WORDS: Record<OrderStatus, readonly string[]> = {
  pending: [
    "pending",
    "unpaid",
    "authorized",
    "onhold",
    "待付款",
    "未付款",
    "待支付",
    "pendiente",
    "porpagar",
  ],
  paid: [
    "paid",
    "processing",
    "partiallypaid",
    "partiallyrefunded",
    "已付款",
    "已支付",
    "待发货",
    "pagado",
    "enproceso",
  ],
  shipped: ["shipped", "intransit", "fulfilled", "已发货", "运输中", "enviado", "entransito"],
  delivered: [
    "delivered",
    "completed",
    "complete",
    "received",
    "已完成",
    "已签收",
    "entregado",
    "completado",
  ],
  cancelled: ["cancelled", "canceled", "voided", "void", "已取消", "已关闭", "cancelado", "anulado"],
  returned: ["returned", "refunded", "已退货", "已退款", "devuelto", "reembolsado"],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [word, status as OrderStatus])),
);

export function readOrderStatus(cell: string): OrderStatus | null {
  if (cell === "") return null;
  const word = cell
    .normalize("NFKD")
    .replace(/\p{M}|[\s_-]/gu, "")
    .toLowerCase();
  const status = BY_WORD.get(word);
  if (status) return status;
  throw new RowRejection(
    "bad_status",
    `"${cell.slice(0, 40)}" is not a status of an order: ${Object.keys(WORDS).join(", ")}.`,
  );
}
