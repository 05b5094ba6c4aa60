// Figures of a body or a thing. Every quantifier is bounded, every look-behind two units at most, so that a scan is linear.

/** What of a body is measured, where the text says so. */
export type Measure = "height" | "weight" | "chest" | "waist" | "hips" | "foot";

export interface Measurement {
  /** In centimetres or kilograms ("165 cm", "55 kg"), at most one decimal; the bare number where the unit is not told. */
  value: string;
  measure?: Measure;
}

const LABELS: readonly (readonly [RegExp, Measure])[] = [
  [/身高|高|height|tall|mid[oe]|estatura|altura|^$/i, "height"],
  [/体重|體重|weigh|peso/i, "weight"],
  [/胸|bust|chest|pecho|busto/i, "chest"],
  [/腰|waist|cintura/i, "waist"],
  [/臀|hips?|cadera/i, "hips"],
  [/脚|腳|foot|feet|pie/i, "foot"],
];
const LABEL =
  "(?<label>身高|体重|體重|胸围|胸圍|腰围|腰圍|腰|臀围|臀圍|脚长?|腳長?|(?<![a-z])(?:height|weight|weigh|bust|chest|waist|hips?|foot(?: length)?|feet|mid[oe]|estatura|altura|peso|pecho|busto|cintura|caderas?|pie)(?![a-z]))";
const LINK =
  "(?:[ :=]|is|are|es|de|of|about|around|mide|mi|unos|measures|是|为|有|大概|大约|约|差不多|其实|actually|really|在|左右){0,6}";

const DECIMAL = "\\d{1,3}(?:[.,]\\d{1,2})?";
const FEET =
  "\\d ?(?:ft|feet|foot)(?: ?\\d{1,2} ?(?:in(?:ch(?:es)?)?|\")?)?(?![a-z])|\\d['’′] ?\\d{1,2}(?:\"|”|″|'')?(?!\\d)";
const METRES = "[12一二两] ?[米m][ ]?(?:\\d{1,2}|[零一二三四五六七八九]{1,2})(?![\\d个条]|[.,]\\d| ?[a-z])";
const CENTIMETRES = `${DECIMAL} ?(?:cm|厘米|公分|mm|毫米|inch(?:es)?|pulgadas?|英寸|cent[ií]metros?)(?![a-z])|[12][.,]\\d{1,2} ?(?:m(?![a-z0-9])|metros?(?![a-z])|米)`;
const CHINESE_FEET = "[1-4]尺\\d?";
const KILOGRAMS = `${DECIMAL} ?(?:kgs?|kilos?|kilogramos?|lbs?|libras?|公斤|千克|斤)(?![a-z])|[一二两三四五六七八九十百]{1,6}(?:公斤|千克|斤)`;
const FIGURE = `${FEET}|${METRES}|${CENTIMETRES}|${CHINESE_FEET}|${KILOGRAMS}`;

/** Patterns over half-width text, the surest first; `value` is the figure, `label` what says of what. */
export const MEASUREMENT_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `${LABEL}${LINK}(?<!\\d[.,]?)(?<value>${FIGURE}|${DECIMAL} ?(?:pounds|stone)(?![a-z])|${DECIMAL}(?![\\d./%$€£]|[.,:]\\d| ?(?:pesos|euros?|dollars|天|个|次|元)))`,
    "gi",
  ),
  new RegExp(
    `(?<!\\d[.,]?)(?<value>${CENTIMETRES}) ?(?<label>(?:tall|foot|feet|chest|bust|waist|hips?)(?![a-z])|de (?:altura|estatura|cintura|pecho|cadera|pie)(?![a-z]))`,
    "gi",
  ),
  // "95 de pecho", "25,4 de pie", "178高": the figure first, without a unit.
  new RegExp(
    `(?<![\\p{L}\\d$€£¥/-]|\\d[.,])(?<value>${DECIMAL}) ?(?:(?:round|around|across) (?:the |his |her |my )?)?(?<label>(?:(?:de|of) (?:altura|estatura|cintura|pecho|busto|caderas?|pie|chest|bust|waist|height)|chest|bust|waist)(?![a-z])|高(?!于|過|过|级|級))`,
    "giu",
  ),
  // "我178", "I'm 178": of oneself, and as tall as people are.
  /(?<![a-z])(?:我|他|她|i'?m|i am|he'?s|he is|she'?s|she is|mido|mide)[ ]?(?<value>(?:1[4-9]\d|20\d)(?: ?cm)?)(?<label>)(?![\d.,/%$€£块元天个件号码]| ?[a-z])/giu,
  new RegExp(`(?<![a-z$€£¥/-]|\\d[.,]?)(?<value>${FIGURE})`, "gi"),
];

/**
 * A figure in centimetres or kilograms: "5'6\"" → "167.6 cm", "110斤" → "55 kg", "一米六五" → "165 cm". Without a unit a
 * height, a girth of 55 or more and a foot are metric, and so is a weight in Spanish; other bare numbers stay as they
 * are, since people write inches, pounds and 斤 alike. Null for what no body measures.
 */
export function normalizeMeasurement(raw: string, label: string | undefined): Measurement | null {
  const measure = LABELS.find(([pattern]) => label !== undefined && pattern.test(label))?.[1];
  const text = raw.toLowerCase().replace(",", ".");
  const value = inFeet(text) ?? inMetres(text) ?? inUnits(text);
  if (value !== null)
    return { value, ...(measure ? { measure } : isBodyHeight(text) ? { measure: "height" as const } : {}) };
  if (!measure || !/^\d+(?:\.\d+)?$/.test(text)) return null;
  const bare = readBare(Number(text), measure, /peso/i.test(label ?? ""));
  return bare === null ? null : { value: bare, measure };
}

const CENTIMETRES_PER: Record<string, number> = { mm: 0.1, cm: 1, m: 100, in: 2.54, 尺: 100 / 3 };
const KILOGRAMS_PER: Record<string, number> = { kg: 1, lb: 0.45359237, 斤: 0.5, stone: 6.35029318 };
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/mm|毫米/, "mm"],
  [/cm|厘米|公分|cent/, "cm"],
  [/inch|pulgada|英寸/, "in"],
  [/stone/, "stone"],
  [/公斤|千克|kg|kilo/, "kg"],
  [/lb|libra|pound/, "lb"],
  [/斤/, "斤"],
  [/尺/, "尺"],
  [/m|米/, "m"],
];

function inUnits(text: string): string | null {
  const unit = UNITS.find(([pattern]) => pattern.test(text))?.[1];
  if (!unit) return null;
  const number = /\d/.test(text)
    ? Number(/\d+(?:\.\d+)?/.exec(text.replace(/尺(?=\d)/, "."))?.[0])
    : readChinese(text.replace(/公?[斤]|千克/, ""));
  if (!number) return null;
  return unit in CENTIMETRES_PER
    ? show(number * CENTIMETRES_PER[unit]!, "cm")
    : show(number * KILOGRAMS_PER[unit]!, "kg");
}

function inFeet(text: string): string | null {
  const [, feet, inches] = /^(\d) ?(?:ft|feet|foot|['’′]) ?(\d{1,2})?/.exec(text) ?? [];
  if (feet === undefined || Number(inches ?? 0) > 11) return null;
  return show(Number(feet) * 30.48 + Number(inches ?? 0) * 2.54, "cm");
}

const CHINESE_DIGITS = "零一二三四五六七八九";
/** "1米7" is 170, "1米65" is 165, "1m05" is 105. */
const SPLIT_METRES = /^([12一二两]) ?[米m] ?([\d零一二三四五六七八九]{1,2})$/;

function inMetres(text: string): string | null {
  const [, metres, rest] = SPLIT_METRES.exec(text) ?? [];
  if (metres === undefined || rest === undefined) return null;
  const digits = [...rest].map((char) => (/\d/.test(char) ? Number(char) : CHINESE_DIGITS.indexOf(char)));
  const centimetres = digits.length === 1 ? digits[0]! * 10 : digits[0]! * 10 + digits[1]!;
  return show((/[1一]/.test(metres) ? 100 : 200) + centimetres, "cm");
}

function isBodyHeight(text: string): boolean {
  return SPLIT_METRES.test(text) || /^[4-7] ?(?:['’′]|ft|feet|foot)/.test(text);
}

/** A number up to 999 in Chinese characters; "一百二" is 120. */
function readChinese(text: string): number {
  const [, hundreds, few, tens, hasTens, ones] =
    /^(?:([一二两三四五六七八九])百)?(?:零?([一二两三四五六七八九])|([一二两三四五六七八九])?(十)([一二三四五六七八九])?)?$/.exec(
      text,
    ) ?? [];
  const digit = (char: string | undefined) =>
    char === undefined ? 0 : CHINESE_DIGITS.indexOf(char.replace("两", "二"));
  const isShort = hundreds !== undefined && few !== undefined && !text.includes("零");
  return (
    digit(hundreds) * 100 +
    (hasTens ? digit(tens ?? "一") * 10 : 0) +
    digit(few) * (isShort ? 10 : 1) +
    digit(ones)
  );
}

function readBare(number: number, measure: Measure, isKilograms: boolean): string | null {
  switch (measure) {
    case "height":
      if (number >= 1 && number <= 2.3) return show(number * 100, "cm");
      return number >= 50 && number <= 230 ? show(number, "cm") : null;
    case "weight":
      if (number < 20 || number > 400) return null;
      return isKilograms ? show(number, "kg") : String(number);
    case "foot":
      if (number >= 200 && number <= 320) return show(number / 10, "cm");
      return number >= 10 && number <= 32 ? show(number, "cm") : null;
    default:
      if (number < 20 || number > 180) return null;
      return number >= 55 ? show(number, "cm") : String(number);
  }
}

function show(value: number, unit: "cm" | "kg"): string {
  return `${Math.round(value * 10) / 10} ${unit}`;
}
