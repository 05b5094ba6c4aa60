import type { TextLanguage } from "./text-language";

const DIGITS: Record<string, number> = Object.fromEntries(
  [..."零一二三四五六七八九"].map((character, value) => [character, value]),
);
Object.assign(DIGITS, { 〇: 0, 两: 2 });
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
/** After these a single numeral counts something; elsewhere it is part of a word. */
const COUNTED =
  "天|日|周|个|件|元|块|角|小时|点|分钟|月|年|折|次|位|份|双|套|条|张|瓶|盒|笔|种|倍|号|星期|礼拜|工作日|厘米|公斤|千克|克|只|台|包|本|支|枚|码|款";
/** With these, "one" is a number and not an article. */
const COUNTED_ONE = "天|周|小时|个月|年(?!四)|个?工作日|元|块钱|分钟|个小时|个星期";
const HAN_NUMBER = new RegExp(`[零〇一二两三四五六七八九十百千万]+(?=(?:${COUNTED})?)`, "g");

function parseHan(numeral: string): number | null {
  if (/^[百千万]/.test(numeral)) return null;
  if (/^[零〇一二三四五六七八九]{2,}$/.test(numeral))
    return Number([...numeral].map((character) => DIGITS[character]).join(""));
  let [total, section, digit] = [0, 0, 0];
  for (const character of numeral) {
    if (character === "万") {
      total = (total + section + digit) * 10_000;
      section = digit = 0;
    } else if (character in POWERS) {
      section += (digit || 1) * POWERS[character]!;
      digit = 0;
    } else digit = DIGITS[character]!;
  }
  return total + section + digit;
}

function replaceHan(text: string): string {
  const counted = new RegExp(`^(?:[到至或~-][零〇一二两三四五六七八九十百\\d]+)?(?:${COUNTED})`);
  const one = new RegExp(`^(?:${COUNTED_ONE})`);
  return text
    .replace(/半(?=(?:个?小时|天|年|个月|公斤))/g, "0.5")
    .replace(HAN_NUMBER, (numeral, at: number) => {
      const rest = text.slice(at + numeral.length);
      const value = parseHan(numeral);
      if (value === null) return numeral;
      if (numeral === "一") return one.test(rest) ? "1" : numeral;
      if (numeral === "十" && /^(?:分(?!钟)|足)/.test(rest)) return numeral;
      const isAfterPer = text.slice(Math.max(0, at - 3), at) === "百分之";
      if ([...numeral].length === 1 && !isAfterPer && !counted.test(rest)) return numeral;
      // "一一", "三三两两" and their like count nothing.
      if (/^([一三])\1$/.test(numeral)) return numeral;
      return String(value);
    });
}

const EN: Record<string, number> = Object.fromEntries([
  ..."two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, at) => [word, at + 2] as const),
  ..."twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, at) => [word, (at + 2) * 10] as const),
  ["dozen", 12],
]);
const ES: Record<string, number> = Object.fromEntries([
  ..."dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
    .split(" ")
    .map((word, at) => [word, at + 2] as const),
  ..."treinta cuarenta cincuenta sesenta setenta ochenta noventa"
    .split(" ")
    .map((word, at) => [word, (at + 3) * 10] as const),
  ..."doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
    .split(" ")
    .map((word, at) => [word, (at + 2) * 100] as const),
  ["cien", 100],
  ["ciento", 100],
]);
const UNIT = {
  en: "(?:business |working |calendar )?(?:days?|hours?|weeks?|months?|years?|minutes?|pieces?|items?|units?|yuan|euros?|dollars?|pounds?)",
  es: "(?:días?|horas?|semanas?|mes(?:es)?|años?|minutos?|piezas?|unidad(?:es)?|artículos?|euros?|dólar(?:es)?|yuan(?:es)?)",
};

/** "twenty-five", "two hundred and ten", "treinta y uno", "mil doscientos": a run of words as one number. */
function replaceWords(text: string, words: Record<string, number>, language: "en" | "es"): string {
  // "And" is within a number after hundreds in English, after tens in Spanish; elsewhere it stands between two.
  const [hundred, thousand, and, tens] =
    language === "en"
      ? ["hundred", "thousand", "and", "hundred|thousand"]
      : ["(?!)", "mil", "y", "(?:treint|cuarent|cincuent|sesent|setent|ochent|novent)a"];
  const part = `(?:${[...Object.keys(words), hundred, thousand, language === "en" ? "one" : "un[oa]?"].join("|")})`;
  const run = new RegExp(
    `(?<![\\p{L}\\d-])${part}(?:(?:[ -]|(?<=${tens})\\s${and}\\s)${part})*(?![\\p{L}])`,
    "giu",
  );
  return text.replace(run, (found, at: number) => {
    const rest = text.slice(at + found.length);
    const tokens = found
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((token) => token !== and);
    if (tokens.every((token) => /^(?:one|un[oa]?)$/.test(token))) {
      const counts = new RegExp(`^\\s+${UNIT[language]}(?![\\p{L}])`, "iu");
      return tokens.length === 1 && counts.test(rest) ? "1" : found;
    }
    if (/^mil$/i.test(found) && /^\s+(?:gracias|disculpas|perdones)/i.test(rest)) return found;
    // "Un diez por ciento": the article before a number is no part of it.
    const [first, second] = tokens;
    if (/^(?:one|un[oa]?)$/.test(first!) && second !== hundred && second !== thousand) {
      const article = found.match(/^\S+\s+/u)![0];
      return article + String(amountOf(tokens.slice(1)));
    }
    return String(amountOf(tokens));
  });

  function amountOf(tokens: string[]): number {
    let [total, current] = [0, 0];
    for (const token of tokens) {
      if (token === hundred) current = (current || 1) * 100;
      else if (token === thousand) {
        total += (current || 1) * 1_000;
        current = 0;
      } else current += words[token] ?? 1;
    }
    return total + current;
  }
}

/** A text with its numbers in digits, whatever language they are written out in. */
export function spellNumbersInDigits(text: string, language: TextLanguage | null): string {
  const plain = replaceHan(text);
  if (language === "zh") return plain;
  const english = language === "es" ? plain : replaceWords(replaceEnglishPhrases(plain), EN, "en");
  if (language === "en") return english;
  // In a text too short to tell its language "once" may be English, and is left alone.
  const { once: _, ...unmistakable } = ES;
  return replaceWords(replaceSpanishPhrases(english), language === "es" ? ES : unmistakable, "es");
}

const replaceSpanishPhrases = (text: string) =>
  text
    .replace(/\bpor ciento\b/gi, "%")
    .replace(/\bmedia hora\b/gi, "0.5 horas")
    .replace(/\bmedio día\b/gi, "0.5 días");

const replaceEnglishPhrases = (text: string) =>
  text
    .replace(/\bhalf an hour\b/gi, "0.5 hours")
    .replace(/\ba fortnight\b/gi, "14 days")
    .replace(
      /\b(within|in|after|takes|for|about|least|most) (?:a|an) (?=(?:day|week|month|year|hour)\b)/gi,
      "$1 1 ",
    );

/** "1.234,56", "1,234.56", "1 234" and "1234.56" as a number. One separator before three digits parts thousands. */
export function parseNumeral(written: string): number {
  const compact = written.replace(/[\s']/g, "");
  const last = Math.max(compact.lastIndexOf("."), compact.lastIndexOf(","));
  if (last < 0) return Number(compact);
  const separator = compact[last]!;
  const [whole, fraction] = [compact.slice(0, last), compact.slice(last + 1)];
  const isRepeated = whole.includes(separator);
  const isThousands = isRepeated || (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole));
  const digits = whole.replace(/[.,]/g, "");
  return isThousands ? Number(digits + fraction) : Number(`${digits}.${fraction || "0"}`);
}
