import { describe, expect, it } from "vitest";
import { extractEntities } from "./extract-entities";

const found = (text: string) =>
  extractEntities(text).map(({ type, value, measure, start, end }) =>
    [type, value, ...(measure ? [measure] : []), text.slice(start, end)].join("|"),
  );

describe("sizes", () => {
  it.each([
    ["这件有M码吗", ["size|M|M码"]],
    ["要xxl码的", ["size|2XL|xxl码"]],
    ["L号和XL号哪个大", ["size|L|L号", "size|XL|XL号"]],
    ["均码能穿吗", ["size|ONE SIZE|均码"]],
    ["42码的鞋偏大吗", ["size|42|42码"]],
    ["鞋子平时穿42.5", ["size|42.5|42.5"]],
    ["我要170/92A的", ["size|170/92A|170/92A"]],
    ["165/88A", ["size|165/88A|165/88A"]],
    ["换成L的", ["size|L|L"]],
    ["M还是L好", ["size|M|M", "size|L|L"]],
    ["欧码38", ["size|EU 38|欧码38"]],
    ["大号还有货吗", ["size|L|大号"]],
    ["Ｍ码", ["size|M|Ｍ码"]],
    ["想买42号的鞋", ["size|42|42号"]],
    ["do you have it in EU 38 or US 9?", ["size|EU 38|EU 38", "size|US 9|US 9"]],
    ["UK 8 please", ["size|UK 8|UK 8"]],
    ["I wear a US 9.5", ["size|US 9.5|US 9.5"]],
    ["size 10 is too tight", ["size|10|10"]],
    ["Size M or L?", ["size|M|M", "size|L|L"]],
    ["sizes 8 and 9", ["size|8|8", "size|9|9"]],
    ["can I swap the M for an L", ["size|M|M", "size|L|L"]],
    ["is it one size?", ["size|ONE SIZE|one size"]],
    ["in XL, xl or 3XL", ["size|XL|XL", "size|XL|xl", "size|3XL|3XL"]],
    ["size medium", ["size|M|medium"]],
    ["jeans W32 L34", ["size|W32 L34|W32 L34"]],
    ["it is a 38 EU", ["size|EU 38|38 EU"]],
    ["the 38EU shoes, size extra small", ["size|EU 38|38EU", "size|XS|extra small"]],
    ["size 38EU", ["size|EU 38|38EU"]],
    ["size x-large", ["size|XL|x-large"]],
    ["size 34DD", ["size|34DD|34DD"]],
    ["S/M/L", ["size|S|S", "size|M|M", "size|L|L"]],
    ["una talla M", ["size|M|M"]],
    ["¿tenéis la talla 40?", ["size|40|40"]],
    ["talla 38 o 40", ["size|38|38", "size|40|40"]],
    ["calzo un 42", ["size|42|42"]],
    ["cambiar la M por la L", ["size|M|M", "size|L|L"]],
    ["talla única", ["size|ONE SIZE|talla única"]],
    ["talla grande", ["size|L|grande"]],
  ])("finds %j", (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    "I'm M. Smith from H&M",
    "my name is John L. Perez",
    "S-Class and M&M's",
    "L型沙发",
    "42号楼3单元",
    "tell us 9 days before",
    "shipping to the US 2 weeks ago",
    "is 38 too many",
    "uso 3 días",
    "L'Oréal",
    "密码忘了",
    "the S Pen",
    "model S",
  ])("takes nothing in %j for a size", (text) =>
    expect(found(text).filter((entity) => entity.startsWith("size"))).toEqual([]),
  );
});

describe("measurements", () => {
  it.each([
    ["身高165体重110斤", ["measurement|165 cm|height|165", "measurement|55 kg|weight|110斤"]],
    ["身高1米65，体重55kg", ["measurement|165 cm|height|1米65", "measurement|55 kg|weight|55kg"]],
    ["我一米七，一百二十斤", ["measurement|170 cm|height|一米七", "measurement|60 kg|一百二十斤"]],
    ["身高168cm 体重98", ["measurement|168 cm|height|168cm", "measurement|98|weight|98"]],
    ["腰围2尺1", ["measurement|70 cm|waist|2尺1"]],
    ["腰围72，臀围90", ["measurement|72 cm|waist|72", "measurement|90 cm|hips|90"]],
    ["脚长245mm", ["measurement|24.5 cm|foot|245mm"]],
    [`I'm 5'6" and 130 lbs`, [`measurement|167.6 cm|height|5'6"`, "measurement|59 kg|130 lbs"]],
    ["I am 5 ft 10", ["measurement|177.8 cm|height|5 ft 10"]],
    ["I weigh 70 kg", ["measurement|70 kg|weight|70 kg"]],
    ["I weigh 150 pounds", ["measurement|68 kg|weight|150 pounds"]],
    ["height: 170, weight: 65 kg", ["measurement|170 cm|height|170", "measurement|65 kg|weight|65 kg"]],
    ["170 cm tall", ["measurement|170 cm|height|170 cm"]],
    ["waist 32", ["measurement|32|waist|32"]],
    ["waist 32 inches", ["measurement|81.3 cm|waist|32 inches"]],
    ["mido 1,65 y peso 60", ["measurement|165 cm|height|1,65", "measurement|60 kg|weight|60"]],
    [
      "mido 1,70 m y peso 65 kilos",
      ["measurement|170 cm|height|1,70 m", "measurement|65 kg|weight|65 kilos"],
    ],
    ["mi cintura es de 80 cm", ["measurement|80 cm|waist|80 cm"]],
    ["身高１６５", ["measurement|165 cm|height|１６５"]],
  ])("finds %j", (text, expected) => expect(found(text)).toEqual(expected));

  it.each(["weight limit of orders", "cuesta 60 pesos", "peso 60 pesos", "I paid 20 pounds", "call me at 5"])(
    "takes nothing in %j for a measurement",
    (text) => expect(found(text).filter((entity) => entity.startsWith("measurement"))).toEqual([]),
  );
});
