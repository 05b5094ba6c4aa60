import { describe, expect, it } from "vitest";
import { readInvoiceDetails } from "./read-invoice-details";

describe("readInvoiceDetails", () => {
  it("ends a tax number where the next sentence begins", () => {
    const text = "CIF B81647208. Me la pueden mandar a cuentas@libreriafaro.example.com";
    expect(readInvoiceDetails(text)).toMatchObject({ taxNumber: "B81647208", buyer: "company" });
  });

  it("takes the name for the title, and not what is said of the title", () => {
    const text = "抬头少打一个字，应该是杭州清和堂文化传播有限公司，其它不变";
    expect(readInvoiceDetails(text)).toMatchObject({ title: "杭州清和堂文化传播有限公司" });
    expect(readInvoiceDetails("Perdón, me dicen que el correo es ana@example.com").buyer).toBeUndefined();
  });

  it("reads all of it in one message", () => {
    expect(
      readInvoiceDetails("开公司的，抬头：杭州云栖茶业有限公司，税号 91330106MA27XYEA62，发到 cai@yunqi.cn"),
    ).toEqual({
      buyer: "company",
      title: "杭州云栖茶业有限公司",
      taxNumber: "91330106MA27XYEA62",
      email: "cai@yunqi.cn",
    });
    expect(
      readInvoiceDetails("A nombre de Textiles del Sur S.L., NIF B12345674, correo facturas@textiles.es"),
    ).toEqual({
      buyer: "company",
      title: "Textiles del Sur S.L.",
      taxNumber: "B12345674",
      email: "facturas@textiles.es",
    });
    expect(
      readInvoiceDetails("For my company, made out to Brightwell Trading Ltd, VAT number GB 123 4567 89"),
    ).toEqual({
      buyer: "company",
      title: "Brightwell Trading Ltd",
      taxNumber: "GB 123 4567 89",
    });
  });

  it.each([
    ["个人的", { buyer: "personal" }],
    ["personal please", { buyer: "personal" }],
    ["particular", { buyer: "personal" }],
    ["公司", { buyer: "company" }],
    ["for my business", { buyer: "company" }],
    ["para mi empresa", { buyer: "company" }],
    ["要专票", { isSpecial: true }],
    ["深圳市海风科技有限公司", { buyer: "company", title: "深圳市海风科技有限公司" }],
    ["B-12345674", { buyer: "company", taxNumber: "B-12345674" }],
    ["anna@example.com", { email: "anna@example.com" }],
    ["I need an invoice for order HP-20431", {}],
    ["我想开发票", {}],
  ])("%s", (text, details) => {
    expect(readInvoiceDetails(text)).toEqual(details);
  });
});
