import { describe, expect, it } from "vitest";
import {
  isSpanishCompanyNif,
  isSpanishPersonalNif,
  isUnifiedSocialCreditCode,
  normalizeTaxNumber,
} from "./tax-numbers";

describe("unified social credit codes", () => {
  // The standard's own example, and codes of companies as they stand in their public imprints.
  it.each(["91350100M000100Y43", "9144030071526726XG", "91330100799655058B", "91110000802100433B"])(
    "%s is one",
    (code) => {
      expect(isUnifiedSocialCreditCode(code)).toBe(true);
      // Every single wrong character is noticed: 31 is a prime.
      for (let at = 0; at < 18; at++) {
        const other = code[at] === "1" ? "2" : "1";
        expect(isUnifiedSocialCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }
    },
  );

  it.each(["", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "91350100m000100y43"])(
    "%s is none",
    (code) => {
      expect(isUnifiedSocialCreditCode(code)).toBe(false);
    },
  );
});

describe("Spanish NIF", () => {
  it.each(["12345678Z", "00000000T", "X1234567L", "Y1234567X", "Z1234567R"])("%s is a person's", (nif) => {
    expect(isSpanishPersonalNif(nif)).toBe(true);
    expect(isSpanishCompanyNif(nif)).toBe(false);
  });

  it.each(["12345678A", "1234567Z", "X1234567A", "W1234567L", "12345678", ""])("%s is no person's", (nif) => {
    expect(isSpanishPersonalNif(nif)).toBe(false);
  });

  // Telefónica, the tax agency, and a common example.
  it.each(["A28015865", "Q2826000H", "A58818501"])("%s is an organisation's", (nif) => {
    expect(isSpanishCompanyNif(nif)).toBe(true);
    expect(isSpanishPersonalNif(nif)).toBe(false);
  });

  it("wants a digit or a letter as the legal form says", () => {
    expect(isSpanishCompanyNif("A2801586E")).toBe(false);
    expect(isSpanishCompanyNif("Q28260008")).toBe(false);
    for (const wrong of ["A28015866", "I28015865", "A2801586", "28015865A"])
      expect(isSpanishCompanyNif(wrong)).toBe(false);
  });
});

it.each([
  [" es a-28.015.865 ", "ES", "A28015865"],
  ["９１３５０１００m000100y43", "CN", "91350100M000100Y43"],
  ["ES12", "ES", "ES12"],
])("%s in %s is read as %s", (raw, country, expected) => {
  expect(normalizeTaxNumber(raw, country)).toBe(expected);
});
