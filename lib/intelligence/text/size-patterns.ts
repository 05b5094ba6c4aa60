// Sizes of clothes and shoes. Every quantifier is bounded, every look-behind two units at most, so that a scan is linear.

/** Systems of sizes, with the least and the greatest number that each uses for clothes or shoes. */
const SYSTEMS: Record<string, readonly [least: number, greatest: number]> = {
  EU: [15, 64],
  FR: [15, 64],
  IT: [15, 64],
  US: [0, 24],
  UK: [0, 28],
  AU: [2, 28],
  MX: [1, 44],
  BR: [15, 60],
  CN: [15, 50],
  JP: [3, 32],
};
const CHINESE_SYSTEMS: Record<string, string> = { 欧: "EU", 美: "US", 英: "UK", 日: "JP", 法: "FR" };
/** The first that fits counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^ONE|^FREE|[UÚ]NICA|^UNI|均/, "ONE SIZE"],
  [/^(?:EXTRA|X)[ -]?SMALL/, "XS"],
  [/^EXTRA|^X-|特|加/, "XL"],
  [/LARGE|GRANDE|大/, "L"],
  [/MEDI|中/, "M"],
  [/SMALL|PEQUE|CHICA|小/, "S"],
];

const SYSTEM = "EUR?|US|UK|FR|IT|MX|CN|JP|AU|BR";
const NUMBER = "\\d{1,3}(?:[.,]5|½)?";
const LETTERS = "(?:[2-9]X|X{1,4})[SL]|[SML]";
const WORD =
  "(?:extra[ -]?|x-)(?:large|small|grande)|small|medium|large|peque[nñ]a|chica|mediana|grande|[uú]nica";
/** What is no size after all: an amount, a period, a measurement. */
const NOT_AFTER =
  "(?![a-z0-9'&½]|[.,/]\\d| ?[%$€£¥]| ?(?:[x×*]|cm|mm|m|kg|g|ml|inch(?:es)?|in|ft|pulgadas?|dollars?|d[oó]lares|days?|weeks?|months?|hours?|years?|d[ií]as?|semanas?|mes(?:es)?|horas?|orders?|items?|people|customers?)(?![a-z])| ?(?:英寸|厘米|毫米|公分|公斤|米|寸|斤|[天次年个月件周元块]|小时))";
const VALUE = `(?<value>${WORD}|${LETTERS}|(?:(?:${SYSTEM})[ -]?)?${NUMBER}(?:[A-F]{1,2}(?![a-z]))?(?: ?(?:${SYSTEM}))?)${NOT_AFTER}`;
const LABEL =
  "(?<![a-z])(?:(?:shoe |dress |ring )?sizes?(?: is| of)?|tallas?(?: es| de)?|calzo(?: un| el)?|wears?(?: an?)?|uso(?: la| el| una?)?(?: talla)?)|尺码|尺寸|码数|鞋码|穿|尺碼|碼數|鞋碼";
const HAN = "\\p{Script=Han}";
const CUE =
  "(?<![A-Za-z])(?:[Aa]n?|[Tt]he|[Ii]n|or|to|for|from|and|than|is|[Uu]na?|[Ll]a|[Ee]l|de|en|por|o|y|e|es|vs) ";

/** Patterns over half-width text, the surest first; where there is a group `value`, that group is the size. */
export const SIZE_PATTERNS: readonly RegExp[] = [
  /(?<![\d/])(?:[5-9]\d|1\d\d)\/(?:[4-9]\d|1[0-4]\d)[ABCY](?![a-z0-9/])/gi,
  /(?<![\d/])1[4-9]\d\/(?:[5-9]\d|1[0-2]\d)(?![\d/]|[.,]\d)/g,
  /(?<![a-z0-9])W ?\d{2} ?\/? ?L ?\d{2}(?![a-z0-9])/gi,
  /(?<![a-z])(?:one[ -]size|free[ -]size|talla [uú]nica|unitalla)(?![a-z])|均码|均碼/gi,
  new RegExp(`(?:${LABEL})(?:是|为|要|选|的){0,2}[ :#]{0,2}${VALUE}`, "gi"),
  new RegExp(
    `(?<![a-z])(?:sizes?|tallas?) (?:${LETTERS}|${NUMBER}) ?(?:or|and|to|vs|o|y|a|/|,|&) ?(?:an? |la |una )?${VALUE}`,
    "gi",
  ),
  /(?<![a-z0-9.])(?:(?:[2-9]X|X{1,4})[SL]|[SML]|[2-6]\d(?:[.,]5|½)?|[5-9]0|1[0-9]0) ?[码碼]/gi,
  /[欧歐美英日法][码碼] ?\d{1,2}(?:[.,]5)?(?!\d)|(?<![\d.])\d{1,2}(?:[.,]5)? ?[欧歐美英日法][码碼]/g,
  /(?<![a-z0-9])(?:(?:[2-9]X|X{1,4})[SL]|[SML])[号號]|(?:特大|加大|[大中小])[号號](?![\d码])/gi,
  /(?<!\d)(?<value>[2-4]\d(?:\.5)?[号號])(?=的?[鞋靴])/g,
  new RegExp(`(?<![A-Za-z0-9$])(?:EU|US|UK|FR|IT|MX|CN|JP|AU|BR)[ -]?\\d{1,2}(?:[.,]5|½)?${NOT_AFTER}`, "g"),
  new RegExp(
    `(?<![A-Za-z0-9$/-]|\\d[.,])\\d{1,2}(?:[.,]5|½)? ?(?:EU|US|UK|MX)(?=$|[)/?!.,;，。？！]| (?:or|and|in|sizes?|shoes?|wom[ae]n|m[ae]n|o|y|en|de|para)(?![a-z])|${HAN})`,
    "gu",
  ),
  /(?<![a-z0-9&'./-])(?:[2-9]X|X{1,4})[SL](?![a-z0-9&']|-\w)/gi,
  /(?<![a-z])(?:small|medium|large|extra[ -]large|x-large) sizes?(?![a-z])/gi,
  // A capital letter alone is a size where only a size can stand.
  new RegExp(`${CUE}(?<value>[SML])(?![A-Za-z0-9&'/+-]|\\.[A-Za-z]| (?!I )[A-Z])`, "g"),
  /(?<![A-Za-z0-9&'./-])[SML](?= (?:or|o|u|y|and|to|a|vs|por) (?:an? |the |la |una )?(?:[SML]|X{1,3}[SL])(?![A-Za-z0-9]))/g,
  /(?<![A-Za-z0-9&'.-])[SML](?=\/(?:[SML]|X{1,3}L)(?![A-Za-z]))|(?<=\/)[SML](?![A-Za-z0-9/])/g,
  new RegExp(`(?<=${HAN})[SML](?![A-Za-z0-9&'型形钩鉤+-]| ?[A-Za-z])`, "gu"),
  new RegExp(`(?<![A-Za-z0-9&'./-])[SML](?=${HAN})(?![型形钩鉤])`, "gu"),
];

/**
 * A size as written to its plain form: letters upper-case with repeated X counted ("xxl" → "2XL"), words as letters,
 * a system before its number ("EU 38", "US 9.5"), "170/92A", "W32 L34", "ONE SIZE". Null for a number that no system uses.
 */
export function normalizeSize(raw: string): string | null {
  const text = raw.toUpperCase().replace(",", ".").replace("½", ".5");
  const jeans = /^W ?(\d+) ?\/? ?L ?(\d+)$/.exec(text);
  if (jeans) return `W${jeans[1]} L${jeans[2]}`;
  const letters = /^(\d?)(X*)([SML]) ?[码碼号號]?$/.exec(text);
  if (letters) return lettersAt(letters[1]!, letters[2]!.length, letters[3]!);
  if (!/\d/.test(text)) return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return text.includes("/") ? text : numberAt(text);
}

function numberAt(text: string): string | null {
  const [number] = /\d+(?:\.5)?(?:[A-F]{1,2}(?![A-Z]))?/.exec(text) ?? [];
  if (number === undefined) return null;
  const value = Number.parseFloat(number);
  const system = /EUR?|US|UK|FR|IT|MX|CN|JP|AU|BR/.exec(text)?.[0].slice(0, 2) ?? chineseSystem(text);
  if (!system) return value > 0 && (value <= 64 || (value <= 200 && value % 5 === 0)) ? number : null;
  const [least, greatest] = SYSTEMS[system]!;
  return value >= least && value <= greatest ? `${system} ${number}` : null;
}

function lettersAt(count: string, crosses: number, letter: string): string {
  const times = count ? Number(count) : crosses;
  if (times === 0) return letter;
  return times === 1 ? `X${letter}` : `${times}X${letter}`;
}

function chineseSystem(text: string): string | undefined {
  return CHINESE_SYSTEMS[(/[欧歐美英日法]/.exec(text)?.[0] ?? "").replace("歐", "欧")];
}
