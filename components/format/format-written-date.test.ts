import { expect, it } from "vitest";
import { formatWrittenDate } from "./format-written-date";

it("writes a date out in the reader's language, with its year where it has one", () => {
  expect(formatWrittenDate("2026-11-03", "en")).toBe("November 3, 2026");
  expect(formatWrittenDate("--11-03", "es")).toBe("3 de noviembre");
  expect(formatWrittenDate("--02-29", "zh-CN")).toBe("2月29日");
});

it("leaves alone what is no such date", () => {
  for (const value of ["03/11", "", "2026-13-40", "2026-11"])
    expect(formatWrittenDate(value, "en")).toBe(value);
});
