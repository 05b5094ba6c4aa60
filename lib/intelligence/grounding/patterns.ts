/** Month and weekday names, currencies and units, as the three languages write them. */

const MONTH_NAMES: readonly (readonly string[])[] = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sept", "sep", "septiembre", "setiembre"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
export const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);
export const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");

const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ["monday", "mon", "lunes", "周一", "星期一", "礼拜一"],
  ["tuesday", "tue", "martes", "周二", "星期二", "礼拜二"],
  ["wednesday", "wed", "miércoles", "周三", "星期三", "礼拜三"],
  ["thursday", "thu", "jueves", "周四", "星期四", "礼拜四"],
  ["friday", "fri", "viernes", "周五", "星期五", "礼拜五"],
  ["saturday", "sábado", "sábados", "周六", "星期六", "礼拜六"],
  ["sunday", "domingo", "domingos", "周日", "星期日", "星期天", "礼拜天", "周天"],
];
export const WEEKDAYS = new Map(
  WEEKDAY_NAMES.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);
export const WEEKDAY = [...WEEKDAYS.keys()].sort((a, b) => b.length - a.length).join("|");

export const RELATIVE_DAYS: readonly (readonly [string, RegExp])[] = [
  ["day-after-tomorrow", /后天|the day after tomorrow|pasado mañana/giu],
  ["tomorrow", /明[天日早晚]|(?<!\p{L})tomorrow(?!\p{L})|(?<!(?:la|por la) )(?<!\p{L})mañana(?!\p{L})/giu],
  ["today", /今[天日晚]|当天|(?<!\p{L})(?:today|tonight|hoy|same day|same-day)(?!\p{L})/giu],
  ["yesterday", /昨[天日晚]|(?<!\p{L})(?:yesterday|ayer|anoche)(?!\p{L})/giu],
  [
    "next-week",
    /下(?:个?星期|周)(?![一二三四五六日天])|(?<!\p{L})(?:next week|la (?:próxima semana|semana que viene))(?!\p{L})/giu,
  ],
  ["this-week", /(?:本|这)(?:个?星期|周)|(?<!\p{L})(?:this week|esta semana)(?!\p{L})/giu],
  ["weekend", /周末|(?<!\p{L})(?:weekends?|fin(?:es)? de semana)(?!\p{L})/giu],
  [
    "month",
    /(?:本|这个|下个?|上个?)月|(?<!\p{L})(?:(?:this|next|last) month|este mes|el (?:próximo mes|mes (?:que viene|pasado)))(?!\p{L})/giu,
  ],
  [
    "at-once",
    /立即|马上|立刻|(?<!\p{L})(?:immediately|instantly|right away|straight away|at once|de inmediato|inmediatamente|enseguida)(?!\p{L})/giu,
  ],
];

export const CURRENCIES: readonly (readonly [string, string])[] = [
  ["CNY", "CN¥|¥|￥|CNY|RMB|人民币|元|块钱|块|yuan(?:es)?"],
  ["USD", "US\\$|\\$|USD|美元|美金|(?:US )?dollars?|dólar(?:es)?"],
  ["EUR", "€|EUR|euros?|欧元"],
  ["GBP", "£|GBP|pounds?|libras?|英镑"],
  ["MXN", "MX\\$|MXN|pesos?|比索"],
  ["JPY", "JP¥|JPY|日元|yen(?:es)?"],
  ["HKD", "HK\\$|HKD|港币|港元"],
];
export const CURRENCY = CURRENCIES.map(([, written]) => written)
  .join("|")
  .split("|")
  .sort((a, b) => b.length - a.length)
  .join("|");

export function currencyOf(written: string): string {
  return CURRENCIES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "i").test(written))?.[0] ?? written;
}

/** How long, by unit. Days that are not workdays are days. */
export const SPANS: readonly (readonly [string, string])[] = [
  [
    "workday",
    "business days?|working days?|workdays?|weekdays?|días? (?:hábil(?:es)?|laborables?)|个?工作日",
  ],
  ["day", "(?:calendar |natural |full )?days?|días?(?: naturales)?|dias?|天|自然日|日(?![期常])"],
  ["hour", "hours?|hrs?|horas?|个?小时|个?钟头|h(?![\\p{L}])"],
  ["minute", "minutes?|mins?|minutos?|分钟"],
  ["week", "weeks?|semanas?|周|个?星期|个?礼拜"],
  ["month", "months?|mes(?:es)?|个月"],
  ["year", "years?|años?|年"],
];
export const SPAN = SPANS.map(([, written]) => written).join("|");

export function spanOf(amount: number, written: string): string {
  const unit =
    SPANS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(written))?.[0] ?? written;
  if (unit === "week") return `${amount * 7} day`;
  if (unit === "hour" && amount % 24 === 0) return `${amount / 24} day`;
  if (unit === "year") return `${amount * 12} month`;
  return `${amount} ${unit}`;
}

export const MEASURES: readonly (readonly [string, string])[] = [
  ["cm", "cm|centimet(?:er|re)s?|centímetros?|厘米|公分"],
  ["mm", "mm|毫米|milímetros?"],
  ["kg", "kg|kilos?|kilogram(?:me)?s?|kilogramos?|公斤|千克"],
  ["ml", "ml|毫升|mililitros?"],
  ["g", "g|grams?|gramos?|克"],
  ["l", "l|lit(?:er|re)s?|litros?|升"],
  ["inch", "inch(?:es)?|pulgadas?|英寸"],
  ["w", "w|watts?|vatios?|瓦"],
  ["star", "stars?|estrellas?|星(?!期)"],
  ["point", "points?|puntos?|积分"],
];
export const MEASURE = MEASURES.map(([, written]) => written).join("|");

export function measureOf(written: string): string {
  return MEASURES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(written))?.[0] ?? written;
}
