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
/** A customer of their own with paid orders of one cup each; their numbers, the newest first. */
async function withOrders(count: number): Promise<{ customer: string; numbers: string[] }> {
  made += 1;
  const customer = `buyer-${made}`;
  await shop.customerChat(customer);
  const numbers = Array.from({ length: count }, (_, i) => `HP-${30_000 + made * 10 + count - i}`);
  await upsertOrders(shop.ctx, {
    items: numbers.map((number, i) => ({
      externalId: number,
      number,
      customer: { externalId: customer },
      status: "paid" as const,
      placedAt: new Date(Date.UTC(2026, 5, 28 - i)).toISOString(),
      lines: [
        {
          product: { externalId: "cup" },
          quantity: 1,
          unitPrice: { amountMinor: 2_900, currency: "CNY" },
        },
      ],
    })),
  });
  return { customer, numbers };
}

const statusOf = async (number: string) =>
  (await sql`SELECT status FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`)[0]!
    .status;

describe("cancelling", () => {
  it.each([
    ["en", "I want to cancel my order", "yes please", /^Shall I cancel order HP-\d+ \(Tea cup\)\? ¥29\.00/],
    ["zh", "我要取消订单", "好的", /^确认取消订单 HP-\d+（茶杯）吗/],
    ["es", "Quiero cancelar mi pedido", "sí", /^¿Cancelo el pedido HP-\d+ \(Taza de té\)\?/],
  ] as const)("in %s happens after a yes, and not before", async (locale, wish, yes, question) => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer, locale);
    expect((await chat.say(wish)).reply!.text.replace("CN¥", "¥")).toMatch(question);
    expect(await statusOf(numbers[0]!)).toBe("paid");
    expect((await chat.say(yes)).reply!.text).toContain(numbers[0]);
    expect(await statusOf(numbers[0]!)).toBe("cancelled");
  });

  it("does not happen after a no", async () => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer);
    await chat.say("Please cancel my order");
    expect((await chat.say("no, leave it")).reply!.text).toContain("leave everything");
    expect((await chat.say("yes")).reply!.text).not.toContain("cancelled");
    expect(await statusOf(numbers[0]!)).toBe("paid");
  });

  it("takes the other order after a correction, and leaves the first alone", async () => {
    const { customer, numbers } = await withOrders(2);
    const chat = await shop.customerChat(customer);
    expect((await chat.say("I want to cancel an order")).reply!.text).toMatch(/^Which order/);
    expect((await chat.say("the first one")).reply!.text).toContain(numbers[0]);
    expect((await chat.say(`no, ${numbers[1]}`)).reply!.text).toContain(`cancel order ${numbers[1]}`);
    await chat.say("yes");
    expect([await statusOf(numbers[0]!), await statusOf(numbers[1]!)]).toEqual(["paid", "cancelled"]);
  });

  it("goes on after a question in between", async () => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer);
    await chat.say("Please cancel my order");
    const { reply } = await chat.say("How much is the tea cup?");
    expect(reply!.text).toMatch(/^Tea cup costs.*\n.*Shall I cancel order/s);
    await chat.say("yes");
    expect(await statusOf(numbers[0]!)).toBe("cancelled");
  });

  it("of what has left is refused with the reason", async () => {
    const chat = await shop.customerChat("li");
    expect((await chat.say("Cancel HP-20431 please")).reply!.text).toContain("already left us");
    expect(await statusOf("HP-20431")).toBe("shipped");
  });

  it("said yes to twice happens once", async () => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer);
    await chat.say("Please cancel my order");
    await Promise.all([chat.say("yes"), chat.say("yes")]);
    const requests =
      await sql`SELECT kind FROM order_requests q JOIN orders o ON o.merchant_id = q.merchant_id
      AND o.id = q.order_id WHERE o.number = ${numbers[0]!}`;
    expect(requests.map(({ kind }) => kind)).toEqual(["cancel"]);
  });

  it("needs a stranger's proof first", async () => {
    const browser = await shop.openBrowser();
    expect((await browser.say("I want to cancel order HP-20600")).reply!.text).toContain("which e-mail");
    expect(await statusOf("HP-20600")).toBe("paid");
    expect((await browser.say("guest@example.com")).reply!.text).toMatch(/^Shall I cancel order HP-20600/);
    await browser.say("yes");
    expect(await statusOf("HP-20600")).toBe("cancelled");
  });
});

/** A customer of their own with one delivered order of tea and a cup. */
async function withDelivered(): Promise<{ customer: string; number: string }> {
  made += 1;
  const customer = `buyer-${made}`;
  await shop.customerChat(customer);
  const number = `HP-${30_000 + made * 10}`;
  const line = (externalId: string, amountMinor: number) => ({
    product: { externalId },
    quantity: 1,
    unitPrice: { amountMinor, currency: "CNY" },
  });
  await upsertOrders(shop.ctx, {
    items: [
      {
        ...{ externalId: number, number, customer: { externalId: customer }, status: "delivered" as const },
        placedAt: "2026-06-24T00:00:00Z",
        lines: [line("tea", 8_800), line("cup", 2_900)],
        shipments: [
          {
            ...{ carrier: "JD Logistics", trackingNumber: `JD${number}`, status: "delivered" as const },
            ...{ shippedAt: "2026-06-25T00:00:00Z", deliveredAt: "2026-06-28T08:00:00Z" },
          },
        ],
      },
    ],
  });
  return { customer, number };
}

const returnsOf = (number: string) => sql`
  SELECT r.status, r.reason, r.refund_minor::int AS refund FROM returns r
  JOIN orders o ON o.merchant_id = r.merchant_id AND o.id = r.order_id WHERE o.number = ${number}`;

describe("returning", () => {
  it.each([
    [
      "en",
      ["I want to return something", "the tea cup", "I changed my mind", "no", "yes"],
      "Your return is registered",
    ],
    ["zh", ["我要退货", "茶杯", "不喜欢", "没有", "是"], "退货申请已登记"],
    [
      "es",
      ["Quiero devolver un artículo", "la taza", "ya no la quiero", "no", "sí"],
      "Tu devolución está registrada",
    ],
  ] as const)("in %s asks for what it must know, and registers after a yes", async (locale, said, done) => {
    const { customer, number } = await withDelivered();
    const chat = await shop.customerChat(customer, locale);
    const replies = [];
    for (const text of said) {
      expect(await returnsOf(number)).toHaveLength(0);
      replies.push((await chat.say(text)).reply!.text);
    }
    expect(replies.at(-1)).toContain(done);
    expect(await returnsOf(number)).toEqual([{ status: "requested", reason: "changed_mind", refund: 2_900 }]);
  });

  it("takes what is said at once, and does not ask for it", async () => {
    const { customer, number } = await withDelivered();
    const chat = await shop.customerChat(customer);
    const { reply } = await chat.say("I want to return the tea cup, it arrived broken");
    expect(reply!.text).toMatch(/You would send back: Tea cup.*arrived damaged.*29\.00.*We pay/s);
    await chat.say("yes");
    expect(await returnsOf(number)).toMatchObject([{ reason: "damaged" }]);
  });

  it("tells afterwards how far it is", async () => {
    const { customer, number } = await withDelivered();
    const chat = await shop.customerChat(customer);
    await chat.say("I want to return the tea cup, it arrived broken");
    await chat.say("yes");
    const { reply } = await chat.say("Where is my refund?");
    expect(reply!.text).toMatch(
      new RegExp(`^Refunds for order ${number}:\\nReturn .*29\\.00 goes back`, "s"),
    );
  });

  it("is interrupted by another question and gone on with", async () => {
    const { customer, number } = await withDelivered();
    const chat = await shop.customerChat(customer, "zh");
    await chat.say("我要退货");
    const { reply } = await chat.say("茶杯多少钱");
    expect(reply!.text).toMatch(/茶杯 现价.*哪件商品/s);
    await chat.say("第二个");
    await chat.say("收到就碎了");
    await chat.say("好的");
    expect(await returnsOf(number)).toMatchObject([{ reason: "damaged", refund: 2_900 }]);
  });
});

describe("sending elsewhere", () => {
  const addressOf = async (number: string) =>
    (
      await sql`SELECT shipping_address FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`
    )[0]!.shipping_address;

  it("asks for the address, confirms it and writes it down", async () => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer, "zh");
    expect((await chat.say("我要改收货地址")).reply!.text).toMatch(/新的收货信息/);
    const { reply } = await chat.say("浙江省杭州市西湖区文三路478号华星时代广场A座1203 张伟 13812345678");
    expect(reply!.text).toMatch(/确认把订单 .*西湖区文三路478号.*张伟/s);
    expect(await addressOf(numbers[0]!)).toBeNull();
    await chat.say("对");
    expect(await addressOf(numbers[0]!)).toMatchObject({
      recipient: "张伟",
      phone: "13812345678",
      country: "CN",
    });
  });

  it("asks for what a parcel needs and was left out", async () => {
    const { customer, numbers } = await withOrders(1);
    const chat = await shop.customerChat(customer, "es");
    await chat.say("Quiero cambiar la dirección de entrega");
    expect((await chat.say("C/ Mayor 12, 3ºB, Madrid, a nombre de Marta Ruiz")).reply!.text).toContain(
      "código postal",
    );
    expect((await chat.say("28013")).reply!.text).toMatch(/Mayor 12.*28013 Madrid/s);
    await chat.say("sí");
    expect(await addressOf(numbers[0]!)).toMatchObject({
      postalCode: "28013",
      city: "Madrid",
      country: "ES",
    });
  });

  it("of what has left is refused before anything is asked", async () => {
    const chat = await shop.customerChat("li");
    expect((await chat.say("Change the delivery address of HP-20431")).reply!.text).toContain(
      "already left us",
    );
  });
});
