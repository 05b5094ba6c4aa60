import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { lockStock, type Stock } from "../catalog";
import { dropOpenDues } from "./drop-open-dues";
import { refuseStage } from "./order-stage";
import { type NewTotals, priceChanges, type WantedLine } from "./price-changes";
import {
  type ChangedOrderLinesDto,
  type ChangeOrderLinesInput,
  type CheckOrderLinesInput,
  changeOrderLinesInput,
  checkOrderLinesInput,
  type OrderLinesCheckDto,
  type Refusal,
} from "./schemas";
import { checkService, type Scene, type Service, serveOnce } from "./serve-once";
import type { ServedLine } from "./served-order";
import type { ServedPerson } from "./served-person";
import { priceDifference, refuseStock, refuseVariant } from "./swap-variant";

interface LineChange {
  lineId: string;
  quantity?: number | undefined;
  productId?: string | undefined;
}
type Input = { orderId: string; changes: readonly LineChange[] };
type Facts = Omit<Extract<OrderLinesCheckDto, { isPossible: true }>, "isPossible"> & { totals: NewTotals };

const lineChange: Service<Input, Facts, ChangedOrderLinesDto["details"]> = {
  kind: "change_lines",
  action: "order.lines_changed",
  async check(scene, { changes }) {
    const { order, policy } = scene;
    const refusal = refuseStage(order, policy.lineChangeUntil);
    if (refusal) return refusal;
    const wanted = await applyChanges(scene, changes);
    if (!Array.isArray(wanted)) return wanted;
    const totals = priceChanges(order, wanted);
    if ("isPossible" in totals) return totals;
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    // What an earlier change left to pay is part of the old total, and was never paid.
    const paidMinor = order.totalMinor - order.unpaidMinor;
    const difference = order.status === "pending" ? 0 : totals.totalMinor - paidMinor;
    return {
      isPossible: true,
      totals,
      lines: totals.lines,
      discount: money(totals.discountMinor),
      before: money(order.totalMinor),
      after: money(totals.totalMinor),
      refund: difference < 0 ? money(-difference) : null,
      due: difference > 0 ? money(difference) : null,
    };
  },
  async perform(scene, _, { totals, lines, discount, before, after, refund, due }) {
    await dropOpenDues(scene);
    await writeChanges(scene, totals);
    return {
      status: refund || due ? "open" : "done",
      ...{ refundMinor: refund?.amountMinor ?? 0, dueMinor: due?.amountMinor ?? 0 },
      details: { lines, discount, before, after, refundDays: scene.policy.refundDays },
    };
  },
};

/** Whether lines can be changed, and what the order would cost. */
export async function checkOrderLines(
  ctx: Context,
  raw: CheckOrderLinesInput,
  person?: ServedPerson,
): Promise<OrderLinesCheckDto> {
  const check = await checkService(ctx, lineChange, parseInput(checkOrderLinesInput, raw), person);
  if (!check.isPossible) return check;
  const { totals: _, ...facts } = check;
  return facts;
}

/**
 * Changes how many there are of a line, or which variant, of an order that is not packed. Totals are computed anew;
 * of a paid order the difference stays open until people have paid it back or been paid.
 */
export async function changeOrderLines(
  ctx: Context,
  raw: ChangeOrderLinesInput,
  person?: ServedPerson,
): Promise<ChangedOrderLinesDto> {
  return serveOnce(ctx, lineChange, parseInput(changeOrderLinesInput, raw), person);
}

/** The lines as they shall be. Stock is asked for what comes on top of what the order has. */
async function applyChanges(
  { tx, ctx, order }: Scene,
  changes: readonly LineChange[],
): Promise<WantedLine[] | Refusal> {
  const byLine = new Map(changes.map((change) => [change.lineId, change]));
  const unknown = changes.find(({ lineId }) => !order.lines.some(({ id }) => id === lineId));
  if (unknown) return { isPossible: false, reason: "unknown_line", lineId: unknown.lineId };
  const products = [...order.lines, ...changes].map(({ productId }) => productId);
  const stock = await lockStock(
    tx,
    ctx.merchantId,
    products.filter((id) => id !== null && id !== undefined),
  );
  const extra = new Map<string, number>();
  const wanted: WantedLine[] = [];
  for (const line of order.lines) {
    const change = byLine.get(line.id);
    const result = change ? applyChange(line, change, stock, order.currency, extra) : asItIs(line);
    if ("isPossible" in result) return result;
    if (result.quantity > 0) wanted.push(result);
  }
  if (wanted.length === 0) return { isPossible: false, reason: "nothing_left" };
  return refuseStock(extra, stock) ?? wanted;
}

function applyChange(
  line: ServedLine,
  change: LineChange,
  stock: ReadonlyMap<string, Stock>,
  currency: string,
  extra: Map<string, number>,
): WantedLine | Refusal {
  const quantity = change.quantity ?? line.quantity;
  const productId = change.productId ?? line.productId;
  const isSwapped = productId !== line.productId;
  if (!isSwapped && quantity === line.quantity)
    return { isPossible: false, reason: "nothing_changes", lineId: line.id };
  if (line.granted.length > 0) return { isPossible: false, reason: "price_made_good", lineId: line.id };
  if (quantity === 0) return { ...asItIs(line), quantity };
  const added = isSwapped ? quantity : quantity - line.quantity;
  if (added > 0 && productId === null) return { isPossible: false, reason: "unknown_line", lineId: line.id };
  if (added > 0) extra.set(productId!, (extra.get(productId!) ?? 0) + added);
  if (!isSwapped) return { ...asItIs(line), quantity };
  const variant = stock.get(productId!);
  const refusal = refuseVariant(line, variant, productId!);
  if (refusal) return refusal;
  const difference = priceDifference(line, variant!, currency);
  if ("isPossible" in difference) return difference;
  return { lineId: line.id, productId, quantity, differenceMinor: difference.minor };
}

function asItIs({ id, productId, quantity }: ServedLine): WantedLine {
  return { lineId: id, productId, quantity, differenceMinor: 0 };
}

async function writeChanges({ tx, ctx, order, now }: Scene, totals: NewTotals): Promise<void> {
  const rows = totals.lines.map(({ lineId, productId, quantity, unitPrice, discount, total }) => ({
    ...{ id: lineId, product_id: productId, quantity, unit_price_minor: unitPrice.amountMinor },
    ...{ discount_minor: discount.amountMinor, total_minor: total.amountMinor },
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id uuid, product_id uuid, quantity integer,
    unit_price_minor bigint, discount_minor bigint, total_minor bigint)`;
  const ofOrder = sql`l.merchant_id = ${ctx.merchantId} AND l.order_id = ${order.id}`;
  await tx.execute(sql`
    UPDATE order_lines l SET product_id = g.product_id, quantity = g.quantity, unit_price_minor = g.unit_price_minor,
      discount_minor = g.discount_minor, total_minor = g.total_minor
    FROM ${given} WHERE ${ofOrder} AND l.id = g.id`);
  await tx.execute(sql`
    DELETE FROM order_lines l WHERE ${ofOrder} AND NOT EXISTS (SELECT FROM ${given} WHERE g.id = l.id)`);
  await tx.execute(sql`
    UPDATE orders SET discount_minor = ${totals.discountMinor}, total_minor = ${totals.totalMinor},
      base_total_minor = ${totals.baseTotalMinor}, updated_at = ${now.toISOString()}::timestamptz
    WHERE merchant_id = ${ctx.merchantId} AND id = ${order.id}`);
}
