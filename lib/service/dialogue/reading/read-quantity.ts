/** How many there shall be, or how many more or fewer than there are. */
export type QuantityWish = { is: "total"; count: number } | { is: "more"; count: number } | { is: "none" };

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:一|壹|one|un[oa]?|a|an)$/iu, 1],
  [/^(?:两|兩|二|俩|two|dos|a couple|un par)$/iu, 2],
  [/^(?:三|three|tres)$/iu, 3],
  [/^(?:四|four|cuatro)$/iu, 4],
  [/^(?:五|five|cinco)$/iu, 5],
  [/^(?:六|six|seis)$/iu, 6],
  [/^(?:七|seven|siete)$/iu, 7],
  [/^(?:八|eight|ocho)$/iu, 8],
  [/^(?:九|nine|nueve)$/iu, 9],
  [/^(?:十|ten|diez)$/iu, 10],
];

const NUMBER =
  "(?<![\\p{L}\\d])(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?![\\p{L}\\d])";
/** With articles, which count where nothing else can be meant. */
const WESTERN =
  "(?<![\\p{L}\\d])(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|an?|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?![\\p{L}\\d])";
const CHINESE = "(?:\\d{1,4}|[一二两兩俩三四五六七八九十])";
const MEASURE_WORD = "(?:个|個|件|盒|包|瓶|罐|套|双|雙|条|條|只|隻|袋|本|支|把|份|块|塊|张|張|对|對)";

const MORE: readonly RegExp[] = [
  new RegExp(`(?:再加|多加|加多|再来|再來|再要|多要|增加|多买|多買|加)\\s*(?<n>${CHINESE})`, "iu"),
  new RegExp(`(?:add|want|need|take)\\s+(?<n>${WESTERN})\\s+more`, "iu"),
  new RegExp(`(?<n>${WESTERN})\\s+(?:more|extra|additional)`, "iu"),
  new RegExp(`another\\s+(?<n>${WESTERN})|(?<one>another one|an extra one)`, "iu"),
  new RegExp(
    `(?<n>${WESTERN})\\s+(?:m[aá]s|adicional(?:es)?)|(?:agrega|añade|agregar|añadir|suma)\\s+(?<m>${WESTERN})`,
    "iu",
  ),
  /(?<one>(?:otr[oa]|un[oa]?)\s+m[aá]s)/iu,
];
const FEWER: readonly RegExp[] = [
  new RegExp(`(?:减|減|少要|少买|少買|少|去掉|拿掉)\\s*(?<n>${CHINESE})\\s*${MEASURE_WORD}`, "iu"),
  new RegExp(`(?<n>${WESTERN})\\s+(?:fewer|less)|(?:remove|drop)\\s+(?<m>${WESTERN})\\s+of`, "iu"),
  new RegExp(`take\\s+(?<n>${NUMBER})\\s+(?:of\\s+)?(?:[\\p{L} ]{1,40}\\s)?(?:off|out|away)(?!\\p{L})`, "iu"),
  new RegExp(`(?<n>${WESTERN})\\s+menos|quita(?:r|me)?\\s+(?<m>\\d{1,4}|dos|tres|cuatro)`, "iu"),
];
const TOTAL: readonly RegExp[] = [
  new RegExp(`(?<n>${WESTERN})\\s+(?:instead of|rather than|en vez de|en lugar de)(?!\\p{L})`, "iu"),
  new RegExp(
    `(?:改成|改为|改為|变成|變成|换成|換成|[加改增减減](?:加|少)?到|一共|总共|總共)\\s*(?:一共|总共|總共)?\\s*(?<n>${CHINESE})`,
    "iu",
  ),
  new RegExp(
    `(?:改|只要|要|数量|數量)\\s*(?<n>${CHINESE})(?:\\s*${MEASURE_WORD}|\\s*$|(?=[,，。!！]))`,
    "iu",
  ),
  new RegExp(`(?<n>${CHINESE})\\s*${MEASURE_WORD}`, "iu"),
  new RegExp(
    `(?:make (?:it|that)|change (?:it|that|the quantity)? ?to|(?<!the )only|just|quantity(?: of| to)?|total of|to|want|need|instead of \\w+,?)\\s+(?<n>${NUMBER})`,
    "iu",
  ),
  new RegExp(`(?:que sean?|d[eé]j[ae](?:me|lo|la)?(?: en)?|s[oó]lo|solamente)\\s+(?<n>${WESTERN})`, "iu"),
  new RegExp(
    `(?:en total|cantidad(?: a| de)?|cambia(?:r|lo|la)?(?: la cantidad)? a|c[aá]mbial[oa] a|pon(?:er|me)?|quiero|a)\\s+(?<n>${NUMBER})`,
    "iu",
  ),
  new RegExp(
    `(?<n>${WESTERN})\\s*(?:pieces?|pcs|units?|packs?|packets?|of them|unidades|piezas|cajas|boxes|pairs?|pares?)`,
    "iu",
  ),
  /^\s*[x×]?\s*(?<n>\d{1,4})\s*[.!。]?\s*$/u,
  new RegExp(`^\\s*(?<n>${WESTERN}|${CHINESE})\\s*[.!。]?\\s*$`, "iu"),
];
const NONE =
  /不要了|不要这|不要這|去掉|删掉|刪掉|删除|刪除|拿掉|取消这|取消這|\b(?:remove|delete|take (?:it|that|them|the .{1,40}) (?:out|off)|drop|without|get rid of|don'?t (?:want|need))\b|(?<!\p{L})(?:quita|quitar|(?:qu|k)[ií]ta(?:r|rl[oa]s?|l[oa]s?|me(?:l[oa]s?)?)|qu[ií]tame|elimina|eliminar|borra|borrar|saca|sacar|sin|ya no quiero)(?!\p{L})/iu;

/** Reads how many of something are wanted, at most 9,999; null where the text says nothing of it. */
export function readQuantity(text: string): QuantityWish | null {
  const plain = text.normalize("NFKC");
  const more = firstCount(plain, MORE);
  if (more !== null) return { is: "more", count: more };
  const fewer = firstCount(plain, FEWER);
  if (fewer !== null) return { is: "more", count: -fewer };
  if (NONE.test(plain)) return { is: "none" };
  const total = firstCount(plain, TOTAL);
  if (total === null) return null;
  return total === 0 ? { is: "none" } : { is: "total", count: total };
}

function firstCount(text: string, patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    const count = groups && (groups.one ? 1 : toCount(groups.n ?? groups.m ?? ""));
    if (count !== undefined && count !== null) return count;
  }
  return null;
}

/** A number in figures, or one of the words for one to ten. */
export function toCount(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
