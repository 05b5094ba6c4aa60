import { fromWallClock, wallClockMs } from "@/lib/core/dates";
import { minorDigits, toMajor, toMinor } from "@/lib/core/money";
import type { ChangeCouponInput, CouponDto, CreateCouponInput } from "@/lib/data/coupons/schemas";

/** A coupon as it is being typed. */
export interface CouponDraft {
  code: string;
  kind: CouponDto["kind"];
  percent: string;
  amount: string;
  currency: string;
  minimum: string;
  /** Wall-clock times of the shop, as the browser's control writes them. */
  from: string;
  until: string;
  limit: string;
  categoryIds: string[];
  products: { id: string; name: string }[];
  isPublic: boolean;
}

export type DraftProblem = "wrongPercent" | "wrongAmount" | "wrongLimit" | "wrongMinimum";

export function emptyDraft(currency: string): CouponDraft {
  return {
    ...{ code: "", kind: "percent", percent: "", amount: "", currency, minimum: "" },
    ...{ from: "", until: "", limit: "", categoryIds: [], products: [], isPublic: false },
  };
}

/** What another coupon gives, to make one like it; its code and its dates stay its own. */
export function draftLike(coupon: CouponDto, products: CouponDraft["products"]): CouponDraft {
  const { currency, minimum, amount, percentBasisPoints, perCustomerLimit } = coupon;
  return {
    ...emptyDraft(currency),
    kind: coupon.kind,
    percent: percentBasisPoints === null ? "" : String(percentBasisPoints / 100),
    amount: amount === null ? "" : String(toMajor(amount)),
    minimum: minimum.amountMinor === 0 ? "" : String(toMajor(minimum)),
    limit: perCustomerLimit === null ? "" : String(perCustomerLimit),
    categoryIds: coupon.categoryIds,
    products,
    isPublic: coupon.isPublic,
  };
}

/** A coupon as it stands, to change it. */
export function draftOf(coupon: CouponDto, products: CouponDraft["products"], timeZone: string): CouponDraft {
  const wall = (at: string | null) =>
    at === null ? "" : new Date(wallClockMs(Date.parse(at), timeZone)).toISOString().slice(0, 16);
  const { code, validFrom, validUntil } = coupon;
  return { ...draftLike(coupon, products), code, from: wall(validFrom), until: wall(validUntil) };
}

/** The draft as a change of the coupon; what it gives goes along only where that may still change. */
export function toChange(
  id: string,
  { code: _, kind: __, currency: ___, ...input }: CreateCouponInput,
  mayChangeTerms: boolean,
): ChangeCouponInput {
  const { isPublic, validFrom = null, validUntil = null, perCustomerLimit = null, ...terms } = input;
  const { isActive: ____, ...given } = terms;
  return { id, isPublic, validFrom, validUntil, perCustomerLimit, ...(mayChangeTerms ? given : {}) };
}

type Read =
  | { input: CreateCouponInput; problems: null }
  | { input: null; problems: Partial<Record<keyof CouponDraft, DraftProblem>> };

/** The draft as the verb takes it, or what of it is no number that could be meant. */
export function readDraft(draft: CouponDraft, timeZone: string): Read {
  const { kind, currency } = draft;
  const percentBasisPoints = kind === "percent" ? hundredths(draft.percent) : undefined;
  const amountMinor = kind === "fixed" ? amountIn(draft.amount, currency) : undefined;
  const minimumMinor = draft.minimum.trim() === "" ? 0 : amountIn(draft.minimum, currency);
  const limit = draft.limit.trim() === "" ? undefined : Number(draft.limit);
  const isPercent =
    percentBasisPoints === undefined || (percentBasisPoints >= 1 && percentBasisPoints <= 10_000);
  const isLimit = limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= 1_000);
  const problems = {
    ...(isPercent ? {} : { percent: "wrongPercent" as const }),
    ...(amountMinor === undefined || amountMinor >= 1 ? {} : { amount: "wrongAmount" as const }),
    ...(minimumMinor >= 0 ? {} : { minimum: "wrongMinimum" as const }),
    ...(isLimit ? {} : { limit: "wrongLimit" as const }),
  };
  if (Object.keys(problems).length > 0) return { input: null, problems };
  const instant = (wall: string) => fromWallClock(`${wall}:00`, timeZone).toISOString();
  const input: CreateCouponInput = {
    ...{ code: draft.code.trim(), kind, currency, minimumMinor, isPublic: draft.isPublic },
    ...(percentBasisPoints === undefined ? {} : { percentBasisPoints }),
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(draft.from ? { validFrom: instant(draft.from) } : {}),
    ...(draft.until ? { validUntil: instant(draft.until) } : {}),
    ...(limit === undefined ? {} : { perCustomerLimit: limit }),
    categoryIds: draft.categoryIds,
    productIds: draft.products.map(({ id }) => id),
  };
  return { input, problems: null };
}

function hundredths(percent: string): number {
  return Math.round(decimal(percent, 2) * 100);
}

function amountIn(text: string, currency: string): number {
  const major = decimal(text, minorDigits(currency));
  return Number.isNaN(major) ? major : toMinor(major, currency);
}

/** A plain number with a point or a comma; nothing is rounded away unseen. */
function decimal(text: string, digits: number): number {
  const plain = text.trim().replace(",", ".");
  const places = /^\d{1,12}(?:\.(\d+))?$/.exec(plain);
  return places && (places[1]?.length ?? 0) <= digits ? Number(plain) : Number.NaN;
}
