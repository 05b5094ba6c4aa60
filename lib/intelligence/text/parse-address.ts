import { findDoor, findPostalCode, isForParcel, namesRecipient } from "./address-parts";
import { findRecipient } from "./address-recipient";
import { type AddressText, readyForAddress } from "./address-text";
import { readChineseAddress } from "./parse-chinese-address";
import { readEnglishAddress } from "./parse-english-address";
import { readSpanishAddress } from "./parse-spanish-address";
import type {
  AddressField,
  AddressHints,
  AddressPart,
  AddressReading,
  CurrentAddress,
  ParsedAddress,
} from "./parsed-address";
import { toSimplified } from "./traditional-chinese";
import { placeKey } from "./western-places";

/** Countries whose carriers take no parcel without the code. */
const NEEDS_POSTAL_CODE = new Set(["ES", "US"]);
/** A reader of the conversation's language is believed a little sooner. */
const OWN_LANGUAGE = 0.05;

/**
 * Reads a postal address, or the part of one that is to be changed, out of a chat message in Chinese, Spanish or
 * English. Of what the text leaves out, recipient, phone and country are those of the address the parcel goes to
 * now; region and postal code are too where the city is the same; a part takes all the rest from there. Spelling
 * is the person's, in half-width forms; a province is added to a mainland city that everybody knows.
 *
 * Reads the first 4,000 units, in time linear in them; never throws. A text without an address gives
 * `isAddress: false`, and then nothing else.
 */
export function parseAddress(text: string, hints: AddressHints = {}): ParsedAddress {
  const ready = readyForAddress(text, hints);
  const reading = readStreet(ready.text, hints);
  return reading ? fromStreet(reading, ready, hints) : fromParts(ready, hints);
}

function readStreet(text: string, { language, current }: AddressHints): AddressReading | null {
  const readings = [
    { of: "zh", reading: readChineseAddress(text) },
    { of: "es", reading: readSpanishAddress(text, current?.country) },
    { of: "en", reading: readEnglishAddress(text) },
  ];
  let best: AddressReading | null = null;
  let highest = 0;
  for (const { of, reading } of readings) {
    const score = (reading?.score ?? 0) + (of === language ? OWN_LANGUAGE : 0);
    if (!reading || score <= highest) continue;
    best = reading;
    highest = score;
  }
  return best;
}

function fromStreet(reading: AddressReading, ready: AddressText, hints: AddressHints): ParsedAddress {
  const current = hints.current ?? {};
  const named = findRecipient(ready.text);
  const given = {
    recipient: named?.isLabelled ? named.name : (reading.recipient ?? named?.name),
    phone: ready.phone,
    city: reading.city,
    region: reading.region,
    postalCode: reading.postalCode ?? findPostalCode(ready.text) ?? undefined,
  };
  const parts: AddressPart[] = ["street"];
  for (const part of ["recipient", "phone", "city", "region", "postalCode"] as const)
    if (given[part]) parts.push(part);
  const country =
    reading.country ?? current.country ?? (/\p{Script=Han}/u.test(reading.lines.join()) ? "CN" : undefined);
  const isSameCity =
    isSamePlace(given.city, current.city) && (!current.country || current.country === country);
  const address = {
    recipient: given.recipient ?? current.recipient,
    phone: given.phone ?? current.phone,
    city: given.city,
    region: given.region ?? (isSameCity ? current.region : undefined),
    postalCode: given.postalCode ?? (isSameCity ? current.postalCode : undefined),
    country,
  };
  return finish({ ...address, lines: reading.lines }, parts, {
    isPartial: false,
    hasLines: reading.isComplete,
    confidence: reading.isComplete ? reading.score : Math.min(reading.score, 0.6),
  });
}

/** No street: the text may still give a door, a code, a phone or a name of what is to be changed. */
function fromParts(ready: AddressText, hints: AddressHints): ParsedAddress {
  const current = hints.current ?? {};
  const postalCode = findPostalCode(ready.text);
  const phone = ready.phone && isForParcel(ready.whole, ready.phone) ? ready.phone : undefined;
  const named = namesRecipient(ready.text) ? findRecipient(ready.text) : null;
  const recipient = named?.isLabelled || (named && (phone || postalCode)) ? named.name : undefined;
  const door = postalCode && !/\p{Script=Han}/u.test(ready.text) ? null : findDoor(ready.text);
  const parts: AddressPart[] = [];
  if (door) parts.push("door");
  if (recipient) parts.push("recipient");
  if (phone) parts.push("phone");
  if (postalCode) parts.push("postalCode");
  if (parts.length === 0) return noAddress();
  const address = {
    recipient: recipient ?? current.recipient,
    phone: phone ?? current.phone,
    lines: door ? [door] : [...(current.lines ?? [])],
    city: current.city,
    region: current.region,
    postalCode: postalCode ?? current.postalCode,
    country: current.country,
  };
  return finish(address, parts, {
    isPartial: true,
    hasLines: (current.lines?.length ?? 0) > 0,
    confidence: door && parts.length === 1 ? 0.6 : 0.75,
  });
}

type Fields = Required<Pick<ParsedAddress, "lines">> & CurrentAddress;

function finish(
  fields: Fields & { lines: string[] },
  parts: AddressPart[],
  { isPartial, hasLines, confidence }: { isPartial: boolean; hasLines: boolean; confidence: number },
): ParsedAddress {
  const { lines, ...rest } = fields;
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
  const missing = fieldsNeeded(rest.country).filter((field) =>
    field === "lines" ? !hasLines || lines.length === 0 : !rest[field],
  );
  return { isAddress: true, isPartial, parts, ...present, lines, missing, confidence };
}

/** What an address must have to be delivered to in a country. */
function fieldsNeeded(country: string | undefined): AddressField[] {
  const needed: AddressField[] = ["recipient"];
  if (country === "CN") needed.push("phone");
  needed.push("lines", "city");
  if (country && NEEDS_POSTAL_CODE.has(country)) needed.push("postalCode");
  return [...needed, "country"];
}

function noAddress(): ParsedAddress {
  return { isAddress: false, isPartial: false, parts: [], lines: [], missing: [], confidence: 0 };
}

function isSamePlace(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const key = (city: string) => placeKey(toSimplified(city)).replace(/市$/, "");
  return key(a) === key(b);
}
