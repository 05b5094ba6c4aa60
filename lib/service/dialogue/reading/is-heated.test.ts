import { expect, it } from "vitest";
import { isHeated } from "./is-heated";

it.each([
  ["the kettle won't turn on and i've only had it three days", "damaged_item"],
  ["太小了，脚会顶到", "exchange_request"],
  ["物流好几天不动，打快递电话也没人接", "delivery_expedite"],
  ["mi pedido no llega", "not_received"],
])("%s is a report", (text, intent) => expect(isHeated(text, intent)).toBe(false));

it.each([
  ["什么破水壶，用了一次就不通电了！", "damaged_item"],
  ["This is ridiculous, my tea should have been here two days ago", "delivery_expedite"],
  ["到货的杯子碎了一个！！要退货", "return_request"],
  ["Estoy harto de esperar", "delivery_time"],
  ["you people never answer", "complaint"],
])("%s may be anger", (text, intent) => expect(isHeated(text, intent)).toBe(true));
