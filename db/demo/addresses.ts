import type { PostalAddress } from "../schema/orders";
import { Random } from "./random";

/** What an address is made of beside chance. */
export interface Resident {
  /** The same key lives at the same place. */
  key: string;
  recipient: string;
  phone: string;
  city: string;
  country: string;
}

/** How postal codes of a city begin; `#` is any digit. Other cities go without. */
const POSTAL_CODES: Readonly<Record<string, string>> = {
  上海: "2000##",
  北京: "1000##",
  广州: "5100##",
  深圳: "5180##",
  杭州: "3100##",
  成都: "6100##",
  南京: "2100##",
  武汉: "4300##",
  苏州: "2150##",
  重庆: "4000##",
  西安: "7100##",
  厦门: "3610##",
  青岛: "2660##",
  长沙: "4100##",
  宁波: "3150##",
  佛山: "5280##",
  大连: "1160##",
  昆明: "6500##",
  "San Gabriel": "9177#",
  "New York": "100##",
  "Los Angeles": "900##",
  Seattle: "981##",
  Chicago: "606##",
  Austin: "787##",
  Boston: "021##",
  Denver: "802##",
  Portland: "972##",
  Miami: "331##",
  Sydney: "20##",
  Melbourne: "30##",
  Madrid: "280##",
  Barcelona: "080##",
  Valencia: "460##",
  Sevilla: "410##",
  Bilbao: "480##",
  Zaragoza: "500##",
  Málaga: "290##",
  "A Coruña": "150##",
  "Ciudad de México": "06###",
  Guadalajara: "44###",
  Monterrey: "64###",
};

const ZH_STREETS = ["人民路", "中山路", "解放路", "建设路", "和平路", "文化路", "新华路", "滨江路", "花园路"];
const EN_STREETS = ["Maple Street", "Oak Avenue", "Mill Lane", "Church Road", "Park Street", "Hill Road"];
const ES_STREETS = [
  "Calle Mayor",
  "Calle del Carmen",
  "Avenida de la Constitución",
  "Calle Real",
  "Calle Nueva",
];

/** An address as it would be written in its country. Streets are common names, so that nobody lives there. */
export function addressOf({ key, recipient, phone, city, country }: Resident): PostalAddress {
  const random = new Random(`harbour-and-pine/address/${key}`);
  const pattern = POSTAL_CODES[city];
  return {
    recipient,
    phone,
    lines: linesOf(random, country),
    city,
    ...(pattern ? { postalCode: pattern.replace(/#/g, () => random.digits(1)) } : {}),
    country,
  };
}

function linesOf(random: Random, country: string): string[] {
  if (country === "CN") {
    const building = random.chance(0.7) ? `${random.int(1, 28)}号楼` : "";
    return [
      `${random.pick(ZH_STREETS)}${random.int(1, 900)}号${building}${random.int(1, 30)}0${random.int(1, 4)}室`,
    ];
  }
  if (country === "ES" || country === "MX") {
    const street = `${random.pick(ES_STREETS)}, ${random.int(1, 140)}`;
    return random.chance(0.75)
      ? [street, `${random.int(1, 9)}.º ${random.pick(["A", "B", "C", "D"])}`]
      : [street];
  }
  const street = `${random.int(1, 900)} ${random.pick(EN_STREETS)}`;
  return random.chance(0.5) ? [street, `Apt ${random.int(1, 60)}`] : [street];
}
