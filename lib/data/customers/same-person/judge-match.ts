import { toInternational } from "./international-phone";

/** Where an address is from. What somebody typed into a chat may be anybody's. */
export interface Contact {
  kind: "email" | "phone";
  value: string;
  /** The shop's own records and platforms; else it was typed. */
  isGiven: boolean;
}

export interface Known {
  name: string | null;
  /** ISO 3166-1 alpha-2, where it is known; for phones without a country. */
  country: string | null;
  contacts: readonly Contact[];
}

export interface Reason {
  kind: "email" | "phone" | "order";
  strength: "strong" | "weak";
}

export interface Match {
  /** Strong evidence that nothing contradicts is probable. */
  level: "probable" | "possible";
  reasons: Reason[];
  /** Whether the names say something else; null where one has none. */
  name: "agrees" | "differs" | null;
  /** For sorting: how much speaks for it, 0–1. */
  score: number;
}

const STRONG = 0.9;
const WEAK = 0.5;
const NAME_AGREES = 0.25;
const NAME_DIFFERS = 0.7;
const PROBABLE = 0.75;
const TAIL_DIGITS = 8;

/**
 * Whether two records may be one person, and why. Pieces of evidence are taken as independent (the rest of doubt is
 * multiplied, as Fellegi and Sunter 1969 add log-odds); a name that agrees takes doubt away, another name takes belief.
 * @returns null where no address agrees.
 */
export function judgeMatch(
  one: Known,
  other: Known,
  shopCountry: string | null,
  more: Reason[] = [],
): Match | null {
  const reasons = [...more, ...compareContacts(one, other, shopCountry)];
  if (reasons.length === 0) return null;
  const doubt = reasons.reduce(
    (rest, { strength }) => rest * (1 - (strength === "strong" ? STRONG : WEAK)),
    1,
  );
  const name = compareNames(one.name, other.name);
  const belief = 1 - doubt * (name === "agrees" ? 1 - NAME_AGREES : 1);
  const score = belief * (name === "differs" ? NAME_DIFFERS : 1);
  return { level: score >= PROBABLE ? "probable" : "possible", reasons, name, score };
}

function compareContacts(one: Known, other: Known, shopCountry: string | null): Reason[] {
  const countries = [one.country ?? shopCountry, other.country ?? shopCountry] as const;
  return (["email", "phone"] as const).flatMap((kind): Reason[] => {
    const of = ({ contacts }: Known) => contacts.filter((contact) => contact.kind === kind);
    const compare = kind === "email" ? sameEmail : samePhone;
    const found = of(one).flatMap((mine) => of(other).map((theirs) => compare(mine, theirs, countries)));
    if (found.includes("strong")) return [{ kind, strength: "strong" }];
    return found.includes("weak") ? [{ kind, strength: "weak" }] : [];
  });
}

/** Two countries have numbers that end alike; where one is not known, the end is all there is. */
function samePhone(
  mine: Contact,
  theirs: Contact,
  [country, otherCountry]: readonly [string | null, string | null],
): Reason["strength"] | null {
  if (tailOf(mine) === null || tailOf(mine) !== tailOf(theirs)) return null;
  const a = toInternational(mine.value, country);
  const b = toInternational(theirs.value, otherCountry);
  if (a && b && a !== b) return null;
  return a && b && mine.isGiven && theirs.isGiven ? "strong" : "weak";
}

function tailOf({ value }: Contact): string | null {
  const digits = value.normalize("NFKC").replace(/\D/g, "");
  return digits.length < TAIL_DIGITS ? null : digits.slice(-TAIL_DIGITS);
}

/** What stands after a plus is the owner's own mark, mostly; a provider may mean it otherwise, so it is weak. */
function sameEmail(mine: Contact, theirs: Contact): Reason["strength"] | null {
  const [a, b] = [mine, theirs].map(({ value }) => value.trim().toLowerCase()) as [string, string];
  if (a === b) return mine.isGiven && theirs.isGiven ? "strong" : "weak";
  const bare = (address: string) => address.replace(/\+[^@]*@/, "@");
  return bare(a) === bare(b) ? "weak" : null;
}

/** Names agree when one holds the words of the other: "Ana Ruiz" and "Ruiz, Ana María". */
function compareNames(one: string | null, other: string | null): Match["name"] {
  const [a, b] = [one, other].map(wordsOf) as [string[], string[]];
  if (a.length === 0 || b.length === 0) return null;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.every((word) => many.includes(word))) return "agrees";
  // A name in another script says nothing against it.
  const isHan = (words: string[]) => words.some((word) => /\p{Script=Han}/u.test(word));
  if (isHan(a) !== isHan(b)) return null;
  return few.some((word) => many.includes(word)) ? null : "differs";
}

function wordsOf(name: string | null): string[] {
  const plain = (name ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
