import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { getServiceOrder } from "@/lib/data/after-sales";
import { getProduct } from "@/lib/data/catalog";
import { evaluateCoupons, listCoupons } from "@/lib/data/coupons";
import { type CouponResult, couponStateAt, type EvaluateCouponsInput } from "@/lib/data/coupons/schemas";
import { listRecentOrders } from "@/lib/data/orders";
import { answerFromKnowledge } from "../answer-from-knowledge";
import { namesOneProduct } from "../names-product";
import { findCouponCodes } from "../reading/find-coupon-codes";
import { readQuantity } from "../reading/read-quantity";
import { sayCouponLine } from "../say-coupon-line";
import type { Answer, Dialogue, Task } from "../task";
import { localeOf } from "../words";

type Cart = EvaluateCouponsInput["cart"];

const MAX_SHOWN = 5;

/**
 * Which coupons there are and what they take off: of the order that waits for payment, else of the product that was
 * talked of last. A code that the customer names is judged, and why it does not apply is said.
 */
export const tellPromotions: Task = {
  id: "tell_promotions",
  opensOn: ["promotion_inquiry", "coupon_use"],
  // "Which one saves more?" recommends no product.
  followsUp: { on: ["product_recommend"], after: ({ told }) => told === "tell_promotions" },
  slots: {},
  async answer(dialogue) {
    const written = findCouponCodes(dialogue.turn.text, dialogue.turn.understanding.entities, true);
    const codes = written.length > 0 ? written : await codesByNumber(dialogue);
    const talkedOf = await readTalkedOf(dialogue);
    const cart = (namesOneProduct(dialogue) ? talkedOf : await readUnpaid(dialogue)) ?? talkedOf;
    if (cart) {
      const { results, best } = await evaluateCoupons(dialogue.ctx, {
        cart,
        ...(codes.length > 0 ? { codes } : {}),
      });
      const told = results.filter((result) => codes.length > 0 || isWorthTelling(result)).slice(0, MAX_SHOWN);
      if (told.length > 0) return { text: tellResults(dialogue, told, best) };
    } else if (codes.length > 0) return { text: await tellWithoutCart(dialogue, codes[0]!) };
    return tellPublic(dialogue);
  },
};

/** What applies, and what would if more were bought. */
const isWorthTelling = (result: CouponResult) => result.applies || result.reason === "minimum_not_met";

/** What the vouched-for customer has ordered and not paid is what a coupon is for. */
async function readUnpaid(dialogue: Dialogue): Promise<Cart | null> {
  const { ctx, turn } = dialogue;
  if (!turn.customerId) return null;
  const recent = await listRecentOrders(ctx, { customerId: turn.customerId, limit: 3 });
  const unpaid = recent.find(({ status }) => status === "pending");
  if (!unpaid) return null;
  const person = { customerId: turn.customerId, provenOrderId: unpaid.id };
  const { lines, total, shipping } = await getServiceOrder(ctx, { orderId: unpaid.id }, person);
  const known = lines.flatMap(({ productId, quantity, unitPrice }) =>
    productId ? [{ productId, quantity, unitPriceMinor: unitPrice.amountMinor }] : [],
  );
  if (known.length === 0) return null;
  return {
    currency: total.currency,
    lines: known,
    shippingMinor: shipping.amountMinor,
    customerId: turn.customerId,
  };
}

async function readTalkedOf({ ctx, turn, memory }: Dialogue): Promise<Cart | null> {
  const named = turn.understanding.entities.find(({ products }) => products?.length === 1)?.products?.[0]?.id;
  const productId = named ?? memory.productId;
  if (!productId) return null;
  const { price } = await getProduct(ctx, { id: productId });
  return {
    currency: price.currency,
    lines: [{ productId, quantity: howMany(turn.text) }],
    ...(turn.customerId ? { customerId: turn.customerId } : {}),
  };
}

/** Why a code takes nothing off whatever is bought. */
const REFUSED_AS = { off: "inactive", scheduled: "not_started", over: "expired" } as const;

/** Of nothing in particular it can be said whether a code runs; what it takes off depends on what is bought. */
async function tellWithoutCart(dialogue: Dialogue, code: string): Promise<string> {
  const { ctx, words, language, turn } = dialogue;
  const { data } = await listCoupons(ctx, { q: code, limit: 100 });
  const coupon = data.find((one) => one.code === code);
  if (!coupon) return tellResult(dialogue, { applies: false, code, reason: "unknown_code" });
  const state = couponStateAt(coupon, ctx.now());
  if (state !== "running") {
    const { validFrom, validUntil } = coupon;
    return tellResult(dialogue, { applies: false, code, reason: REFUSED_AS[state], validFrom, validUntil });
  }
  const line = sayCouponLine(coupon, { language, timeZone: turn.shop.timeZone });
  return `${line}\n${words("coupon.needsCart", { code })}`;
}

/** "On two packs of Longjing." */
function howMany(text: string): number {
  const wish = readQuantity(text);
  return wish?.is === "total" ? wish.count : 1;
}

/** "The 15 % one": by the number in its code. */
async function codesByNumber({ ctx, turn }: Dialogue): Promise<string[]> {
  const numbers = turn.text.match(/(?<![\d.,])\d{1,3}(?![\d.,]|\s*(?:个|件|盒|份|双|条))/gu) ?? [];
  if (numbers.length === 0) return [];
  const { data } = await listCoupons(ctx, { isActive: true, limit: 100 });
  return data
    .filter(({ code, isPublic }) => isPublic && numbers.some((number) => code.endsWith(number)))
    .map(({ code }) => code);
}

function tellResults(dialogue: Dialogue, results: readonly CouponResult[], best: string | null): string {
  const { words } = dialogue;
  const lines = results.map((result) => tellResult(dialogue, result));
  const several = results.filter(({ applies }) => applies).length > 1 && best !== null;
  return [...lines, ...(several ? [words("coupon.best", { code: best })] : [])].join("\n");
}

function tellResult({ words, language, turn }: Dialogue, result: CouponResult): string {
  const locale = localeOf(language);
  const { code } = result;
  if (result.applies) {
    const amount = formatMoney(result.discount, locale);
    return words(result.kind === "free_shipping" ? "coupon.freeShipping" : "coupon.applies", {
      code,
      amount,
    });
  }
  const { reason, minimum, missing, validFrom, validUntil, limit = 0 } = result;
  const day = (instant: string | null | undefined) =>
    instant ? formatInstant(instant, { locale, timeZone: turn.shop.timeZone, style: "day" }) : "";
  return words(`coupon.refused.${reason}`, {
    code,
    limit,
    minimum: minimum ? formatMoney(minimum, locale) : "",
    missing: missing ? formatMoney(missing, locale) : "",
    from: day(validFrom),
    until: day(validUntil),
  });
}

/** Without a cart: what the shop shows to everybody, and what its articles say of sales. */
async function tellPublic(dialogue: Dialogue): Promise<Answer> {
  const { ctx, words } = dialogue;
  const { data } = await listCoupons(ctx, { state: "running", limit: 100 });
  const told = data
    .filter(({ isPublic }) => isPublic)
    .slice(0, MAX_SHOWN)
    .map((coupon) =>
      sayCouponLine(coupon, { language: dialogue.language, timeZone: dialogue.turn.shop.timeZone }),
    );
  if (told.length > 0) return { text: [words("coupon.list"), ...told].join("\n") };
  return (await answerFromKnowledge(dialogue, true)) ?? { text: words("coupon.none") };
}
