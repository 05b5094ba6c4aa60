/** Alphabet of GB 32100-2015: digits and capitals without I, O, S, V and Z, which are misread. */
const CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * A Chinese unified social credit code (GB 32100-2015): 18 characters, the last a check character, 31 minus the sum
 * of values by the weights 3^i mod 31, modulo 31.
 */
export function isUnifiedSocialCreditCode(code: string): boolean {
  const values = [...code].map((letter) => CREDIT_CODE_ALPHABET.indexOf(letter));
  if (values.length !== 18 || values.includes(-1) || !/^\d{6}$/.test(code.slice(2, 8))) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === values[17];
}

/** The letter of a Spanish DNI or NIE by its number modulo 23. */
const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
const CIF_LETTERS = "JABCDEFGHI";
/** Legal forms whose control character is a digit alone, and those for which it is a letter alone. */
const CIF_WITH_DIGIT = "ABEH";
const CIF_WITH_LETTER = "PQRSNW";

/** A Spanish NIF of a person: DNI (8 digits), NIE (X, Y or Z and 7 digits) or K, L, M and 7 digits, with its letter. */
export function isSpanishPersonalNif(nif: string): boolean {
  const match = /^(?:(\d{8})|([XYZ])(\d{7})|[KLM](\d{7}))([A-Z])$/.exec(nif);
  if (!match) return false;
  const [, dni, prefix, foreigner, special, letter] = match;
  const digits = dni ?? special ?? `${"XYZ".indexOf(prefix!)}${foreigner}`;
  return DNI_LETTERS[Number(digits) % 23] === letter;
}

/**
 * A Spanish NIF of an organisation, the former CIF: a letter of the legal form, 7 digits and a control character
 * from the digits at even places and the cross sums of twice those at odd places.
 */
export function isSpanishCompanyNif(nif: string): boolean {
  const match = /^([ABCDEFGHJNPQRSUVW])(\d{7})([0-9A-J])$/.exec(nif);
  if (!match) return false;
  const [, form, digits, control] = match as unknown as [string, string, string, string];
  let sum = 0;
  for (const [at, digit] of [...digits].entries()) {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 10) + (value % 10);
  }
  const check = (10 - (sum % 10)) % 10;
  const isDigit = control === String(check);
  const isLetter = control === CIF_LETTERS[check];
  if (CIF_WITH_DIGIT.includes(form)) return isDigit;
  return CIF_WITH_LETTER.includes(form) ? isLetter : isDigit || isLetter;
}

/** As people write tax numbers: spaces, dots, dashes, small letters, full-width ones, a leading ES. */
export function normalizeTaxNumber(raw: string, country: string): string {
  const plain = raw
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-/]/g, "");
  return country === "ES" && plain.length === 11 && plain.startsWith("ES") ? plain.slice(2) : plain;
}
