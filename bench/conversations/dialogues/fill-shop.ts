import { setBusinessHours } from "@/lib/data/business-hours";
import { setSizeChart, upsertProducts } from "@/lib/data/catalog";
import { createCoupon } from "@/lib/data/coupons";
import { createArticle, publishArticle } from "@/lib/data/knowledge";
import type { ChatShop } from "@/test/support/chat-shop";
import { ARTICLES } from "./articles";

const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const stock = (onHand: number) => ({ stock: { onHand } });

const shirt = (externalId: string, colour: { zh: string; en: string; es: string }, size: string) => ({
  externalId,
  name: { zh: "亚麻衬衫", en: "Linen shirt", es: "Camisa de lino" },
  price: cny(19_900),
  variantGroup: "linen-shirt",
  options: { colour, size: { en: size } },
});
const shoes = (size: string) => ({
  externalId: `shoes-${size}`,
  name: { zh: "跑步鞋", en: "Running shoes", es: "Zapatillas de correr" },
  price: cny(35_900),
  variantGroup: "running-shoes",
  options: { size: { en: size } },
});
const WHITE = { zh: "白色", en: "White", es: "Blanco" };
const BLUE = { zh: "蓝色", en: "Blue", es: "Azul" };

/** The teapot, shoes of size 41 and the blue shirt in M are sold out; the scarf was 150 until yesterday. */
const PRODUCTS = [
  {
    externalId: "tea",
    name: { zh: "龙井茶", en: "Longjing tea", es: "Té Longjing" },
    price: cny(8_800),
    ...stock(200),
  },
  {
    externalId: "cup",
    name: { zh: "茶杯", en: "Tea cup", es: "Taza de té" },
    price: cny(2_900),
    ...stock(300),
  },
  {
    externalId: "teapot",
    name: { zh: "紫砂壶", en: "Clay teapot", es: "Tetera de barro" },
    price: cny(26_800),
    ...stock(0),
  },
  {
    externalId: "kettle",
    name: { zh: "电热水壶", en: "Electric kettle", es: "Hervidor eléctrico" },
    price: cny(15_900),
    ...stock(6),
  },
  {
    externalId: "scarf",
    name: { zh: "羊毛围巾", en: "Wool scarf", es: "Bufanda de lana" },
    price: cny(12_000),
    ...stock(60),
  },
  { ...shirt("shirt-white-m", WHITE, "M"), ...stock(40) },
  { ...shirt("shirt-white-l", WHITE, "L"), ...stock(40) },
  { ...shirt("shirt-blue-m", BLUE, "M"), ...stock(0) },
  { ...shirt("shirt-blue-l", BLUE, "L"), ...stock(40) },
  { ...shoes("40"), ...stock(30) },
  { ...shoes("41"), ...stock(0) },
  { ...shoes("42"), ...stock(30) },
];

/** What was paid for a piece, in minor units. */
export const PAID: Readonly<Record<string, number>> = {
  ...Object.fromEntries(PRODUCTS.map(({ externalId, price }) => [externalId, price.amountMinor])),
  scarf: 15_000,
};

type Range = [number, number];
const SHIRT_SIZES = [
  { label: "M", ranges: { chestCm: [92, 98] as Range, heightCm: [165, 175] as Range } },
  { label: "L", ranges: { chestCm: [99, 105] as Range, heightCm: [176, 186] as Range } },
];
const SHOE_SIZES = [
  { label: "40", ranges: { footLengthCm: [24.6, 25.1] as Range } },
  { label: "41", ranges: { footLengthCm: [25.2, 25.7] as Range } },
  { label: "42", ranges: { footLengthCm: [25.8, 26.3] as Range } },
];

/** Gives the shop of the scripts its goods, size charts, coupons and articles. */
export async function fillShop({ ctx }: ChatShop): Promise<void> {
  // As the article on it says.
  await setBusinessHours(ctx, { week: Array(7).fill([{ from: "09:00", to: "21:00" }]), special: [] });
  const { results } = await upsertProducts(ctx, { items: PRODUCTS });
  for (const [at, { externalId }] of PRODUCTS.entries()) {
    const sizes = externalId.startsWith("shirt")
      ? SHIRT_SIZES
      : externalId.startsWith("shoes")
        ? SHOE_SIZES
        : null;
    if (sizes) await setSizeChart(ctx, { productId: results[at]!.id!, chart: { sizes } });
  }
  const coupon = { currency: "CNY", isPublic: true };
  await createCoupon(ctx, {
    ...coupon,
    code: "TEA15",
    kind: "percent",
    percentBasisPoints: 1_500,
    minimumMinor: 20_000,
  });
  await createCoupon(ctx, { ...coupon, code: "WELCOME20", kind: "fixed", amountMinor: 2_000 });
  await createCoupon(ctx, {
    ...coupon,
    code: "OLD50",
    kind: "fixed",
    amountMinor: 5_000,
    validUntil: "2026-06-01T12:00:00Z",
  });
  // Translations of one another, so that a search answers in the reader's language.
  const first = new Map<number, string>();
  for (const { subject, ...article } of ARTICLES) {
    const translationOf = first.get(subject);
    const { id } = await createArticle(ctx, { ...article, ...(translationOf ? { translationOf } : {}) });
    if (!translationOf) first.set(subject, id);
    await publishArticle(ctx, { id });
  }
}
