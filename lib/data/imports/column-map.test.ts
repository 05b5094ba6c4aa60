import { expect, it } from "vitest";
import { columnMapSchema, findMapProblems, guessColumns, guessFormats } from "./column-map";
import { detectPreset, resolveMap } from "./resolve-map";

it("guesses an orders file's columns in English, Chinese and Spanish", () => {
  const expected = ["externalId", "placedAt", "productExternalId", "productName", "quantity", "unitPrice"];
  const headers = [
    ["Order number", "Order date", "Product ID", "Product name", "Qty", "Unit price"],
    ["订单号", "下单时间", "商品编号", "商品名称", "数量", "单价"],
    [
      "Número de pedido",
      "Fecha del pedido",
      "Código de producto",
      "Descripción",
      "Cantidad",
      "Precio unitario",
    ],
  ];
  for (const header of headers) {
    const guess = guessColumns(header, "orders");
    expect(expected.map((field) => guess[field])).toEqual(header);
  }
});

it("guesses customers and products too, and gives each column to one field", () => {
  expect(guessColumns(["客户编号", "姓名", "手机号", "电子邮箱"], "customers")).toEqual({
    externalId: "客户编号",
    name: "姓名",
    phone: "手机号",
    email: "电子邮箱",
  });
  const guess = guessColumns(["product_id", "nameZh", "Precio", "库存"], "products");
  expect(guess).toEqual({ externalId: "product_id", nameZh: "nameZh", price: "Precio", onHand: "库存" });
});

it("guesses the decimal sign and the order of dates from cells", () => {
  expect(guessFormats(["12,50", "1.234,00", "31/12/2024"])).toEqual({ decimal: ",", dateFormat: "dmy" });
  expect(guessFormats(["12.50", "12/31/2024"])).toEqual({ decimal: ".", dateFormat: "mdy" });
});

it("takes the short form of a map and says what a map lacks", () => {
  const map = columnMapSchema.parse({ externalId: "No", colour: "Colour" });
  expect(map.columns).toEqual({ externalId: "No", colour: "Colour" });
  const problems = findMapProblems(map, "products").join(" ");
  expect(problems).toMatch(/no field colour/);
  expect(problems).toMatch(/mapped to price/);
  expect(problems).toMatch(/nameZh/);
});

it("recognises presets by their columns and names columns that a file lacks", () => {
  const uci = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"];
  expect(detectPreset("orders", [...uci, "Country"])?.id).toBe("uci-online-retail");
  expect(detectPreset("orders", uci)).toBeUndefined();
  const { problems } = resolveMap({ kind: "orders", preset: "uci-online-retail" }, uci);
  expect(problems.join()).toMatch(/no column Country/);
});
