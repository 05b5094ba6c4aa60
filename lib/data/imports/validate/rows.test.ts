import { expect, it } from "vitest";
import { columnMapSchema } from "../column-map";
import { uciOnlineRetail } from "../presets/uci-online-retail";
import { customerCheck } from "./customer";
import { ORDER_LINE_COLUMNS, orderLineCheck } from "./order-line";
import { productCheck } from "./product";
import { type RowCheck, RowRejection, type ShopFacts } from "./row-check";

const shop: ShopFacts = {
  baseCurrency: "GBP",
  timeZone: "Europe/London",
  nameLocale: "en",
  supplierIds: new Map([["S1", "supplier-id"]]),
};

function outcome(check: RowCheck, values: string[]) {
  try {
    return { cells: check(values) };
  } catch (error) {
    if (error instanceof RowRejection) return { code: error.code, amountMinor: error.amountMinor };
    throw error;
  }
}

const uciColumns = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
];
const checkUci = orderLineCheck(columnMapSchema.parse(uciOnlineRetail.map), uciColumns, shop);
const uci = (invoice: string, stock: string, quantity: string, price: string, date = "2011-06-01 10:00:00") =>
  outcome(checkUci, [invoice, stock, "THING", quantity, date, price, "", "France"]);

it("stages a line with its total, and a C-line as a positive return", () => {
  const named = (result: ReturnType<typeof outcome>) =>
    Object.fromEntries(ORDER_LINE_COLUMNS.map((name, index) => [name, result.cells?.[index]]));
  expect(named(uci("536365", "85123A", "6", "2.55"))).toMatchObject({
    is_return: false,
    placed_at: "2011-06-01T09:00:00.000Z",
    customer: null,
    quantity: 6,
    unit_price_minor: 255,
    total_minor: 1530,
  });
  expect(named(uci("C536379", "D", "-2", "27.50"))).toMatchObject({
    is_return: true,
    quantity: 2,
    total_minor: 5500,
  });
  expect(uci("536365", "85123A", "6", "0").cells).toBeDefined();
});

it("rejects what is no sale, with the amount that the row carries", () => {
  expect(uci("536365", "85123A", "-6", "2.55")).toEqual({ code: "negative_quantity", amountMinor: -1530 });
  expect(uci("A563186", "B", "1", "-11062.06")).toEqual({
    code: "accounting_adjustment",
    amountMinor: -1106206,
  });
  expect(uci("A563185", "B", "1", "11062.06")).toMatchObject({ amountMinor: 1106206 });
  expect(uci("536365", "85123A", "1", "-2")).toEqual({ code: "negative_price", amountMinor: -200 });
  expect(uci("C1", "85123A", "1", "2")).toEqual({ code: "bad_return_quantity", amountMinor: 200 });
  expect(uci("536365", "", "1", "2")).toEqual({ code: "missing_value", amountMinor: 200 });
  expect(uci("", "85123A", "1", "2")).toEqual({ code: "missing_value", amountMinor: 200 });
  expect(uci("536365", "85123A", "x", "2")).toEqual({ code: "bad_quantity", amountMinor: null });
  expect(uci("536365", "85123A", "1", "two")).toEqual({ code: "bad_number", amountMinor: null });
  expect(uci("536365", "85123A", "1", "2", "32/13/2011")).toEqual({ code: "bad_date", amountMinor: 200 });
  expect(uci("5".repeat(200), "85123A", "1", "2")).toEqual({ code: "too_long", amountMinor: 200 });
});

it("needs a rate for a foreign currency, and inherits an order's blank cells where the map says so", () => {
  const columns = ["o", "d", "p", "price", "cur", "fx", "off", "s"];
  const map = columnMapSchema.parse({
    columns: {
      externalId: "o",
      placedAt: "d",
      productExternalId: "p",
      unitPrice: "price",
      currency: "cur",
      fxRate: "fx",
      lineDiscount: "off",
      status: "s",
    },
    inheritsOrderCells: true,
  });
  const check = orderLineCheck(map, columns, shop);
  expect(outcome(check, ["1", "2024-01-01", "p", "5", "EUR", "", "", ""])).toMatchObject({
    code: "missing_fx_rate",
  });
  expect(outcome(check, ["1", "2024-01-01", "p", "5", "XQQ", "1", "", ""])).toMatchObject({
    code: "bad_currency",
  });
  expect(outcome(check, ["5", "2024-01-01", "p", "5", "", "", "9", ""])).toMatchObject({
    code: "bad_discount",
  });
  expect(outcome(check, ["2", "2024-01-01", "p", "5", "EUR", "0.85", "", "已发货"]).cells).toBeDefined();
  expect(outcome(check, ["2", "", "q", "5", "", "", "", ""]).cells).toContain("shipped");
  expect(outcome(check, ["3", "", "q", "5", "", "", "", ""])).toMatchObject({ code: "missing_value" });
  expect(outcome(check, ["4", "2024-01-01", "q", "5", "", "", "", "??"])).toMatchObject({
    code: "bad_status",
  });
});

it("checks customers and products", () => {
  const customer = customerCheck(
    columnMapSchema.parse({ externalId: "id", email: "e", phone: "p", locale: "l" }),
    ["id", "e", "p", "l"],
  );
  expect(outcome(customer, ["7", "ana@example.com", "'+34 600 000 000", "es_MX"]).cells).toEqual([
    "7",
    null,
    "ana@example.com",
    "+34 600 000 000",
    "es-MX",
    null,
    null,
  ]);
  expect(outcome(customer, ["7", "ana@", "", ""])).toMatchObject({ code: "bad_email" });
  expect(outcome(customer, ["7", "", "call me", ""])).toMatchObject({ code: "bad_phone" });
  expect(outcome(customer, ["", "", "", ""])).toMatchObject({ code: "missing_value" });

  const fields = ["externalId", "name", "nameZh", "price", "onHand", "supplierExternalId", "status"];
  const product = productCheck(
    columnMapSchema.parse(Object.fromEntries(fields.map((f) => [f, f]))),
    fields,
    shop,
  );
  expect(outcome(product, ["P", "Lamp", "灯", "9.9", "3", "S1", "在售"]).cells).toEqual([
    "P",
    null,
    '{"en":"Lamp","zh":"灯"}',
    990,
    null,
    "GBP",
    3,
    null,
    "supplier-id",
    "active",
  ]);
  expect(outcome(product, ["P", "", "", "9.9", "", "", ""])).toMatchObject({ code: "missing_value" });
  expect(outcome(product, ["P", "Lamp", "", "-1", "", "", ""])).toMatchObject({ code: "negative_price" });
  expect(outcome(product, ["P", "Lamp", "", "1", "-3", "", ""])).toMatchObject({ code: "bad_quantity" });
  expect(outcome(product, ["P", "Lamp", "", "1", "", "S9", ""])).toMatchObject({ code: "unknown_supplier" });
});
