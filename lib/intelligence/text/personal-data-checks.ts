/** Whether the digits pass the Luhn check (ISO/IEC 7812-1, annex B). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Beginnings of card numbers and the lengths that their networks issue. */
const NETWORKS: readonly (readonly [beginning: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^6(?:011|4[4-9]|5)/, [16, 17, 18, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^9558/, [16, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
];

/**
 * Whether digits are a payment card's number: a network's beginning and length, and Luhn.
 * @param isGrouped written in groups; a bare 13 may be a bar code, a bare 19 a marketplace's order number.
 */
export function isPaymentCard(digits: string, isGrouped: boolean): boolean {
  if (digits.length < 13 || !isLuhn(digits)) return false;
  if (!NETWORKS.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits)))
    return false;
  if (isGrouped) return true;
  if (digits.length === 13 && isEan13(digits)) return false;
  return !(digits.length === 19 && digits.startsWith("4"));
}

/** Whether 13 digits are an article number (GS1 General Specifications, 7.9). */
function isEan13(digits: string): boolean {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** Chinese resident identity numbers: 18 characters with the check of GB 11643-1999, or the older 15 digits. */
export function isChineseId(id: string): boolean {
  if (!PROVINCES.test(id)) return false;
  if (id.length === 15) return isDay(`19${id.slice(6, 8)}`, id.slice(8, 10), id.slice(10, 12));
  if (id.length !== 18 || !isDay(id.slice(6, 10), id.slice(10, 12), id.slice(12, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === id[17]?.toUpperCase();
}

function isDay(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
  return y >= 1880 && y <= 2099 && d >= 1 && d <= days;
}

const SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Spanish DNI (eight digits and a letter) or NIE (X, Y or Z, seven digits and a letter), without separators. */
export function isSpanishId(id: string): boolean {
  const upper = id.toUpperCase();
  if (!/^[XYZ\d]\d{7}[A-Z]$/.test(upper)) return false;
  const number = Number(upper.slice(0, 8).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))));
  return SPANISH_LETTERS[number % 23] === upper[8];
}

/** United States social security numbers: areas, groups and serials that were never issued are none. */
export function isSocialSecurityNumber(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);
}

/** Length of an IBAN by country (ISO 13616 registry), as country and two digits. */
const IBAN_LENGTHS = new Map(
  "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30"
    .match(/[A-Z]{2}\d\d/g)
    ?.map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * Where an IBAN ends that begins at `start`: it has the letters and digits of its country and gives 1 modulo 97
 * (ISO 7064, MOD 97-10). Single blanks and dashes between them do not count. -1 where there is none.
 */
export function endOfIban(text: string, start: number): number {
  const wanted = IBAN_LENGTHS.get(text.slice(start, start + 2).toUpperCase());
  if (wanted === undefined) return -1;
  let rest = 0;
  let count = 0;
  let at = start;
  for (; count < wanted; at += 1) {
    const value = valueAt(text, at);
    if (value < 0) {
      if ((text[at] !== " " && text[at] !== "-") || valueAt(text, at + 1) < 0) return -1;
      continue;
    }
    // The country and the check digits are counted last.
    if (count++ >= 4) rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  const head =
    valueAt(text, start) * 10_000 + valueAt(text, start + 1) * 100 + Number(text.slice(start + 2, start + 4));
  return valueAt(text, at) < 0 && (rest * 1_000_000 + head) % 97 === 1 ? at : -1;
}

/** 0 to 9 for digits, 10 to 35 for letters, -1 for everything else. */
function valueAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : -1;
}
