/** Telephone numbers as people write them, country by country. Half-width text in, spans of it out. */

/** Where a number may begin: not inside a code, a decimal, an address with dots, or behind "#". */
const LEFT = "(?<![a-z0-9+#@]|[a-z][-_/.]|\\d[-_.,])";
const RIGHT = "(?![a-z0-9@]|[-_]\\w|[.,]\\d)";
const number = (source: string) => new RegExp(`${LEFT}(?:${source})${RIGHT}`, "gi");
/** Not out of the middle of an account number, which stands in groups of four. */
const apart = (source: string) => `(?<!(?<!\\d)\\d{4} )(?:${source})(?! \\d{4}(?!\\d))`;

interface PhonePattern {
  pattern: RegExp;
  /** A look at digits and text that a pattern cannot take. */
  accepts?: (digits: string, text: string) => boolean;
}

/** Two round halves are a range of prices, not a number that somebody was given. */
const isNotRound = (_: string, text: string) => !/00\D+\d*00$/.test(text);
/** Cities whose local numbers have eight digits behind a code of four. */
const LONG_CHINESE =
  /^0(?:3(?:11|71|79)|4(?:11|31|32|51)|5(?:1\d|3[12]|51|7[1-9]|80|9[1-7])|6(?:63|66)|7(?:31|[56]\d)|8(?:71|98)|991)/;

function isIsbn10(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return digits.length === 10 && sum % 11 === 0;
}

const PATTERNS: readonly PhonePattern[] = [
  // Mainland China: mobile 138 1234 5678, landline 010-65529988, (0571) 8888 6666 with an extension.
  { pattern: number("(?:\\(?86\\)?[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|1[3-9]\\d\\d[- ]\\d{3}[- ]\\d{4}") },
  {
    pattern: number(apart("\\(?0(?:10|2\\d|[3-9]\\d\\d)\\)?[- ]?\\d{3,4}[- ]?\\d{4}(?:-\\d{1,5})?")),
    accepts: (digits, text) =>
      /\D/.test(text)
        ? digits.length >= 10
        : digits.length === 11 || (digits.length === 12 && LONG_CHINESE.test(digits)),
  },
  // With the trunk zero: United Kingdom, Australia, Taiwan, India, Argentina, Peru.
  {
    pattern: number(
      apart("\\(?0[1-9]\\d{0,3}\\)?(?:[ -]\\d{3,4}){2}|\\(?0[1-9]\\d{0,4}\\)?[ -]?\\d{3}[ -]?\\d{3,5}"),
    ),
    accepts: (digits, text) => {
      if (/\D/.test(text)) return digits.length >= 9 && digits.length <= 11;
      return digits.length === 11 || (digits.length === 10 && /^0[49]/.test(digits) && !isIsbn10(digits));
    },
  },
  // Behind an area code in brackets: (415) 555-0132, (55) 1234-5678, (2) 2123 4567.
  { pattern: number("(?:1[ .-])?\\(\\d{1,3}\\)[ .-]?\\d{3,4}[ .-]?\\d{4}") },
  // 415-555-0132, 664 123 4567, 300 123 4567.
  { pattern: number("(?:1[ .-])?[2-9]\\d\\d(?<s>[ .-])\\d{3}\\k<s>\\d{4}") },
  // Mexico and Argentina: 55 1234 5678, 11-4123-4567, 11 15 1234 5678; Chile: 9 1234 5678.
  { pattern: number("(?:33|55|56|81|11(?:[ -]15)?)[ -]\\d{4}[ -]\\d{4}|9[ -]\\d{4}[ -]\\d{4}") },
  // Colombian mobiles.
  { pattern: number("3(?:0[0-5]|1\\d|2[0-4]|33|5[01])[ -]?\\d{3}[ -]?\\d{4}") },
  // Nine digits: Spain, and mobiles of Peru and Chile.
  {
    pattern: number(
      "[6-9]\\d\\d(?<s>[ .-])\\d{3}\\k<s>\\d{3}|[6-9]\\d\\d(?<t>[ .-])\\d\\d\\k<t>\\d\\d\\k<t>\\d\\d|[89]\\d[ .-]\\d{3}[ .-]\\d\\d[ .-]\\d\\d|[679]\\d{8}",
    ),
    accepts: (_, text) => !/\D000$/.test(text),
  },
  // Hong Kong, standing alone, and with its code; India; the United Kingdom, Spain, Colombia without "+".
  { pattern: number("(?<!\\d[ -])[5679]\\d{3} \\d{4}(?! ?\\d)"), accepts: isNotRound },
  { pattern: number("\\(?852\\)?[ -]?[2-9]\\d{3}[ -]?\\d{4}") },
  { pattern: number("[6-9]\\d{4}[ -]\\d{5}"), accepts: isNotRound },
  { pattern: number("44[ -]?7\\d{3}[ -]?\\d{6}|34[6-9]\\d{8}|573[0-5]\\d{8}|5[16]9\\d{8}") },
];

const INTERNATIONAL =
  /(?<![\d+a-z])\(?(?:\+ ?\(?[1-9]|00[ -]?(?=1|34|44|5[12467]|61|86|91|852|886)\d)\d{0,14}\)?(?:[ .-]{0,2}\(\d{1,5}\)[ .-]{0,2}\d{1,13}|[ .-]{1,2}\d{1,13}){0,7}(?![\d@])/gi;
/** Digits behind the country's code, with a trunk zero in brackets. Others have 15 in all at most (ITU-T E.164). */
const NATIONAL_DIGITS: readonly (readonly [code: string, min: number, max: number])[] = [
  ["852", 8, 8],
  ["886", 8, 9],
  ["34", 9, 9],
  ["44", 9, 11],
  ["51", 8, 9],
  ["52", 10, 11],
  ["54", 10, 11],
  ["56", 9, 9],
  ["57", 10, 10],
  ["61", 9, 10],
  ["86", 10, 12],
  ["91", 10, 10],
  ["1", 10, 10],
];

const NAMES =
  "phone|mobile|cell(?:phone)?|whats ?app|wh?atsap|wsp|tel[eé]fono|tel|tlf(?:no)?|tfno|celular|cel|m[oó]vil|fono|fax|call me|text me|ring me|reach me|ll[aá]m[ae]n?me|escr[ií]beme|contact|contacto|my number|mi n[uú]mero|电话|電話|手机|手機|座机|座機|联系方式|聯絡方式|我的号码";
const GLUE =
  "(?:[ :.=,#()-]{0,3}(?:number|no|num|nro|n[uú]mero|n[º°]|is|at|on|in|es|al|a|de|contacto|号码|號碼|号|號|是|为|為)){0,3}[ :.=,#-]{0,3}";
const DIGITS = "(?<value>\\(?\\d(?:[ .()-]{0,2}\\d){6,14})";
const NAMED = new RegExp(`(?<![a-z])(?:${NAMES})s?${GLUE}${DIGITS}${RIGHT}`, "gi");
const NAMED_AFTER = new RegExp(
  `${LEFT}${DIGITS}(?: ?(?:is my|es mi|是我的?) ?|,? ?\\()(?:${NAMES}|number|n[uú]mero|号码)`,
  "gi",
);
const CHAT_LINK = /(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=)(?<value>\+?\d{8,15})(?!\d)/gi;

export interface Span {
  start: number;
  end: number;
}

/** Telephone numbers in the order in which they are to be believed; spans may overlap. */
export function* findPhones(text: string): Generator<Span> {
  for (const match of text.matchAll(INTERNATIONAL)) {
    const length = internationalLength(match[0]);
    if (length > 0) yield { start: match.index, end: match.index + length };
  }
  for (const { pattern, accepts } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const raw = match[0];
      if (accepts && !accepts(raw.replace(/\D/g, ""), raw)) continue;
      yield { start: match.index, end: match.index + raw.length };
    }
  }
  yield* valuesOf(text, NAMED);
  yield* valuesOf(text, NAMED_AFTER);
}

/** Numbers in links that open a chat with them: they are found before addresses are left alone. */
export function findChatLinks(text: string): Generator<Span> {
  return valuesOf(text, CHAT_LINK);
}

function* valuesOf(text: string, pattern: RegExp): Generator<Span> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.value ?? "";
    const start = match.index + match[0].indexOf(value);
    yield { start, end: start + value.length };
  }
}

/** How much of a match is the number: what follows behind a blank may be a quantity. 0 if none of it is. */
function internationalLength(raw: string): number {
  let digits = "";
  let length = 0;
  for (const group of raw.matchAll(/\(?(\d+)\)?/g)) {
    digits += digits === "" ? group[1]?.replace(/^00/, "") : group[1];
    if (digits.length > 15) break;
    if (isInternational(digits)) length = group.index + group[0].length;
  }
  return length;
}

function isInternational(digits: string): boolean {
  for (const [code, min, max] of NATIONAL_DIGITS) {
    if (!digits.startsWith(code)) continue;
    const rest = digits.length - code.length;
    return rest >= min && rest <= max;
  }
  return digits.length >= 8;
}
