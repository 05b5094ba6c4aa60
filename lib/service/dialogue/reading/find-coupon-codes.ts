import type { Entity } from "@/lib/intelligence/text";

const LABELLED =
  /(?:coupon|voucher|promo(?:tion)?(?:al)?|discount)?\s*code|coupon|voucher|c[oó]digo(?: de descuento| promocional)?|cup[oó]n(?!es)|优惠码|優惠碼|优惠券码?|優惠券|折扣码|折扣碼|券码|促销码|兑换码|口令/iu;
const AFTER_LABEL = new RegExp(
  `(?:${LABELLED.source})\\s*(?:is|es|是|为)?\\s*[:：“"']?\\s*([A-Z0-9][A-Z0-9_-]{2,39})(?![\\p{Script=Latin}\\p{M}\\d_-])`,
  "giu",
);
const BEFORE_LABEL =
  /(?<![\p{L}\d_-])([A-Z0-9][A-Z0-9_-]{2,39})\s*(?:这个|這個|那个|那個|的)?\s*(?:优惠|優惠|折扣)?(?:码|碼|券)/giu;
/** Nobody shouts a word with a digit in it: SPRING20, 618VIP. */
const SHOUTED =
  /(?<![A-Za-z0-9_-])(?=[A-Z0-9_-]*[A-Z])(?=[A-Z0-9_-]*\d)[A-Z0-9][A-Z0-9_-]{2,39}(?![A-Za-z0-9_-])/gu;
/** What follows "coupon" in a sentence and is none. */
const WORDS =
  /^(?:code|codes|for|that|which|does|not|work|works|worked|working|when|with|from|and|the|still|valid|expired|says|can|has|que|para|con|del|por|vale|sirve|funciona|caducado|expirado|descuento)$/iu;

/** "YO1 7NP" is where somebody lives. */
const BRITISH_CODE = /(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z0-9])/gu;

/** Of whoever is talking of coupons: "does tea15 work?" */
const IN_ANY_CASE = /(?<![A-Za-z0-9_-])[A-Za-z]{3,12}\d{1,4}(?![A-Za-z0-9_-])/gu;

/**
 * Codes of coupons that a text names: after a word for it, or in capitals with digits; where the talk is of coupons,
 * in any case. At most five.
 */
export function findCouponCodes(
  text: string,
  entities: readonly Entity[],
  isTalkOfCoupons = false,
): string[] {
  const plain = text.normalize("NFKC").replace(BRITISH_CODE, " ");
  const labelled = labelledIn(plain);
  const shouted = [SHOUTED, ...(isTalkOfCoupons ? [IN_ANY_CASE] : [])]
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map(([code]) => code);
  const taken = new Set(
    entities.filter(({ type }) => type !== "product").map(({ value }) => value.toUpperCase()),
  );
  const codes = [...labelled, ...shouted].map((code) => code.toUpperCase());
  return [...new Set(codes)].filter((code) => !taken.has(code) && !WORDS.test(code)).slice(0, 5);
}

/** Whether a text calls something a coupon's code, and not only looks like one. */
export function namesCoupon(text: string, entities: readonly Entity[]): boolean {
  const labelled = labelledIn(text.normalize("NFKC")).map((code) => code.toUpperCase());
  return labelled.some((code) => /\d/.test(code) && findCouponCodes(text, entities).includes(code));
}

const labelledIn = (plain: string) =>
  [AFTER_LABEL, BEFORE_LABEL].flatMap((pattern) => [...plain.matchAll(pattern)].map(([, code]) => code!));
