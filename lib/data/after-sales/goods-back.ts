import { parcelFacts, stageOf } from "./order-stage";
import { FAULTS, type Refusal, type ReturnReason } from "./schemas";
import type { Scene } from "./serve-once";
import type { ServedLine } from "./served-order";
import { arrivedAt, endOfWindow, refuseAfter } from "./service-window";

export interface GoodsBack {
  reason: ReturnReason;
  isOpened?: boolean | undefined;
  lines?: readonly { lineId: string; quantity: number }[] | undefined;
}

export interface BackLine {
  line: ServedLine;
  /** Place of the line in the order. */
  at: number;
  quantity: number;
}

/** What may come back, and by when it had to be asked for. */
export interface Accepted {
  lines: BackLine[];
  endsAt: Date;
  isFault: boolean;
}

export const isFault = (reason: ReturnReason) => FAULTS.includes(reason);

/** The rules that returns and exchanges share: arrived, in time, left to return, of a category, unopened. */
export function acceptGoods(
  { order, policy, now }: Scene,
  input: GoodsBack,
  windowDays: number,
): Accepted | Refusal {
  const stage = stageOf(order);
  if (stage === "cancelled") return { isPossible: false, reason: "already_cancelled" };
  if (stage === "returned") return { isPossible: false, reason: "already_returned" };
  if (stage === "shipped") return { isPossible: false, reason: "not_delivered_yet", ...parcelFacts(order) };
  if (stage !== "delivered") return { isPossible: false, reason: "not_shipped_yet" };
  const fault = isFault(input.reason);
  if (windowDays === 0) return { isPossible: false, reason: "not_offered" };
  const endsAt = endOfWindow(arrivedAt(order), windowDays, order.shop.timeZone);
  const tooLate = refuseAfter(endsAt, windowDays, now);
  if (tooLate) return tooLate;
  const lines = input.lines ? namedLines(order.lines, input.lines) : allLeft(order.lines);
  if (!Array.isArray(lines)) return lines;
  const excluded = new Set(fault ? [] : policy.nonReturnableCategoryIds);
  const allowed = lines.filter(({ line }) => !line.categoryIds.some((id) => excluded.has(id)));
  if (input.lines ? allowed.length < lines.length : allowed.length === 0)
    return refuseCategory(lines.find((line) => !allowed.includes(line))!.line, excluded);
  if (!fault && !policy.acceptsOpenedGoods && input.isOpened !== false) {
    const reason = input.isOpened ? "opened_not_accepted" : "opened_not_stated";
    return { isPossible: false, reason };
  }
  return { lines: allowed, endsAt, isFault: fault };
}

function namedLines(
  lines: readonly ServedLine[],
  named: readonly { lineId: string; quantity: number }[],
): BackLine[] | Refusal {
  const found: BackLine[] = [];
  for (const { lineId, quantity } of named) {
    const at = lines.findIndex(({ id }) => id === lineId);
    const line = lines[at];
    if (!line) return { isPossible: false, reason: "unknown_line", lineId };
    const available = line.quantity - line.returned;
    if (available === 0) return { isPossible: false, reason: "already_returned", lineId };
    if (quantity > available) return { isPossible: false, reason: "quantity_exceeded", lineId, available };
    found.push({ line, at, quantity });
  }
  return found;
}

function allLeft(lines: readonly ServedLine[]): BackLine[] | Refusal {
  const left = lines
    .map((line, at) => ({ line, at, quantity: line.quantity - line.returned }))
    .filter(({ quantity }) => quantity > 0);
  return left.length > 0 ? left : { isPossible: false, reason: "already_returned" };
}

function refuseCategory(line: ServedLine, excluded: ReadonlySet<string>): Refusal {
  const categoryIds = line.categoryIds.filter((id) => excluded.has(id));
  const { id: lineId, productId } = line;
  return { isPossible: false, reason: "category_excluded", lineId, productId, categoryIds };
}
