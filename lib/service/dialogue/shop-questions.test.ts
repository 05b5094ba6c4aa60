import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { setSizeChart, upsertProducts } = await import("@/lib/data/catalog");
const { createCoupon } = await import("@/lib/data/coupons");
const { createArticle, publishArticle } = await import("@/lib/data/knowledge");
const { upsertOrders } = await import("@/lib/data/orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const shirt = (externalId: string, en: string, zh: string, size: string) => ({
  ...{ externalId, name: { en: "Linen shirt", zh: "亚麻衬衫", es: "Camisa de lino" }, price: cny(19_900) },
  ...{ variantGroup: "linen-shirt", stock: { onHand: size === "L" ? 0 : 20 } },
  options: { colour: { en, zh, es: en === "White" ? "Blanco" : "Azul" }, size: { en: size } },
});

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
  const { results } = await upsertProducts(shop.ctx, {
    items: [
      shirt("shirt-white-m", "White", "白色", "M"),
      shirt("shirt-white-l", "White", "白色", "L"),
      shirt("shirt-blue-m", "Blue", "蓝色", "M"),
      {
        externalId: "cup",
        name: { zh: "茶杯", en: "Tea cup", es: "Taza de té" },
        price: cny(2_900),
        stock: { onHand: 50 },
      },
    ],
  });
  const chart = {
    sizes: [
      {
        label: "M",
        ranges: { chestCm: [92, 98] as [number, number], heightCm: [165, 175] as [number, number] },
      },
      {
        label: "L",
        ranges: { chestCm: [98, 104] as [number, number], heightCm: [172, 182] as [number, number] },
      },
    ],
  };
  for (const { id } of results.slice(0, 3)) await setSizeChart(shop.ctx, { productId: id!, chart });
});

let made = 0;
/** A customer of their own with one order of two cups and a white shirt, which is paid unless said otherwise. */
async function withOrder(status: "paid" | "pending" = "paid", country: "CN" | "ES" = "CN") {
  made += 1;
  const [customer, number] = [`asker-${made}`, `HP-${50_000 + made}`];
  await shop.customerChat(customer);
  const address = {
    CN: {
      recipient: "李雷",
      phone: "13800138000",
      lines: ["文三路478号"],
      city: "杭州市",
      region: "浙江省",
      country: "CN",
    },
    ES: {
      recipient: "Marta",
      phone: "+34612345678",
      lines: ["Calle Mayor 12"],
      city: "Madrid",
      postalCode: "28013",
      country: "ES",
    },
  }[country];
  const line = (externalId: string, quantity: number, amountMinor: number) => ({
    product: { externalId },
    quantity,
    unitPrice: cny(amountMinor),
  });
  await upsertOrders(shop.ctx, {
    items: [
      {
        ...{
          externalId: number,
          number,
          customer: { externalId: customer },
          status,
          placedAt: "2026-06-30T00:00:00Z",
        },
        ...{ lines: [line("cup", 2, 2_900), line("shirt-white-m", 1, 19_900)], shippingAddress: address },
      },
    ],
  });
  return { customer, number };
}

const linesOf = async (number: string) =>
  (
    await sql`SELECT p.external_id AS product, l.quantity FROM order_lines l
      JOIN orders o ON o.merchant_id = l.merchant_id AND o.id = l.order_id
      JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
      WHERE o.merchant_id = ${shop.merchantId} AND o.number = ${number} ORDER BY l.position`
  ).map(({ product, quantity }) => `${product} ${quantity}`);

describe("changing an order", () => {
  it.each([
    ["en", ["I want to change my order", "the tea cup", "make it 3", "yes"], "now costs"],
    ["zh", ["我想改一下订单", "茶杯", "改成3个", "确认"], "已修改"],
    ["es", ["Quiero modificar mi pedido", "la taza", "que sean tres", "sí"], "Hecho"],
  ] as const)("in %s changes how many there are after a yes", async (locale, said, done) => {
    const { customer, number } = await withOrder();
    const chat = await shop.customerChat(customer, locale);
    let last = "";
    for (const text of said) {
      expect(await linesOf(number)).toEqual(["cup 2", "shirt-white-m 1"]);
      last = (await chat.say(text)).reply!.text;
    }
    expect(last).toContain(done);
    expect(await linesOf(number)).toEqual(["cup 3", "shirt-white-m 1"]);
  });

  it("takes another colour, says what it costs, and a corrected number", async () => {
    const { customer, number } = await withOrder();
    const chat = await shop.customerChat(customer);
    await chat.say("I need to change my order");
    await chat.say("the linen shirt");
    const { reply } = await chat.say("the blue one please");
    expect(reply!.text).toMatch(/Linen shirt \(M, White\) to: Linen shirt \(M, Blue\).*257\.00/s);
    await chat.say("yes");
    expect(await linesOf(number)).toEqual(["cup 2", "shirt-blue-m 1"]);
    await chat.say("I want to change the order again");
    await chat.say("the tea cup");
    await chat.say("make it 4");
    expect((await chat.say("no, make it 5")).reply!.text).toContain("×5");
    await chat.say("yes");
    expect(await linesOf(number)).toEqual(["cup 5", "shirt-blue-m 1"]);
  });

  it("takes an item out, and refuses what is not there", async () => {
    const { customer, number } = await withOrder();
    const chat = await shop.customerChat(customer, "zh");
    await chat.say("我要修改订单");
    await chat.say("亚麻衬衫");
    const { reply } = await chat.say("换成白色L码");
    expect(reply!.text).toMatch(/缺货|没有库存|无货/);
    await chat.say("那改一下订单");
    await chat.say("亚麻衬衫");
    expect((await chat.say("不要了")).reply!.text).toContain("不要了");
    await chat.say("确认");
    expect(await linesOf(number)).toEqual(["cup 2"]);
  });
});

describe("an invoice", () => {
  const invoicesOf = (number: string) => sql`
    SELECT q.result->'details'->>'title' AS title, q.result->'details'->>'taxNumber' AS tax, q.result->'details'->>'email' AS email,
      q.result->'details'->>'kind' AS kind
    FROM order_requests q JOIN orders o ON o.merchant_id = q.merchant_id AND o.id = q.order_id
    WHERE o.number = ${number} AND q.kind = 'invoice'`;

  it("is asked for part by part, and a mistyped tax number once more", async () => {
    const { customer, number } = await withOrder();
    const chat = await shop.customerChat(customer, "zh");
    expect((await chat.say("我要开发票")).reply!.text).toContain("个人还是公司");
    expect((await chat.say("公司的")).reply!.text).toContain("抬头");
    expect((await chat.say("杭州云栖茶业有限公司")).reply!.text).toContain("税号");
    expect((await chat.say("91350100M000100Y44")).reply!.text).toContain("校验不通过");
    const asked = (await chat.say("91350100M000100Y43")).reply!.text;
    expect(asked).toContain("邮箱");
    expect((await chat.say("cai@yunqi.cn")).reply!.text).toMatch(
      /257\.00.*杭州云栖茶业有限公司.*cai@yunqi\.cn/s,
    );
    expect(await invoicesOf(number)).toEqual([]);
    await chat.say("对");
    expect(await invoicesOf(number)).toEqual([
      { title: "杭州云栖茶业有限公司", tax: "91350100M000100Y43", email: "cai@yunqi.cn", kind: "general" },
    ]);
    expect((await chat.say("再开一张发票")).reply!.text).toMatch(/已经|申请过/);
  });

  it("takes what is said at once, and a correction before the yes", async () => {
    const { customer, number } = await withOrder("paid", "ES");
    const chat = await shop.customerChat(customer, "es");
    await chat.say("Necesito la factura de mi pedido");
    const first = await chat.say(
      "A nombre de Textiles del Sur S.L., NIF B12345674, correo facturas@textiles.es",
    );
    expect(first.reply!.text).toMatch(/Textiles del Sur S\.L\., B12345674.*facturas@textiles\.es/s);
    expect((await chat.say("no, mejor a conta@textiles.es")).reply!.text).toContain("conta@textiles.es");
    await chat.say("sí");
    expect(await invoicesOf(number)).toMatchObject([{ tax: "B12345674", email: "conta@textiles.es" }]);
  });

  it("of an order that is not paid is refused before anything is asked", async () => {
    const { customer } = await withOrder("pending");
    const chat = await shop.customerChat(customer);
    expect((await chat.say("I need an invoice")).reply!.text).toContain("not paid yet");
  });
});

describe("a size", () => {
  it.each([
    ["en", "What size should I take in the linen shirt?", "my chest is 101 cm", /size L.*sold out/s],
    ["zh", "亚麻衬衫我穿什么码合适", "胸围95厘米", /M 码/],
    ["es", "¿Qué talla de la camisa de lino me recomiendas?", "mido 168 cm", /talla M/],
  ] as const)("in %s is advised by what was measured", async (locale, question, body, advice) => {
    const chat = await shop.customerChat(`sizer-${locale}`, locale);
    const asked = await chat.say(question);
    const told = /Which of these|哪一个|哪个|cuál/i.test(asked.reply!.text) ? await chat.say("1") : asked;
    expect(told.reply!.text).toMatch(/chest|胸围|pecho/);
    expect((await chat.say(body)).reply!.text).toMatch(advice);
  });

  it("of what has no chart is a person's to say", async () => {
    const chat = await shop.customerChat("sizer-cup");
    const { conversation } = await chat.say("Which size of the tea cup fits me?");
    expect(conversation.owner).toBe("human");
  });
});

describe("coupons", () => {
  beforeAll(async () => {
    const coupon = { currency: "CNY", isPublic: true };
    await createCoupon(shop.ctx, {
      ...coupon,
      code: "TEA15",
      kind: "percent",
      percentBasisPoints: 1_500,
      minimumMinor: 20_000,
    });
    await createCoupon(shop.ctx, {
      ...coupon,
      code: "SECRET9",
      kind: "fixed",
      amountMinor: 900,
      isPublic: false,
    });
    await createCoupon(shop.ctx, {
      ...coupon,
      code: "OLD50",
      kind: "fixed",
      amountMinor: 5_000,
      validUntil: "2026-06-01T00:00:00Z",
    });
  });

  it.each([
    ["en", "Do you have any promotions right now?", /running at the moment:\nTEA15: 15% off, from ¥200\.00$/],
    ["zh", "现在有什么优惠活动吗", /目前的优惠有：\nTEA15：减 15%，满 ¥200\.00 可用$/],
    [
      "es",
      "¿Tienen alguna promoción ahora?",
      /Ahora mismo tenemos:\nTEA15: 15\s?% de descuento, a partir de/,
    ],
  ] as const)("in %s are told that everybody may know, while they run", async (locale, question, answer) => {
    const chat = await shop.customerChat(`saver-${locale}`, locale);
    expect((await chat.say(question)).reply!.text).toMatch(answer);
  });

  it("are judged by the order that waits for payment", async () => {
    const { customer } = await withOrder("pending");
    const chat = await shop.customerChat(customer);
    expect((await chat.say("Which coupon can I use?")).reply!.text).toBe("TEA15 takes ¥38.55 off.");
    const { reply } = await chat.say("My coupon code is SECRET9");
    expect(reply!.text).toBe("SECRET9 takes ¥9.00 off.");
    expect((await chat.say("Why does the code OLD50 not work?")).reply!.text).toContain("ended on");
    expect((await chat.say("and the coupon code NOPE77?")).reply!.text).toContain(
      "do not know the code NOPE77",
    );
  });

  it("say what is missing for the product that was talked of", async () => {
    const chat = await shop.customerChat("saver-cup");
    await chat.say("How much is the tea cup?");
    expect((await chat.say("Can I use the code TEA15?")).reply!.text).toContain(
      "needs ¥200.00; ¥171.00 is missing",
    );
  });
});

describe("a question about a product", () => {
  it("is answered from an article, with the article as its source", async () => {
    const { id } = await createArticle(shop.ctx, {
      language: "en",
      title: "How to wash linen",
      body: "Wash the linen shirt at 30 degrees and dry it in the shade. Do not tumble dry.",
    });
    await publishArticle(shop.ctx, { id });
    const chat = await shop.customerChat("washer");
    const { reply } = await chat.say("How do I wash the linen shirt?");
    expect(reply!.text).toContain("30 degrees");
    expect(reply!.sources).toMatchObject([{ type: "article", id }]);
  });

  it("is answered from the catalogue where no article says it", async () => {
    const chat = await shop.customerChat("curious", "zh");
    const { reply } = await chat.say("茶杯是什么材质的？");
    expect(reply!.text).toMatch(/茶杯 售价 ¥29\.00，有现货/);
    expect(reply!.sources).toMatchObject([{ type: "product" }]);
  });
});
