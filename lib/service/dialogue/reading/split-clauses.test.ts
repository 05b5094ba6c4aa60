import { expect, it } from "vitest";
import { splitClauses } from "./split-clauses";

it.each([
  ["Where is HP-20431? And can I change the address?", ["Where is HP-20431", "can I change the address"]],
  [
    "I want to return the lamp and where is my other order",
    ["I want to return the lamp", "where is my other order"],
  ],
  ["我的快递到哪了？另外发票怎么开", ["我的快递到哪了", "发票怎么开"]],
  ["¿Dónde está mi pedido? Además quiero la factura.", ["¿Dónde está mi pedido", "quiero la factura"]],
  ["Quiero devolverlo y cuándo me pagan", ["Quiero devolverlo", "cuándo me pagan"]],
  ["鞋多少钱 衬衫多少钱", ["鞋多少钱", "衬衫多少钱"]],
  [
    "cuando llega mi camisa, como se lava y si hay factura",
    ["cuando llega mi camisa", "como se lava", "si hay factura"],
  ],
  ["一是水壶那单要开发票，二是帮我看下围巾到哪了", ["水壶那单要开发票", "帮我看下围巾到哪了"]],
])("cuts %j", (text, clauses) => expect(splitClauses(text)).toEqual(clauses));

it.each([
  "Where is my order?",
  "what about the shoes, could those be cancelled?",
  "杯子改成两个，茶叶改成一盒",
  "ok. thanks!",
  "2 lamps and 3 chairs",
  "",
  "。。。",
  "12.50 EUR",
])("leaves %j whole", (text) => expect(splitClauses(text)).toEqual([]));
