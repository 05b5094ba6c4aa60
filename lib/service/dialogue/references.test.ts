import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { upsertOrders } = await import("@/lib/data/orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

let made = 0;
/** A customer of their own with a paid order of a cup, the newest, and one of tea. */
async function withTwo(locale: "zh" | "en" | "es", shippingAddress?: object) {
  made += 1;
  const customer = `referrer-${made}`;
  const chat = await shop.customerChat(customer, locale);
  const numbers = [`HP-${60_000 + made * 2}`, `HP-${60_001 + made * 2}`] as const;
  const { results } = await upsertOrders(shop.ctx, {
    items: (["cup", "tea"] as const).map((product, i) => ({
      ...{ externalId: numbers[i]!, number: numbers[i]!, customer: { externalId: customer } },
      ...{ status: "paid" as const, placedAt: `2026-06-${29 - i}T00:00:00Z` },
      lines: [
        {
          product: { externalId: product },
          quantity: 1,
          unitPrice: { amountMinor: product === "cup" ? 2_900 : 8_800, currency: "CNY" },
        },
      ],
      ...(shippingAddress ? { shippingAddress: shippingAddress as never } : {}),
    })),
  });
  expect(results.map(({ status }) => status)).toEqual(["created", "created"]);
  return { say: async (text: string) => (await chat.say(text)).reply!.text, numbers };
}

const statusOf = async (number: string) =>
  (await sql`SELECT status FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`)[0]!
    .status;

describe("another order", () => {
  it.each([
    ["en", "Can I cancel the other order?"],
    ["zh", "我要取消另一个订单"],
    ["es", "Quiero cancelar el otro pedido"],
  ] as const)("in %s is the one of two that was not talked of", async (locale, text) => {
    const { say, numbers } = await withTwo(locale);
    await say(numbers[0]);
    expect(await say(text)).toContain(numbers[1]);
    expect(await statusOf(numbers[1])).toBe("paid");
  });

  it("corrects the one that was to be cancelled", async () => {
    const { say, numbers } = await withTwo("en");
    await say(`Please cancel ${numbers[1]}`);
    expect(await say("no, the other order")).toContain(numbers[0]);
    await say("yes");
    expect([await statusOf(numbers[0]), await statusOf(numbers[1])]).toEqual(["cancelled", "paid"]);
  });

  it("is known by what is in it", async () => {
    const { say, numbers } = await withTwo("en");
    expect(await say("where is the order with the Longjing tea?")).toContain(numbers[1]);
  });
});

describe("what is no yes", () => {
  it.each(["ok, how long does a refund take?", "wait", "ok but let me ask my wife first"])(
    "%s",
    async (text) => {
      const { say, numbers } = await withTwo("en");
      await say(`Please cancel ${numbers[0]}`);
      await say(text);
      expect(await statusOf(numbers[0])).toBe("paid");
      await say("yes");
      expect(await statusOf(numbers[0])).toBe("cancelled");
    },
  );
});

describe("a part of an address", () => {
  const home = {
    ...{ recipient: "Dana", phone: "503-555-0100", lines: ["12 Oak Avenue"], city: "Portland", region: "OR" },
    ...{ postalCode: "97201", country: "US" },
  };
  it("corrects what was said, and not what was there before", async () => {
    const { say, numbers } = await withTwo("en", home);
    await say(`Change the delivery address of ${numbers[0]}`);
    await say("418 Maple Street Apt 3B, Portland, OR 97205");
    expect(await say("sorry, the postcode is 97209")).toMatch(/418 Maple Street.*97209/s);
    await say("yes");
    const [row] = await sql`SELECT shipping_address AS address FROM orders WHERE number = ${numbers[0]}`;
    expect(row!.address).toMatchObject({ postalCode: "97209", city: "Portland" });
    expect(row!.address.lines.join()).toMatch(/^418 Maple Street.*3B$/);
  });
});

it("a company's tax number is no order, and a yes is no name", async () => {
  const city = { city: "Madrid", postalCode: "28013", country: "ES" };
  const { say, numbers } = await withTwo("es", { recipient: "Marta", lines: ["Calle Mayor 3"], ...city });
  await say(`Necesito factura del ${numbers[0]}`);
  await say("para una empresa");
  await say("sí");
  await say("Bar Poniente S.L.");
  await say("NIF A28741056");
  expect(await say("bar@poniente.es")).toMatch(/Bar Poniente S\.L\., A28741056.*bar@poniente\.es/s);
});

it("what a question in between is answered with does not use up the tries of the one that waits", async () => {
  const { say } = await withTwo("en");
  await say("I want to make a complaint");
  for (const text of [
    "How much is the tea cup?",
    "How much is the Longjing tea?",
    "How much is the tea cup?",
  ])
    expect(await say(text)).toMatch(/costs.*happened/s);
});
