import { expect, it } from "vitest";
import { buildCatalogue } from "@/db/demo/catalogue";
import { IdFactory, Random } from "@/db/demo/random";
import { indexProductNames } from "@/lib/intelligence/text";
import { understandTexts } from "./understand-text";

const DAY = Date.UTC(2026, 10, 1);
const random = new Random("names");
const { products } = buildCatalogue(random, new IdFactory(random), DAY, DAY);
/** Every fifth product of the demo shop. */
const SOME = products.filter((_, at) => at % 5 === 0);
const index = indexProductNames(
  products.map(({ id, sku, name }) => ({
    id,
    sku,
    names: [name.zh, name.en, name.es].filter((one) => one !== undefined),
  })),
);
const PRICES = SOME.flatMap(({ name }) => [
  `How much is the ${name.en}?`,
  `${name.zh}多少钱？`,
  `¿Cuánto cuesta ${name.es}?`,
]);

const priced = async (options: Parameters<typeof understandTexts>[1]) =>
  (await understandTexts(PRICES, options)).filter(({ intent }) => intent.id === "product_price").length /
  PRICES.length;

it("a question about a price is one whatever the product is called", async () => {
  const without = await priced({});
  const withNames = await priced({ products: index });
  expect(without).toBeLessThan(0.98);
  expect(withNames).toBeGreaterThanOrEqual(0.99);
}, 60_000);

it("short names stay the words they are", async () => {
  const products = indexProductNames([{ id: "tea", names: ["Longjing tea"] }]);
  const [known] = await understandTexts(["the tea"], { products });
  const [unknown] = await understandTexts(["the tea"]);
  expect(known!.intent).toEqual(unknown!.intent);
});
