import { isPersonName } from "./address-recipient";
import type { AddressReading } from "./parsed-address";
import {
  countryNamed,
  countryOfCity,
  countryOfState,
  ENGLISH_CITIES,
  isCounty,
  STATE_CODES,
  STATE_NAMES,
} from "./western-places";

const SUFFIX =
  "(?:streets?|str|st|roads?|rd|avenue|ave|av|lane|ln|drive|dr|court|ct|close|cl|way|place|pl|square|sq|terrace|ter|boulevard|blvd|crescent|cres|gardens|gdns|grove|rise|hill|mews|row|walk|parkway|pkwy|highway|hwy|circle|cir|trail|trl|view|yard|quay|green|parade|broadway|loop|alley|wharf|gate|vale|cottages|park|approach|esplanade|promenade|plaza|pike|run|bend|ridge|path|turnpike|expressway|freeway|route)";
const COMPASS = "(?:NE|NW|SE|SW|N|S|E|W|North|South|East|West)";
const NUMBER = "(?:No\\.? ?)?\\d{1,6}[A-Za-z]?(?:[-/]\\d{1,5}[A-Za-z]?)?(?: ?½| 1/2)?";
const STREET = new RegExp(
  `(?<![\\w/#-])(?:${NUMBER} |(?<!(?:unit|flat|apt|suite|gate|room|floor|no\\.?|lot|ward) )${NUMBER}, ?)(?:(?:${COMPASS})\\.? )?(?:(?<name>(?=\\p{L}|\\d{1,3}(?:st|nd|rd|th))(?:[\\p{L}0-9][\\p{L}0-9'’.-]{0,20} ){1,5}?)${SUFFIX}(?![\\p{L}0-9'’-])(?: ${SUFFIX}(?![\\p{L}0-9'’-])){0,2}|Broadway|(?:Avenue|Highway|Route|County Road|State Road) [\\dA-Z]{1,4}(?![\\w]))\\.?(?: ${COMPASS}(?![\\p{L}0-9]))?`,
  "giu",
);
const BOX = /(?<![\p{L}\d])P\.? ?O\.? ?Box \d{1,6}/giu;
/** No street is called so, written small. */
const STOP_NAME =
  /(?<![\p{L}\d])(?:of|my|our|the|a|an|is|are|was|were|and|to|in|on|for|with|your|it|this|that|days?|items?|orders?|weeks?|hours?|times?|people|more|other|pcs|pieces?|pairs?|got|get|i|we|he|they|have|has|had|be|not|but|or|if|from|by|until|after|before|yet|each|per|units?|out|no|so|want|need|sets?|boxes|kg|cm|size|minutes?|months?|years?|different|last|next|free|left|which|still|ago|one|too|only|all|same)(?![\p{L}\d])/u;

const UK_CODE = "(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2})";
const CA_CODE = "(?:[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]?\\d[ABCEGHJ-NPRSTV-Z]\\d)";
const IE_CODE = "(?:(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4})";
const STATE = `(?:${STATE_NAMES}|${STATE_CODES}|D\\.?C\\.?|N\\.Y\\.|Calif)`;
const CODES: readonly (readonly [RegExp, string | undefined])[] = [
  [new RegExp(`(?<![A-Z0-9])(?<code>${UK_CODE})(?![A-Z0-9])`, "iu"), "GB"],
  [
    new RegExp(
      `(?:(?<![\\p{L}])(?<state>${STATE})[,. ]{1,2})?(?<![A-Z0-9])(?<code>${CA_CODE})(?![A-Z0-9])`,
      "iu",
    ),
    "CA",
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(?<state>${STATE})[,. ]{1,3}(?:zip:? ?(?:code:? ?)?)?(?<code>\\d{5}(?:-\\d{4})?)(?![\\w-])`,
      "iu",
    ),
    "US",
  ],
  [new RegExp(`(?<![\\p{L}])(?<state>${STATE})[,. ]{1,2}(?<code>\\d{4})(?![\\w-])`, "iu"), "AU"],
  [new RegExp(`(?<![A-Z0-9])(?<code>${IE_CODE})(?![A-Z0-9])`, "u"), "IE"],
  [/(?<![\w-])(?:zip:? ?(?:code:? ?)?)?(?<code>\d{5}(?:-\d{4})?)(?![\w-])/iu, "US"],
  [/(?<=\p{L}[ ,]{1,2})(?<code>\d{4})(?![\w-])/u, undefined],
];
const STRONG_CODE = new RegExp(
  `(?<![A-Z0-9])(?:${UK_CODE}|${CA_CODE})(?![A-Z0-9])|(?<![\\p{L}])(?:${STATE_NAMES}|${STATE_CODES})[,. ]{1,2}\\d{4,5}(?:-\\d{4})?(?![\\w-])`,
  "gu",
);

const either = (words: string) =>
  words
    .split("|")
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join("|");
const LEAD = new RegExp(
  `(?<![\\p{L}])(?:${either("to|at|is|it's|its|address|be|now|instead|in|live|label|as|use|put|that's|here's|send|deliver|ship|going|by|than|and|but|goes|from|wrong|not|pls|please|thanks|so|care|for|me|them|it|you|correct|new")})(?![\\p{L}'’])[ ,:]{0,3}|[|:]|(?<=[\\p{L}\\d)]{3})[.!?](?=\\s)|\\n\\s{0,4}\\n`,
  "gu",
);
const TAIL_STOP = new RegExp(
  `(?<![\\p{L}])(?:${either("instead|please|pls|plz|thanks|thank|thx|ta|cheers|name|but|not|because|since|before|for|phone|tel|telephone|mobile|cell|my|it|it's|we|can|could|will|would|is|was|if|so|when|recipient|attn|care|under|as|by|that|where|asap|that's|until|rather|the|contact|call|and|ok|order|same|or|email|number|on|to|from|hope|sorry|he|she|they|i'm|i'll|we're|with|at|now|right|then|addressed")})(?![\\p{L}])|(?<![\\p{L}])I(?![\\p{L}])|[|?!;(]|(?<=[\\p{L}\\d]{3}|[A-Z])\\.(?=\\s|$)|\\n\\s{0,4}\\n| -{1,2} (?=[a-z])`,
  "u",
);
const UNIT =
  /^(?:(?:flat|apt|apartment|unit|suite|ste|room|rm|floor|fl|level|lvl|building|bldg|block|blk|tower|lot|studio|penthouse|dorm|door|gate|bay|dock|shop|office|warehouse|wing|ground floor|basement)\b\.? ?#?[\w-]{0,6}|#\d{1,5}\w?|\d{1,3}(?:st|nd|rd|th) (?:floor|fl)|[1-9]\d{0,3}[A-Za-z]?)$/i;
const UNIT_AHEAD =
  /^[ ,]{0,2}(?<unit>(?:flat|apt|apartment|unit|suite|ste|room|rm|floor|fl|level|bldg|building|block|lot)\b\.? ?#?\d{0,4}[\w-]{0,6}|# ?\d{1,5}\w?|\d{1,3}(?:st|nd|rd|th) (?:floor|fl)\b)/i;
const UNIT_BEFORE =
  /(?<unit>(?:flat|apt|apartment|unit|suite|room|floor|level|shop)\b\.? ?#?[\w-]{1,6}|\d{1,3}[A-Z]?\/?)[, ]{0,2}$/i;
const HOUSE =
  /(?:^c\/o |^The [A-Z]|\b(?:house|court|building|tower|towers|centre|center|reception|ward|mill|hall|lodge|farm|cottage|apartments|mansions|school|college|university|hospital|hotel|office|offices|ltd|inc|llc|company|studios|works|point|heights|villa|estate|residences?|dept|department|campus|mall|church|surgery|clinic|library)\b)/i;

/** Reads an address of the United States, the United Kingdom, Canada, Australia or Ireland. */
export function readEnglishAddress(text: string): AddressReading | null {
  const readings: AddressReading[] = [];
  for (const pattern of [STREET, BOX]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? "";
      const isNamed = name === "" || !STOP_NAME.test(name) || /^(?:The|La) $/.test(name);
      if (!isNamed || /\d/.test(name.replace(/\d{1,3}(?:st|nd|rd|th) /gi, ""))) continue;
      readings.push(readAround(text, match.index, match[0]));
    }
  }
  if (readings.length === 0) readings.push(...readBeforeCodes(text));
  return readings.filter(({ score }) => score >= 0.5).reduce<AddressReading | null>(better, null);
}

function better(best: AddressReading | null, next: AddressReading): AddressReading {
  return best && best.score > next.score ? best : next;
}

function readAround(text: string, start: number, street: string): AddressReading {
  const ahead = readAhead(text.slice(Math.max(0, start - 100), start));
  const tail = readTail(text.slice(start + street.length, start + street.length + 140));
  const isCapital = /\d[A-Za-z]?[, ]{1,2}[A-Z]/.test(street) || /box|broadway/i.test(street);
  const isTold =
    /(?<![a-z])(?:to|at|address|live|moved|be|is|it's|its|now|new|deliver|send|ship)(?![a-z])[^.!?\n]{0,40}$/i.test(
      text.slice(Math.max(0, start - 60), start),
    );
  const score =
    (isCapital ? 0.5 : 0.35) +
    (tail.postalCode ? 0.25 : 0) +
    (tail.city ? 0.1 : 0) +
    (tail.region ? 0.05 : 0) +
    (isTold ? 0.08 : 0) +
    (text.trim().length < street.length + 30 ? 0.1 : 0);
  return {
    ...tail,
    lines: [...ahead.lines, tidy(`${ahead.unit} ${street}`), ...tail.lines].slice(0, 4),
    recipient: ahead.recipient,
    isComplete: true,
    score: Math.min(0.98, score),
  };
}

/** Flat, house and name that stand before the street. */
function readAhead(before: string): { lines: string[]; unit: string; recipient?: string } {
  let from = 0;
  for (const match of before.matchAll(LEAD)) from = match.index + match[0].length;
  const rest = before.slice(from);
  const unit = UNIT_BEFORE.exec(rest);
  const isJoined = unit !== null && !/[,\n]\s*$/.test(rest);
  const open = unit ? rest.slice(0, unit.index) : rest;
  const lines: string[] = unit && !isJoined && !/^\d/.test(unit[0]) ? [tidy(unit.groups!.unit!)] : [];
  let recipient: string | undefined;
  for (const segment of open.split(/[,\n]/).map(tidy).reverse()) {
    if (segment === "") continue;
    if (UNIT.test(segment) || (HOUSE.test(segment) && /^[A-Z]|^c\/o/.test(segment))) lines.unshift(segment);
    else {
      if (isPersonName(segment)) recipient = segment;
      break;
    }
  }
  return { lines, unit: isJoined ? tidy(unit.groups!.unit!) : "", ...(recipient ? { recipient } : {}) };
}

type Tail = Pick<AddressReading, "lines" | "city" | "region" | "postalCode" | "country">;

/** Flat, place, state, postal code and country that stand behind the street. */
function readTail(behind: string): Tail {
  const lines: string[] = [];
  let open = behind;
  const unit = UNIT_AHEAD.exec(open);
  if (unit && /\d|[A-Z]$/.test(unit.groups!.unit!)) {
    lines.push(tidy(unit.groups!.unit!));
    open = open.slice(unit[0].length);
  }
  const stop = TAIL_STOP.exec(open.replace(/^[ ,]{0,2}in (?=[A-Z])/, (found) => " ".repeat(found.length)));
  open = (stop ? open.slice(0, stop.index) : open).replace(/^[ ,]{0,2}in (?=[A-Z])/, ", ");
  const tail: Tail = { lines };
  for (const [pattern, country] of CODES) {
    const match = pattern.exec(open);
    const state = match?.groups?.state;
    if (
      !match ||
      (state &&
        country &&
        countryOfState(state) !== country &&
        !(country === "AU" && /^wa$/i.test(state)) &&
        !(country === "US" && /^(?:d|n|calif)/i.test(state)))
    )
      continue;
    if (
      !country &&
      countryOfCity(open.slice(0, match.index).split(/[,\n]/).map(tidy).filter(Boolean).at(-1) ?? "") ===
        undefined
    )
      continue;
    tail.postalCode = match.groups!.code!;
    if (state) tail.region = state;
    tail.country = country;
    const after = tidy(open.slice(match.index + match[0].length).split(/\n/)[0] ?? "");
    open = `${open.slice(0, match.index)},${countryNamed(after.split(",")[0]!) ? after : ""}`;
    break;
  }
  const places = open.split(/[,\n]/).map(tidy).filter(Boolean);
  const named = countryNamed(places.at(-1) ?? "");
  if (named) {
    tail.country = named;
    places.pop();
  }
  if (!tail.region && places.length > 1 && isCounty(places.at(-1)!)) tail.region = places.pop()!;
  for (const place of placesAndState(places, tail)) {
    if (UNIT.test(place)) lines.push(place);
    else if (tail.city === undefined) tail.city = place;
    else {
      lines.push(tail.city);
      tail.city = place;
    }
  }
  if (tail.city && !isLikelyCity(tail.city, tail)) delete tail.city;
  tail.country ??= countryOfCity(tail.city ?? "");
  return tail;
}

const STATE_AT_END = new RegExp(
  `^(?<city>.{0,40}?)(?:^| )(?<state>${STATE_NAMES}|(?:${STATE_CODES})(?=$))$`,
  "u",
);

/** Places behind the street, with the state taken off their end. */
function placesAndState(places: readonly string[], tail: Tail): string[] {
  const last = places.at(-1);
  if (tail.region || last === undefined) return [...places];
  const match = STATE_AT_END.exec(last);
  if (!match || (!match.groups!.city && places.length === 1)) return [...places];
  tail.region = match.groups!.state!;
  tail.country ??= countryOfState(tail.region);
  return [...places.slice(0, -1), tidy(match.groups!.city!)].filter(Boolean);
}

function isLikelyCity(city: string, { postalCode, region }: Tail): boolean {
  if (/\d/.test(city) || city.length > 40 || city.split(" ").length > 5) return false;
  return (
    postalCode !== undefined ||
    region !== undefined ||
    /^[A-Z]/.test(city) ||
    countryOfCity(city) !== undefined
  );
}

/** An address without a word for street: what stands before a postal code that can be nothing else. */
function* readBeforeCodes(text: string): Generator<AddressReading> {
  for (const match of text.matchAll(STRONG_CODE)) {
    const before = text.slice(Math.max(0, match.index - 110), match.index);
    let from = 0;
    for (const lead of before.matchAll(LEAD)) from = lead.index + lead[0].length;
    const rest = before.slice(from);
    const start = /(?<![\w/-])(?:flat|unit|apt)? ?\d{1,5}[A-Za-z]? [A-Z]/.exec(rest)?.index ?? 0;
    const segments = rest.slice(start).split(/[,\n]/).map(tidy).filter(Boolean);
    const tail = readTail(text.slice(match.index, match.index + 60));
    const recipient =
      segments.length > 2 && isPersonName(segments[0]!) && !HOUSE.test(segments[0]!)
        ? segments.shift()
        : undefined;
    if (segments.length === 1) segments.splice(0, 1, ...splitCity(segments[0]!));
    const city = segments.pop();
    if (!city || segments.length === 0 || segments.some((line) => !/^[A-Z\d]/.test(line))) continue;
    const score = /\d/.test(segments.join()) ? 0.75 : 0.6;
    yield { ...tail, lines: segments.slice(0, 4), city, recipient, isComplete: true, score };
  }
}

const CITY_AT_END = new RegExp(`^(?<street>.{3,60}) (?<city>${ENGLISH_CITIES})$`, "iu");

function splitCity(segment: string): string[] {
  const match = CITY_AT_END.exec(segment) ?? /^(?<street>\d.{3,60}) (?<city>\S{2,30})$/.exec(segment);
  return match ? [match.groups!.street!, match.groups!.city!] : [segment];
}

function tidy(part: string): string {
  return part
    .replace(/\s+/g, " ")
    .replace(/^[ ,:|-]+|[ ,:|-]+$/g, "")
    .replace(/(?<!\b(?:st|rd|ave?|ln|dr|ct|pl|blvd|sq|ter|cir|cl|str|hwy))\.$/i, "");
}
