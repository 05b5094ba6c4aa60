import { describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address";
import type { ParsedAddress } from "./parsed-address";

type Expected = Partial<ParsedAddress>;
const none: Expected = { isAddress: false, parts: [] };

/** A second row of messages, written after what the first had shown was mended, and run once before it was read. */
const CASES: Record<"zh" | "en" | "es", readonly (readonly [string, Expected])[]> = {
  zh: [
    [
      "亲 地址帮我换成湖南省株洲市天元区黄河北路66号湘银小区12栋3单元504 谭丽 15973310000",
      {
        recipient: "谭丽",
        phone: "15973310000",
        city: "株洲市",
        region: "湖南省",
        lines: ["天元区黄河北路66号湘银小区12栋3单元504"],
      },
    ],
    [
      "收件地址更改：山西省太原市小店区学府街126号，电话没变",
      { city: "太原市", region: "山西省", lines: ["小店区学府街126号"] },
    ],
    [
      "下周要回老家，麻烦寄广西柳州市柳江区拉堡镇柳西路9号，覃先生收",
      { city: "柳州市", recipient: "覃先生", lines: ["柳江区拉堡镇柳西路9号"] },
    ],
    [
      "我填的是老地址，现在住无锡市滨湖区蠡湖大道2018号蠡湖香樟园27栋901",
      { city: "无锡市", lines: ["滨湖区蠡湖大道2018号蠡湖香樟园27栋901"] },
    ],
    [
      "甘肃兰州城关区东岗西路199号省医院住院部6楼 马丽萍 13893112233",
      { city: "兰州", region: "甘肃", recipient: "马丽萍", phone: "13893112233" },
    ],
    [
      "麻煩改寄桃園市中壢區中央西路二段30號7樓，收件人黃志明",
      { city: "桃園市", country: "TW", recipient: "黃志明", lines: ["中壢區中央西路二段30號7樓"] },
    ],
    ["单元写错了，改成4单元", { isPartial: true, lines: ["4单元"] }],
    ["联系人改为何晓燕，手机18677001122", { isPartial: true, recipient: "何晓燕", phone: "18677001122" }],
    ["你们仓库在杭州还是义乌，3天能到吗", none],
    ["昨天买的2号链接那款多少钱", none],
  ],
  en: [
    [
      "hey can you send my order to 3108 Juniper St, Unit B, Madison WI 53711 instead of my old place",
      {
        lines: ["3108 Juniper St", "Unit B"],
        city: "Madison",
        region: "WI",
        postalCode: "53711",
        country: "US",
      },
    ],
    [
      "Sorry, correct address: 19 Rowan Crescent, Stirling, FK7 0ET. Contact Ewan Reid 07700 900555",
      {
        lines: ["19 Rowan Crescent"],
        city: "Stirling",
        postalCode: "FK7 0ET",
        phone: "07700 900555",
        country: "GB",
      },
    ],
    [
      "deliver it to Nadia Rahman, 8 Harbour View, Whitby, North Yorkshire YO21 3AB",
      {
        recipient: "Nadia Rahman",
        lines: ["8 Harbour View"],
        city: "Whitby",
        region: "North Yorkshire",
        postalCode: "YO21 3AB",
      },
    ],
    [
      "please ship to 77 Queen Street East, Brampton, Ontario L6V 1A2",
      {
        lines: ["77 Queen Street East"],
        city: "Brampton",
        region: "Ontario",
        postalCode: "L6V 1A2",
        country: "CA",
      },
    ],
    [
      "we live at 5/88 Marine Parade, St Kilda VIC 3182 now",
      { lines: ["5/88 Marine Parade"], city: "St Kilda", region: "VIC", postalCode: "3182", country: "AU" },
    ],
    [
      "use my work address, 600 Congress Ave Floor 14, Austin, TX 78701, attention Kelly Moss",
      {
        recipient: "Kelly Moss",
        lines: ["600 Congress Ave", "Floor 14"],
        city: "Austin",
        region: "TX",
        postalCode: "78701",
      },
    ],
    ["apt number is missing, it should be apt 9C", { isPartial: true, lines: ["apt 9C"] }],
    ["wrong zip, it should be 30309", { isPartial: true, postalCode: "30309" }],
    ["there were 4 cups in the box and 2 broke on the way", none],
    ["is the 7 court shoe available in blue?", none],
  ],
  es: [
    [
      "buenas, cambié de piso: C/ Doctor Esquerdo 102, 6º C, 28007 Madrid. Gracias",
      { lines: ["C/ Doctor Esquerdo 102", "6º C"], city: "Madrid", postalCode: "28007", country: "ES" },
    ],
    [
      "mejor envíenlo a Av. Vallarta 3233, Col. Vallarta Norte, Guadalajara, Jal., C.P. 44690, a nombre de Sofía Ramos",
      {
        recipient: "Sofía Ramos",
        lines: ["Av. Vallarta 3233", "Col. Vallarta Norte"],
        city: "Guadalajara",
        region: "Jal.",
        postalCode: "44690",
        country: "MX",
      },
    ],
    [
      "dirección: Mitre 1250, 2do piso, Rosario, Santa Fe, 2000",
      {
        lines: ["Mitre 1250", "2do piso"],
        city: "Rosario",
        region: "Santa Fe",
        postalCode: "2000",
        country: "AR",
      },
    ],
    [
      "lo mandan a Calle 72 # 10-34 oficina 603 Bogotá por favor",
      { lines: ["Calle 72 # 10-34", "oficina 603"], city: "Bogotá", country: "CO" },
    ],
    [
      "Pasaje Las Rosas 455, casa B, Maipú, Región Metropolitana, recibe Pedro Araya",
      { recipient: "Pedro Araya", lines: ["Pasaje Las Rosas 455", "casa B"], city: "Maipú", country: "CL" },
    ],
    [
      "Av. Javier Prado Este 1450, San Isidro, Lima 15036",
      { lines: ["Av. Javier Prado Este 1450"], postalCode: "15036", city: "San Isidro", country: "PE" },
    ],
    ["me equivoqué de puerta, es la puerta 7", { isPartial: true, lines: ["puerta 7"] }],
    ["el código postal está mal, es el 08025", { isPartial: true, postalCode: "08025" }],
    ["pedí 3 y llegaron 2, la avenida estaba cortada dijo el repartidor", none],
    ["mi talla es la 40 y me mandaron la 42 el 5 de mayo", none],
  ],
};

describe.each(["zh", "en", "es"] as const)("parseAddress on later messages in %s", (language) => {
  it.each(CASES[language])("%j", (text, expected) =>
    expect(parseAddress(text, { language })).toMatchObject(
      expected.isAddress === false ? expected : { isAddress: true, isPartial: false, ...expected },
    ),
  );
});
