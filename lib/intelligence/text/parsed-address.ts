import type { Entity } from "./extract-entities";
import type { TextLanguage } from "./text-model";

/** What a parcel's address is made of. */
export const ADDRESS_FIELDS = [
  "recipient",
  "phone",
  "lines",
  "city",
  "region",
  "postalCode",
  "country",
] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** What of an address a text gives itself; "door" is a building, a floor, a flat or a house number without its street. */
export type AddressPart = "recipient" | "phone" | "street" | "door" | "city" | "region" | "postalCode";

/** The address that a parcel goes to now. */
export interface CurrentAddress {
  recipient?: string | undefined;
  phone?: string | undefined;
  lines?: readonly string[] | undefined;
  city?: string | undefined;
  region?: string | undefined;
  postalCode?: string | undefined;
  country?: string | undefined;
}

export interface AddressHints {
  language?: TextLanguage | undefined;
  current?: CurrentAddress | undefined;
  /** What `extractEntities` found in the same text; of these only the phones are read. */
  entities?: readonly Pick<Entity, "type" | "start" | "end">[] | undefined;
}

export interface ParsedAddress {
  /** The text gives an address or a part of one. */
  isAddress: boolean;
  /** It gives no street: what it leaves out is the current address's, and `parts` says what it does give. */
  isPartial: boolean;
  parts: AddressPart[];
  recipient?: string;
  phone?: string;
  /** Street, number and what is finer; of a part only a "door" alone, which belongs into the current lines. */
  lines: string[];
  city?: string;
  region?: string;
  postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** What a parcel needs and neither the text nor the hints give. */
  missing: AddressField[];
  /** 0..1: how much of what makes an address is there. It is no probability. */
  confidence: number;
}

/** What the reader of one language makes of a text. */
export interface AddressReading {
  lines: string[];
  recipient?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  postalCode?: string | undefined;
  country?: string | undefined;
  /** False where the street is there and neither a number nor a house is. */
  isComplete: boolean;
  score: number;
}
