import { DAY_MS } from "./calendar";
import { GROUPS } from "./catalogue";
import type { DemoCustomer, Market, Person } from "./model";
import { EN_FIRST, EN_LAST, ES_FIRST, ES_LAST, PLACES, type Place, ZH_GIVEN, ZH_SURNAMES } from "./names";
import { apportion, type IdFactory, type Random, WeightedIndex } from "./random";

export const MARKET_SHARE: Record<Market, number> = { zh: 0.66, en: 0.21, es: 0.13 };
const LOCALES: Record<string, string> = {
  CN: "zh-CN",
  US: "en-US",
  GB: "en-GB",
  CA: "en-CA",
  AU: "en-AU",
  ES: "es-ES",
  MX: "es-MX",
};
/** Domains that RFC 2606 keeps for examples: a demo can never write to a real person. */
const MAIL_DOMAINS = ["example.com", "example.net", "example.org", "mail.example"];

const placeTables: Record<Market, WeightedIndex> = {
  zh: new WeightedIndex(PLACES.zh.map((place) => place.weight)),
  en: new WeightedIndex(PLACES.en.map((place) => place.weight)),
  es: new WeightedIndex(PLACES.es.map((place) => place.weight)),
};

/** A person of a market; `serial` makes the e-mail address unique. */
export function makePerson(random: Random, market: Market, serial: number): Person {
  const place = PLACES[market][placeTables[market].draw(random)] as Place;
  const { name, mailName } = makeName(random, market);
  return {
    name,
    email: `${mailName}${serial}@${random.pick(MAIL_DOMAINS)}`,
    phone: makePhone(random, place.country),
    market,
    country: place.country,
    city: place.city,
  };
}

function makeName(random: Random, market: Market): { name: string; mailName: string } {
  if (market === "zh") {
    const [surname, surnamePinyin] = splitPinyin(random.pick(ZH_SURNAMES));
    const [given, givenPinyin] = splitPinyin(random.pick(ZH_GIVEN));
    return {
      name: surname + given,
      mailName: random.chance(0.5) ? `${givenPinyin}.${surnamePinyin}` : surnamePinyin + givenPinyin,
    };
  }
  if (market === "en") {
    const [first, last] = [random.pick(EN_FIRST), random.pick(EN_LAST)];
    return {
      name: `${first} ${last}`,
      mailName: asciiMail(random.chance(0.6) ? `${first}.${last}` : `${first.charAt(0)}${last}`),
    };
  }
  const [first, last] = [random.pick(ES_FIRST), random.pick(ES_LAST)];
  const second = random.chance(0.6) ? ` ${random.pick(ES_LAST)}` : "";
  return { name: `${first} ${last}${second}`, mailName: asciiMail(`${first}.${last}`) };
}

function splitPinyin(entry: string): [string, string] {
  const start = entry.search(/[a-z]/);
  return [entry.slice(0, start), entry.slice(start)];
}

function asciiMail(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
}

/**
 * Numbers nobody has: ranges kept for fiction in the US, Canada, Britain (Ofcom) and Australia (ACMA); unassigned
 * prefixes where a country keeps none (154 in China, 555 in Spain, area codes with 1 in Mexico).
 */
function makePhone(random: Random, country: string): string {
  switch (country) {
    case "CN":
      return `+86154${random.digits(8)}`;
    case "US":
      return `+1${random.pick(["212", "213", "206", "312", "512", "617", "305"])}55501${random.digits(2)}`;
    case "CA":
      return `+1${random.pick(["416", "604"])}55501${random.digits(2)}`;
    case "GB":
      return `+447700900${random.digits(3)}`;
    case "AU":
      return `+61${random.pick(["2", "3"])}5550${random.digits(4)}`;
    case "ES":
      return `+34555${random.digits(6)}`;
    default:
      return `+52155${random.digits(7)}`;
  }
}

/** Customers in the order in which they joined; how often each buys is Pareto distributed. */
export function buildCustomers(
  random: Random,
  ids: IdFactory,
  options: { count: number; firstDayMs: number; anchorMs: number },
): DemoCustomer[] {
  const { count, firstDayMs, anchorMs } = options;
  const markets: Market[] = ["zh", "en", "es"];
  const counts = apportion(
    count,
    markets.map((market) => MARKET_SHARE[market]),
  );
  const customers: DemoCustomer[] = [];
  for (const [index, market] of markets.entries()) {
    for (let ordinal = 0; ordinal < Math.max(1, counts[index] as number); ordinal++) {
      customers.push(makeCustomer(random, market, customers.length, ordinal === 0, firstDayMs, anchorMs));
    }
  }
  customers.sort((one, other) => one.joinedAtMs - other.joinedAtMs);
  for (const [index, customer] of customers.entries()) {
    customer.id = ids.at(customer.joinedAtMs);
    customer.externalId = `C-${10_001 + index}`;
  }
  return customers;
}

/** The first of each market is there from beginning to end, so that every order finds a buyer. */
function makeCustomer(
  random: Random,
  market: Market,
  serial: number,
  isFirst: boolean,
  firstDayMs: number,
  anchorMs: number,
): DemoCustomer {
  const person = makePerson(random, market, serial + 11);
  const weight = random.pareto(1.02, 55);
  const joinedAtMs =
    isFirst || random.chance(0.36)
      ? firstDayMs - random.between(1, 330) * DAY_MS
      : random.between(firstDayMs, anchorMs - DAY_MS / 4);
  const stayDays = 25 + random.exponential(230 * Math.min(3, weight ** 0.4));
  return {
    ...person,
    id: "",
    externalId: "",
    locale:
      market === "zh"
        ? "zh-CN"
        : market === "es" && person.country === "US"
          ? "es-US"
          : (LOCALES[person.country] ?? "en-US"),
    joinedAtMs,
    activeUntilMs: isFirst ? Number.POSITIVE_INFINITY : Math.max(joinedAtMs, firstDayMs) + stayDays * DAY_MS,
    weight,
    favouriteGroup: random.int(0, GROUPS.length - 1),
  };
}
