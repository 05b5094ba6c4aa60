import { describe, expect, it } from "vitest";
import { extractEntities } from "./extract-entities";
import { findProductNames, indexProductNames } from "./product-names";

const CATALOGUE = indexProductNames([
  { id: "walnut", names: ["胡桃木台灯", "Walnut desk lamp", "Lámpara de escritorio de nogal"] },
  { id: "oak", names: ["橡木台灯", "Oak desk lamp", "Lámpara de escritorio de roble"] },
  { id: "pan20", names: ["20厘米煎锅", "20 cm frying pan", "Sartén de 20 cm"] },
  { id: "pan24", names: ["24厘米煎锅", "24 cm frying pan", "Sartén de 24 cm"] },
  { id: "nordlys", names: ["Nordlys 吊灯", "Nordlys pendant", "Lámpara colgante Nordlys"] },
  { id: "robe", names: ["华夫格浴袍", "Waffle-weave bathrobe", "Albornoz de tejido gofre"] },
  { id: "case", names: ["iPhone 15 Pro case"], sku: "IPC-15P" },
  { id: "bedside", names: ["陶瓷床头灯", "Ceramic bedside lamp", "Lámpara de mesilla de cerámica"] },
  { id: "vase", names: ["陶瓷花瓶", "Ceramic vase", "Jarrón de cerámica"] },
  { id: "book", names: ["Order book"], sku: "20431" },
  { id: "box", names: ["Box"] },
  { id: "scale", names: ["智能体重秤", "LED scale, 5 m cable", "X200"] },
]);

const found = (text: string, products = CATALOGUE) =>
  extractEntities(text, { findProducts: (folded) => findProductNames(folded, products) })
    .filter(({ type }) => type === "product")
    .map(({ products: named, start, end }) => `${named?.map(({ id }) => id)}|${text.slice(start, end)}`);

describe("names of products", () => {
  it.each([
    ["胡桃木台灯有货吗", ["walnut|胡桃木台灯"]],
    ["胡桃木的檯燈還有嗎", ["walnut|胡桃木的檯燈"]],
    ["胡桃木燈", ["walnut|胡桃木燈"]],
    ["浴袍什么材质", ["robe|浴袍"]],
    ["20cm煎锅", ["pan20|20cm煎锅"]],
    ["is the WALNUT DESK LAMPS in stock?", ["walnut|WALNUT DESK LAMPS"]],
    ["the ｗａｌｎｕｔ lamp", ["walnut|ｗａｌｎｕｔ lamp"]],
    ["the lamp in walnut", ["walnut|lamp in walnut"]],
    ["Quiero la lampara de escritorio de nogal", ["walnut|lampara de escritorio de nogal"]],
    ["¿tenéis albornoces?", ["robe|albornoces"]],
    ["el jarrón de cerámica", ["vase|jarrón de cerámica"]],
    ["do you have the nordlys?", ["nordlys|nordlys"]],
    ["an iphone15 pro case", ["case|iphone15 pro case"]],
    ["ipc-15p please", ["case|ipc-15p"]],
    ["24 cm frying pan, and the vase", ["pan24|24 cm frying pan", "vase|vase"]],
    ["bedside lamp and ceramic vase", ["bedside|bedside lamp", "vase|ceramic vase"]],
    ["an order book", ["book|order book"]],
    ["the x200 and 体重秤", ["scale|x200", "scale|体重秤"]],
    ["😀 胡桃木\u200b台灯", ["walnut|胡桃木\u200b台灯"]],
  ])("reads %j", (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    "where is my order 20431",
    "平台灯光怎么样",
    "my box arrived",
    "体重110斤",
    `I'm 5'6"`,
    "20 cm",
    "the case of the missing parcel",
    "",
  ])("finds none in %j", (text) => expect(found(text)).toEqual([]));

  it("says which products a part can mean, as it is written, up to five", () => {
    const text = "我的台灯坏了";
    const [entity] = extractEntities(text, { findProducts: (folded) => findProductNames(folded, CATALOGUE) });
    expect(entity).toMatchObject({ type: "product", value: "台灯", start: 2, end: 4 });
    expect(entity?.products?.map(({ id, name }) => [id, name])).toEqual([
      ["oak", "橡木台灯"],
      ["walnut", "胡桃木台灯"],
    ]);
    expect(found("a lamp")).toEqual(["walnut,oak,bedside|lamp"]);
    const many = indexProductNames([..."bcdfgh"].map((id) => ({ id, names: [`${id} velvet cushion`] })));
    expect(found("the velvet cushion", many)).toEqual([]);
  });

  it("prefers a whole name to a longer one of which it is a part", () => {
    const products = indexProductNames([
      { id: "lamp", names: ["Desk lamp"] },
      { id: "shade", names: ["Desk lamp shade"] },
    ]);
    expect(found("the desk lamp", products)).toEqual(["lamp|desk lamp"]);
    expect(found("the desk lamp shade", products)).toEqual(["shade|desk lamp shade"]);
  });

  it("takes what e-mails, links and the shop's own order numbers hold for none of its products", () => {
    expect(found("walnut.desk.lamp@example.com, https://example.com/walnut-desk-lamp")).toEqual([]);
  });

  it("finds one of 10,000 products at the end of a long text full of their words", () => {
    const rooms = ["台灯", "床头灯", "花瓶", "餐桌", "沙发", "地毯"];
    const woods = ["胡桃木", "橡木", "黄铜", "陶瓷", "亚麻"];
    const products = indexProductNames(
      Array.from({ length: 10_000 }, (_, i) => ({
        id: String(i),
        names: [`${woods[i % 5]}${rooms[i % 6]}${i}`, `Lamp ${i} of the walnut desk`],
      })),
    );
    const text = `${"胡桃木台灯橡木花瓶 lamp walnut desk ".repeat(80)}. 胡桃木台灯7230`;
    expect(found(text, products).at(-1)).toBe("7230|胡桃木台灯7230");
  });
});
