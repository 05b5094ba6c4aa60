import { CUT } from "./address-text";
import {
  CITY_NAMES,
  cityOfDistrict,
  isMunicipality,
  isOfTaiwan,
  LONE_DISTRICTS,
  PROVINCE_NAMES,
  provinceOfCity,
} from "./chinese-places";
import type { AddressReading } from "./parsed-address";
import { toSimplified } from "./traditional-chinese";

const HAN = "\\p{Script=Han}";
const GAP = "[ ,、/·-]{0,2}";
const PROVINCE = `(?:${PROVINCE_NAMES})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?`;
const CITY = `(?:(?:${CITY_NAMES})(?:市|县|地区|(?:${HAN}{1,4}族){0,2}自治州|州)?|${HAN}{2,8}?(?:市(?!场|中心|区|民|政)|自治州|地区|盟))`;
const KNOWN_CITY = `(?:${CITY_NAMES})(?:市|县|地区|自治州)?`;
const DISTRICT = `(?:${HAN}{1,7}?(?:(?<!小|社|校|园|片|库|景|厂|战|街|地|辖)区|县(?!城)|旗|(?<=${HAN})市(?!场|中心|民|政))|工业园区|(?:经济|高新)?(?:技术)?(?:产业)?开发区)`;
const HONG_KONG = /^(?:中国)?(香港(?:特别行政区|岛)?|九龙(?=.{2})(?!坡)|新界)/;

const COUNT = "(?:\\d{1,5}|[一二三四五六七八九十百]{1,4})";
const UNIT =
  "(?:号楼|号院|号门|号馆|号库|号店|号铺|号仓|号|栋|幢|座|单元|室|房|层|楼|弄|组|户|铺|档|梯|期|区|门(?!市))";
/** What an address may end with. */
const END = new RegExp(
  `\\d{1,5}[A-Za-z]?(?:[-#~]\\d{1,5}[A-Za-z]?){0,3}(?:${UNIT}|#|F(?![a-z]))?(?:之${COUNT})?(?:${UNIT}(?!码|线))?|[一二三四五六七八九十百]{1,4}(?:${UNIT}|段|村|巷|支)(?:之${COUNT})?|[A-Za-z东西南北甲乙丙]{1,2}\\d{0,4}(?:座|栋|幢|区|门|单元|室)|(?:大厦|大楼|广场|花园|小区|公寓|中心|酒店|宾馆|大学|学院|学校|中学|小学|幼儿园|医院|公司|工厂|超市|驿站|快递柜|丰巢|代收点|门卫|前台|保安室|物业|门面|店面|市场|商城|步行街|宿舍|写字楼|科技园|产业园|园区|雅园|家园|花苑|新苑|嘉苑|山庄|新村|名城|公馆|别墅|华庭|豪庭|里|苑|府|庭|邨|村|城|湾|寓|委会|服务站|营业厅|派出所|银行|药店|卫生院|办事处|街道|镇|乡|路|街|大道|巷)`,
  "giu",
);
const LEAD =
  /(?:改成|改到|改为|改寄到?|改去|换成|换到|换去|寄到|寄去|寄往|寄给?|送到|送去|送往|发到|发去|发往|发给|派送到|配送到|(?:收货|收件|收|新|正确的?|详细|我的|我家|家庭|公司|现在的?|下面的?)?(?:地址|住址)(?:应该)?|住在|住|搬到|搬去|搬回|搬|位于|应该是|在|是|为|到|去|改)[了的:是为在 ]{0,3}/g;

/** Between the two boxes of a shop's form, copied: "所在地区: … 详细地址: …". */
const FORM_LABEL = /(?<=[区區县縣市旗镇鎮乡鄉道])[ ,;\n|]{1,3}(?:详细|詳細|具体|街道)地址[: ]{0,2}/g;
/** The blank that some put between figures and characters: "3 号楼 502 室". */
const SPACED_UNIT =
  /(?<=\d) (?=[号號弄栋棟幢座室楼樓层層巷段支组組期])|(?<=\d) (?=(?:单元|單元))|(?<=第) (?=\d)/g;
const POSTAL_CODE = /(?:邮编|邮政编码|邮递区号)[:是为 ]{0,3}\d{3,6}/g;

interface Piece {
  start: number;
  end: number;
}

/**
 * Reads a Chinese address: of the mainland 省 市 区 路 号 楼 室, of Taiwan 市 區 路 段 巷 弄 號 樓, of Hong Kong. The
 * longest row of pieces wins that is one; of equals the last. Matching is done in simplified characters of the
 * same length, and what is given is the person's own.
 */
export function readChineseAddress(written: string): AddressReading | null {
  const text = written.replace(SPACED_UNIT, "").replace(FORM_LABEL, " ");
  const simple = toSimplified(text).replace(POSTAL_CODE, (code) => CUT.repeat(code.length));
  let best: AddressReading | null = null;
  const rows = findRows(simple);
  for (const row of rows) {
    const reading = readRow(text, simple, row);
    if (reading && reading.score >= (best?.score ?? 0)) best = reading;
  }
  if (best && !best.city) Object.assign(best, placeBehind(text, simple, rows));
  return best;
}

/** City and region of an address that names them last: "锦绣华庭9栋601，杭州市余杭区". */
function placeBehind(text: string, simple: string, rows: readonly Piece[]): Partial<AddressReading> {
  for (const { start, end } of rows) {
    const match = PLACE_ALONE.exec(simple.slice(start, end));
    if (!match) continue;
    const { province = "", city = "" } = match.groups!;
    const own = text.slice(start, start + province.length);
    if (city === "" && !isMunicipality(province)) continue;
    const cityName =
      city === "" ? own : text.slice(start + province.length, start + province.length + city.length);
    const region = city === "" ? undefined : own || provinceOfCity(city);
    return { city: cityName, ...(region ? { region } : {}), country: isOfTaiwan(city) ? "TW" : "CN" };
  }
  return {};
}
const PLACE_ALONE = new RegExp(`^(?<province>${PROVINCE})?(?<city>${KNOWN_CITY})?(?:${DISTRICT})?$`, "u");

/** Rows of neighbouring pieces, each of which may be of one address. */
function findRows(simple: string): Piece[] {
  const rows: Piece[] = [];
  let open: Piece | null = null;
  for (const { 0: piece, index } of simple.matchAll(/[^ ,，。;；!！?？\n|:"“”]{1,120}/gu)) {
    const startsAt = startIn(piece);
    const body = piece.slice(startsAt);
    const length = endIn(body);
    const between = open ? simple.slice(open.end, index) : "";
    const isAnew =
      open !== null && BEGINS_ANEW.test(piece) && !LEADS_ON.test(simple.slice(open.start, open.end));
    const isNext = !isAnew && open !== null && startsAt === 0 && /^[ ,\n"“”]{0,3}$/.test(between);
    if (length === 0) {
      open = null;
      continue;
    }
    const end = index + startsAt + length;
    if (isNext && open) open.end = end;
    else {
      open = { start: index + startsAt, end };
      rows.push(open);
    }
    if (length < body.length && !/^[)）]/.test(body.slice(length))) open = null;
  }
  return rows;
}

/** A province or a city behind a number is where an address begins, or where one written backwards says its place. */
const BEGINS_ANEW = new RegExp(`^(?:${PROVINCE}|${KNOWN_CITY})(?!.?(?:路|街|大道))`, "u");
const LEADS_ON = new RegExp(`^(?:\\d{3,6})?(?:中国)?(?:${PROVINCE})?${GAP}(?:${CITY})?$`, "u");
const PLACE_FIRST = new RegExp(`^(?:${PROVINCE}|${KNOWN_CITY}|${LONE_DISTRICTS})`, "u");
const PLACES_FIRST = new RegExp(`^(?:${PROVINCE})?${GAP}(?:${CITY})?${GAP}(?:${DISTRICT})?`, "u");
const PLACE_START = new RegExp(
  `(?:中国)?(?:${PROVINCE}|${KNOWN_CITY}|${LONE_DISTRICTS}|香港|九龙(?!坡)|新界)`,
  "gu",
);

/** Where in a piece the address begins: at the first place behind the last verb, else behind the verb. */
function startIn(piece: string): number {
  let behindVerb = 0;
  for (const match of piece.matchAll(LEAD)) behindVerb = match.index + match[0].length;
  const places = [...piece.matchAll(PLACE_START)].map(({ index }) => index);
  const verbs = [...piece.matchAll(LEAD)].map(({ index, 0: verb }) => index + verb.length);
  const place = places.find((at) => at === 0 || verbs.includes(at)) ?? places[0];
  if (place !== undefined && place > 0 && /^\d{3,6}$/.test(piece.slice(0, place))) return 0;
  if (place !== undefined && (place === 0 || place <= behindVerb || behindVerb === 0)) {
    const isNamedStreet = /^.{2,3}[东西南北中]{0,2}[一二三四]?(?:路|街|大道)/u.test(piece.slice(place));
    if (!isNamedStreet || place === behindVerb) return lastRestart(piece, place, verbs);
  }
  return behindVerb;
}

/** "从杭州搬到南京市…": a verb with a place behind it begins anew. */
function lastRestart(piece: string, place: number, verbs: readonly number[]): number {
  const again = verbs.filter((at) => at > place && PLACE_FIRST.test(piece.slice(at)));
  return again.at(-1) ?? place;
}

/** How much of a piece is address: up to the last number, house or place in it. */
function endIn(body: string): number {
  let end = 0;
  const admin = PLACES_FIRST.exec(body);
  if (admin) end = admin[0].length;
  for (const match of body.matchAll(END)) {
    const gap = match.index - end;
    // Further on stands chatter, not a house.
    if (gap > 16) break;
    end = Math.max(end, match.index + match[0].length);
  }
  return end;
}

const ROAD = new RegExp(`${HAN}{1,8}?(?:路|街|大道|道|巷|弄|胡同|里|邨|坊)`, "u");
const NUMBERED_ROAD = new RegExp(
  `(?:路|街|大道|道|巷|弄|胡同|里|段|坊|村|屯|组|邨|园|东|西|南|北|中)[ ,]?(?:${COUNT}[段巷弄支])?[ ,]?(?:甲|乙|新|临|之)?${COUNT}(?:[-#之]\\d{1,4})?(?:号|弄|巷|栋|幢|座|号楼|#|室|楼|$|[ ,(A-Za-z-])`,
  "u",
);
const NAMED_HOUSE =
  /(?:大厦|大楼|广场|花园|小区|公寓|中心|酒店|宾馆|大学|学院|学校|中学|小学|医院|公司|工厂|超市|驿站|市场|商城|宿舍|写字楼|科技园|产业园|园区|家园|花苑|山庄|新村|华庭|雅园|苑|府|庭|村|城|园|湾|营业厅|银行|卫生院|服务站)/u;
const DOOR = new RegExp(
  `${COUNT}(?:号楼|栋|幢|座|单元|室|房|层|楼|组|户|铺)|[A-Za-z]座|\\d{1,3}[-#]\\d{1,4}`,
  "u",
);
const NOT_A_PLACE =
  /(?:老小区|小区的|家里|这里|那里|哪里|城里|\d平|一路|在路|知道|味道|街道办法|尺码|号色|色号|号线|发货|下单|退款|订单|几号|今天|明天|昨天|什么|怎么|多少|衣服|鞋|杯|锅|灯|件)/u;

function readRow(text: string, simple: string, { start, end }: Piece): AddressReading | null {
  const rest = { at: start };
  const peel = (pattern: RegExp) => {
    const found = pattern.exec(simple.slice(rest.at, end))?.[0] ?? "";
    const own = text.slice(rest.at, rest.at + found.length).replace(/[ ,、/·-]{1,2}$/, "");
    rest.at += found.length;
    return { own, plain: found.replace(/[ ,、/·-]{1,2}$/, "") };
  };
  const code = peel(/^\d{3,6}[ ,]?(?=\p{Script=Han}{2})/u).plain.trim();
  const country = peel(/^(?:中国台湾省?|中国|台湾省?)[ ,]?/u).plain;
  const hongKong = HONG_KONG.exec(simple.slice(rest.at, end));
  if (hongKong || /^澳门/.test(simple.slice(rest.at, end))) {
    return readHongKong(text, simple, rest.at, end, hongKong ? "HK" : "MO");
  }
  const province = peel(PROVINCE_START);
  const isCityState = isMunicipality(province.plain);
  const isTwice = isCityState && simple.startsWith(province.plain.slice(0, 2), rest.at);
  const city = peel(isTwice ? CITY_STATE_START : isCityState ? NOTHING : CITY_START);
  const detailAt = rest.at;
  const district = peel(DISTRICT_START);
  const detail = simple.slice(rest.at, end);
  const line = tidy(text.slice(detailAt, end));
  const levels = [province, city, district].filter(({ plain }) => plain !== "").length;
  const judged = judgeDetail(detail, levels);
  if (!judged || line.length < 4 || line.length > 200) return null;
  const municipality = isCityState ? province.own : undefined;
  const ofDistrict = cityOfDistrict(district.plain);
  const cityName = city.own || municipality || ofDistrict;
  const isTaiwan = country.includes("台湾") || isOfTaiwan(city.plain);
  return {
    lines: [line],
    city: cityName || undefined,
    region:
      (municipality && city.own ? municipality : isCityState ? undefined : province.own) ||
      provinceOfCity(city.plain || ofDistrict || "") ||
      undefined,
    postalCode: code || undefined,
    country: isTaiwan ? "TW" : cityName ? "CN" : undefined,
    ...judged,
  };
}

/** Whether what stands behind the places is a street with a number or a house with a door; null where it is neither. */
function judgeDetail(detail: string, levels: number): Pick<AddressReading, "isComplete" | "score"> | null {
  const hasRoad = ROAD.test(detail);
  const isNumberedRoad = NUMBERED_ROAD.test(detail);
  const hasNumber = isNumberedRoad || /\d号(?!线)/.test(detail);
  const hasHouse = NAMED_HOUSE.test(detail);
  const hasDoor = DOOR.test(detail);
  if (NOT_A_PLACE.test(detail) && !(hasNumber && levels > 0)) return null;
  const isHouse = hasHouse && hasDoor && (levels > 0 || detail.search(DOOR) > 1);
  const isVillage = levels > 0 && hasNumber && (hasHouse || isNumberedRoad || /[镇乡村组屯]/u.test(detail));
  const isStreet = (hasRoad && hasNumber) || isHouse || isVillage;
  const isVague = levels >= 2 && (hasRoad || hasHouse);
  if (!isStreet && !isVague) return null;
  const score = 0.45 + levels * 0.1 + (isStreet ? 0.15 : 0) + (hasDoor ? 0.1 : 0) + (hasRoad ? 0.03 : 0);
  return { isComplete: isStreet || hasDoor, score: Math.min(0.98, score) };
}

const NOTHING = /^/;
const PROVINCE_START = new RegExp(`^(?:${PROVINCE})(?!.?(?:路|街|大道))${GAP}`, "u");
const DISTRICT_START = new RegExp(`^${DISTRICT}${GAP}`, "u");
const CITY_STATE_START = new RegExp(`^(?:北京|天津|上海|重庆)市?${GAP}`, "u");
const CITY_START = new RegExp(
  `^(?!${HAN}{0,6}(?:路|街|巷|村|镇|乡|区))(?:${CITY})${GAP}|^(?:${KNOWN_CITY})(?!.?(?:路|街|大道))${GAP}|^(?:${HAN}{2,5}?市(?!场|中心|民|政|区))${GAP}`,
  "u",
);

function readHongKong(
  text: string,
  simple: string,
  start: number,
  end: number,
  country: "HK" | "MO",
): AddressReading | null {
  const [head = ""] =
    /^(?:香港(?:特别行政区)?|澳门(?:特别行政区)?)[ ,]?/u.exec(simple.slice(start, end)) ?? [];
  const line = tidy(text.slice(start + head.length, end));
  if (!/\d/.test(line) || line.length < 5) return null;
  const city = text.slice(start, start + head.length).trim() || (country === "HK" ? "香港" : "澳門");
  return { lines: [line], city, country, isComplete: true, score: 0.85 };
}

function tidy(line: string): string {
  return line
    .replaceAll(CUT, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ ,、:-]+|[ ,、:-]+$/g, "");
}
