import { describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address";
import type { ParsedAddress } from "./parsed-address";

type Expected = Partial<ParsedAddress>;
const none: Expected = { isAddress: false, parts: [] };

/** Written after the readers stood, and run once before anything was mended for them. */
const CASES: Record<"zh" | "en" | "es", readonly (readonly [string, Expected])[]> = {
  zh: [
    [
      "你好，我要改地址，改到湖北省宜昌市西陵区夷陵大道58号水悦城2栋1805，收件人王芳，13677778888",
      {
        recipient: "王芳",
        phone: "13677778888",
        city: "宜昌市",
        region: "湖北省",
        lines: ["西陵区夷陵大道58号水悦城2栋1805"],
      },
    ],
    [
      "地址错了哦，正确的是：安徽省合肥市蜀山区望江西路666号讯飞大厦3楼前台，谢谢",
      { city: "合肥市", lines: ["蜀山区望江西路666号讯飞大厦3楼前台"] },
    ],
    [
      "帮忙寄到我老家行吗 四川省南充市仪陇县新政镇春晖路二段126号",
      { city: "南充市", region: "四川省", lines: ["仪陇县新政镇春晖路二段126号"] },
    ],
    [
      "林志远 15066667777 福建厦门思明区软件园二期望海路21号",
      {
        recipient: "林志远",
        phone: "15066667777",
        city: "厦门",
        region: "福建",
        lines: ["思明区软件园二期望海路21号"],
      },
    ],
    [
      "改成北京市北京市东城区东直门外大街48号东方银座C座16H",
      { city: "北京市", lines: ["东城区东直门外大街48号东方银座C座16H"] },
    ],
    [
      "广东省东莞市长安镇振安东路168号oppo工厂宿舍B栋611 收货人：吴桂花 电话：18033334444",
      {
        city: "东莞市",
        recipient: "吴桂花",
        phone: "18033334444",
        lines: ["长安镇振安东路168号oppo工厂宿舍B栋611"],
      },
    ],
    [
      "请改寄贵州省贵阳市观山湖区金阳南路6号世纪金源购物中心5号门",
      { city: "贵阳市", lines: ["观山湖区金阳南路6号世纪金源购物中心5号门"] },
    ],
    [
      "我现在人在出差，能不能送到郑州市金水区花园路39号正弘城旁边的全季酒店",
      { city: "郑州市", region: "河南省" },
    ],
    [
      "地址换一下：江西省赣州市章贡区长征大道31号（万象城对面），孔令辉收",
      { city: "赣州市", recipient: "孔令辉" },
    ],
    [
      "新地址 辽宁省大连市甘井子区凌工路2号大连理工大学 西山生活区9舍 刘畅 13998765432",
      { recipient: "刘畅", city: "大连市", region: "辽宁省" },
    ],
    [
      "台中市西屯區台灣大道三段99號，電話 0422289111",
      { city: "台中市", country: "TW", lines: ["西屯區台灣大道三段99號"] },
    ],
    ["新界沙田正街18號新城市廣場一期3樓", { country: "HK" }],
    ["山东潍坊寿光市圣城街1299号", { city: "潍坊", lines: ["寿光市圣城街1299号"] }],
    ["我把房号写反了，应该是1601，不是1106", { isPartial: true, parts: ["door"], lines: ["1601"] }],
    ["收货手机号换成177 5555 6666", { isPartial: true, parts: ["phone"], phone: "177 5555 6666" }],
    ["补充一下，5栋2单元", { isPartial: true, parts: ["door"], lines: ["5栋2单元"] }],
    ["收货人名字错了，应该叫马晓东", { isPartial: true, parts: ["recipient"], recipient: "马晓东" }],
    ["你们家的锅3号到货，5号就坏了，我住得远怎么寄回", none],
    ["这个灯2米高，放客厅中心可以吗", none],
    ["买了2件，一件M号一件L号，12月1号前能到成都吗", none],
  ],
  en: [
    [
      "Hi! could you redirect it to 18 Larkspur Drive, Apt 205, Tucson, AZ 85704? Recipient: Priya Shah, phone 520-555-0134",
      {
        recipient: "Priya Shah",
        phone: "520-555-0134",
        lines: ["18 Larkspur Drive", "Apt 205"],
        city: "Tucson",
        region: "AZ",
        postalCode: "85704",
      },
    ],
    [
      "wrong address!! its 7 willow close, exeter ex4 6pq",
      { lines: ["7 willow close"], city: "exeter", postalCode: "ex4 6pq", country: "GB" },
    ],
    [
      "Please change delivery to: The Old Bakery, 3 Market Square, Ludlow, Shropshire SY8 1AA",
      { lines: ["The Old Bakery", "3 Market Square"], postalCode: "SY8 1AA" },
    ],
    [
      "Send to Sam Doyle, 55 Grafton Street, Dublin D02 X285, Ireland",
      { recipient: "Sam Doyle", lines: ["55 Grafton Street"], city: "Dublin", country: "IE" },
    ],
    [
      "it should go to my office at 1201 Third Avenue Suite 4900 Seattle WA 98101",
      { lines: ["1201 Third Avenue", "Suite 4900"], city: "Seattle", region: "WA", postalCode: "98101" },
    ],
    [
      "we moved! 2/17 Beach Parade, Cottesloe WA 6011",
      { lines: ["2/17 Beach Parade"], city: "Cottesloe", region: "WA", postalCode: "6011", country: "AU" },
    ],
    [
      "my address is 9024 S Halsted St, Chicago IL",
      {
        lines: ["9024 S Halsted St"],
        city: "Chicago",
        region: "IL",
        country: "US",
        missing: ["recipient", "postalCode"],
      },
    ],
    [
      "new delivery address 66 rue sainte-catherine? no sorry, 1200 Sherbrooke Street West, Montreal, Quebec H3A 1H6",
      { lines: ["1200 Sherbrooke Street West"], city: "Montreal", region: "Quebec", country: "CA" },
    ],
    [
      "Order 77120 please deliver to 4 Abbey Court, Cheltenham GL50 3QR rather than 14 Park Row",
      { lines: ["4 Abbey Court"], city: "Cheltenham", postalCode: "GL50 3QR" },
    ],
    [
      "Dr. Helen Marsh\nDepartment of Physics\n12 University Way\nDurham\nDH1 3LE",
      {
        recipient: "Dr. Helen Marsh",
        lines: ["Department of Physics", "12 University Way"],
        city: "Durham",
        postalCode: "DH1 3LE",
      },
    ],
    [
      "I've moved from 12 Oak Street to 45 Birch Road, Ames, Iowa 50010",
      { lines: ["45 Birch Road"], city: "Ames", region: "Iowa" },
    ],
    ["2350 E Speedway Blvd #14, Tucson AZ 85719", { lines: ["2350 E Speedway Blvd", "#14"], city: "Tucson" }],
    [
      "could it be sent to 8 the green, wells, BA5 2RU please",
      { lines: ["8 the green"], city: "wells", postalCode: "BA5 2RU" },
    ],
    [
      "the zip code on my order is wrong, it's 02139",
      { isPartial: true, parts: ["postalCode"], postalCode: "02139" },
    ],
    ["please add unit 12C to my delivery address", { isPartial: true, parts: ["door"], lines: ["unit 12C"] }],
    [
      "the recipient should be Carlos Vega instead of me",
      { isPartial: true, parts: ["recipient"], recipient: "Carlos Vega" },
    ],
    [
      "update my contact number to +1 617 555 0199",
      { isPartial: true, parts: ["phone"], phone: "+1 617 555 0199" },
    ],
    ["I waited 10 days and the driver went to the wrong street", none],
    ["order 48213 says delivered at 3 pm to the front door, not true", none],
    ["can I get 3 Park & Ride mugs, size 12 oz?", none],
  ],
  es: [
    [
      "Hola, me equivoqué de dirección, mándenlo a Calle Pino Suárez 310 Int. 4, Col. Centro, 64000 Monterrey, N.L., a nombre de Laura Garza, tel. 81 8345 6789",
      {
        recipient: "Laura Garza",
        lines: ["Calle Pino Suárez 310", "Int. 4", "Col. Centro"],
        city: "Monterrey",
        region: "N.L.",
        postalCode: "64000",
        country: "MX",
      },
    ],
    [
      "c/ sant pere més alt 24 2n 1a 08003 barcelona",
      { postalCode: "08003", city: "barcelona", country: "ES" },
    ],
    [
      "la nueva es Avenida de Europa, 14, Escalera 2, 5º B, 28224 Pozuelo de Alarcón (Madrid)",
      {
        lines: ["Avenida de Europa, 14", "Escalera 2", "5º B"],
        city: "Pozuelo de Alarcón",
        region: "Madrid",
        postalCode: "28224",
        country: "ES",
      },
    ],
    [
      "envíalo a Av. Cabildo 2300, 4º B, Belgrano, CABA, CP 1428",
      { lines: ["Av. Cabildo 2300", "4º B", "Belgrano"], city: "CABA", postalCode: "1428", country: "AR" },
    ],
    [
      "Los Leones 1230, depto 45, Providencia, Santiago, recibe Camila Soto",
      { recipient: "Camila Soto", country: "CL" },
    ],
    [
      "Carrera 7 # 71-21 torre B oficina 501, Bogotá D.C.",
      { lines: ["Carrera 7 # 71-21", "torre B", "oficina 501"], city: "Bogotá D.C.", country: "CO" },
    ],
    ["Jirón Huallaga 250, Cercado de Lima, Lima, Perú", { lines: ["Jirón Huallaga 250"], country: "PE" }],
    [
      "mi direccion nueva es avenida juarez 55 colonia centro puebla cp 72000",
      { postalCode: "72000", country: "MX" },
    ],
    [
      "Cambien el envío a Cl. 85 #12-10 apto 402, Barranquilla, Atlántico",
      { city: "Barranquilla", region: "Atlántico", country: "CO" },
    ],
    [
      "Andrés Molina\nPaseo de la Castellana 95, planta 15\n28046 Madrid",
      {
        recipient: "Andrés Molina",
        lines: ["Paseo de la Castellana 95", "planta 15"],
        city: "Madrid",
        postalCode: "28046",
        country: "ES",
      },
    ],
    [
      "no la manden a la oficina, mejor a mi casa: Belgrano 845, Bahía Blanca, Buenos Aires",
      { lines: ["Belgrano 845"], city: "Bahía Blanca", region: "Buenos Aires", country: "AR" },
    ],
    [
      "Urb. Los Cedros, Mz. C Lote 12, Trujillo, La Libertad",
      { city: "Trujillo", region: "La Libertad", country: "PE" },
    ],
    [
      "Plaza España s/n, 41013 Sevilla",
      { lines: ["Plaza España s/n"], city: "Sevilla", postalCode: "41013", country: "ES" },
    ],
    [
      "Ronda de Sant Antoni 7, ático, 08001 Barcelona, gracias!",
      { lines: ["Ronda de Sant Antoni 7", "ático"], city: "Barcelona", postalCode: "08001" },
    ],
    ["el CP correcto es 46021", { isPartial: true, parts: ["postalCode"], postalCode: "46021" }],
    ["faltó el depto 1204 en la dirección", { isPartial: true, parts: ["door"], lines: ["depto 1204"] }],
    [
      "cambien el teléfono de contacto por el 655 443 322",
      { isPartial: true, parts: ["phone"], phone: "655 443 322" },
    ],
    ["llevo 15 días esperando y sigue en la calle según la web", none],
    ["pagué 2500 pesos por 3 cajas y llegó una", none],
    ["¿la Plaza 2000 es el modelo nuevo de silla?", none],
  ],
};

describe.each(["zh", "en", "es"] as const)("parseAddress on unseen messages in %s", (language) => {
  it.each(CASES[language])("%j", (text, expected) =>
    expect(parseAddress(text, { language })).toMatchObject(
      expected.isAddress === false ? expected : { isAddress: true, isPartial: false, ...expected },
    ),
  );
});
