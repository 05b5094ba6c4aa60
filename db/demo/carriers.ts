import type { Random } from "./random";

export interface Carrier {
  name: string;
  /** Days from hand-over to the door: mean and standard deviation; promised is what the customer is told. */
  transitDays: { mean: number; sd: number; promised: number };
  trackingNumber: (random: Random) => string;
}

const CARRIERS = {
  sf: {
    name: "SF Express",
    transitDays: { mean: 1.9, sd: 0.6, promised: 3 },
    trackingNumber: (random) => `SF${random.int(1, 7)}${random.digits(12)}`,
  },
  zto: {
    name: "ZTO Express",
    transitDays: { mean: 2.7, sd: 0.8, promised: 4 },
    trackingNumber: (random) => `7${random.pick(["5", "6", "8"])}${random.digits(12)}`,
  },
  yunda: {
    name: "Yunda Express",
    transitDays: { mean: 3.0, sd: 0.9, promised: 5 },
    trackingNumber: (random) => `43${random.digits(13)}`,
  },
  dhl: { name: "DHL", transitDays: { mean: 6.2, sd: 1.4, promised: 9 }, trackingNumber: dhlWaybill },
  ups: { name: "UPS", transitDays: { mean: 7.4, sd: 1.8, promised: 11 }, trackingNumber: upsNumber },
  correos: {
    name: "Correos",
    transitDays: { mean: 9.6, sd: 2.2, promised: 14 },
    trackingNumber: correosNumber,
  },
} satisfies Record<string, Carrier>;

export function chooseCarrier(random: Random, country: string): Carrier {
  const draw = random.next();
  if (country === "CN") return draw < 0.48 ? CARRIERS.sf : draw < 0.78 ? CARRIERS.zto : CARRIERS.yunda;
  if (country === "ES") return draw < 0.68 ? CARRIERS.correos : CARRIERS.dhl;
  if (country === "US" || country === "CA") return draw < 0.72 ? CARRIERS.ups : CARRIERS.dhl;
  return draw < 0.75 ? CARRIERS.dhl : CARRIERS.ups;
}

/** Ten digits; the last is the first nine modulo 7. */
function dhlWaybill(random: Random): string {
  const serial = `${random.int(1, 9)}${random.digits(8)}`;
  return `${serial}${Number(serial) % 7}`;
}

const LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ";

/** 1Z, shipper, service, package, check digit: odd places as they are, even ones doubled; letters count as (code − 3) mod 10. */
function upsNumber(random: Random): string {
  const shipper = `${random.pick([..."0123456789"])}${random.pick([...LETTERS])}${random.digits(2)}${random.pick([...LETTERS])}${random.digits(1)}`;
  const body = `${shipper}${random.pick(["03", "04", "67"])}${random.digits(7)}`;
  let sum = 0;
  for (const [index, character] of [...body].entries()) {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 3) % 10;
    sum += index % 2 === 0 ? value : value * 2;
  }
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}

/** UPU S10: two letters, eight digits, a weighted check digit, the country. */
function correosNumber(random: Random): string {
  const serial = random.digits(8);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(serial[index]), 0);
  const rest = 11 - (sum % 11);
  return `P${random.pick(["K", "Q", "H"])}${serial}${rest === 10 ? 0 : rest === 11 ? 5 : rest}ES`;
}
