import { CUT } from "./address-text";
import { toSimplified } from "./traditional-chinese";

const CODE_SHAPES =
  "(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]\\d{4}[A-Z]{3}|\\d{5}-\\d{4}|\\d{3,7})";
const POSTAL_WORD =
  "(?:zip(?: ?codes?)?|post ?codes?|postal(?: codes?)?|pin ?code|eircode|c[óo]digo postal|c\\.?p\\.?|邮编|郵編|邮政编码|郵政編碼|郵遞區號|邮递区号)";
const ANY_POSTAL_WORD = new RegExp(POSTAL_WORD, "iu");
const POSTAL = new RegExp(
  `(?<![a-z])${POSTAL_WORD}(?![a-z])[^\\n;。]{0,48}?(?<![\\w])(?<code>${CODE_SHAPES})(?![\\w-])`,
  "giu",
);
const CORRECTED = new RegExp(
  `(?:${POSTAL_WORD}[^\\n;。]{0,60}?(?:(?<![a-z])(?:to|be|is|it's|its|es|a|por)|改成|改为|改|是)[ :]{0,2})(?<code>${CODE_SHAPES})(?![\\w-])`,
  "giu",
);
const BEHIND = new RegExp(
  `(?<![\\w-])(?<code>\\d{4,7}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}) (?:is (?:the|my) (?:new |correct )?${POSTAL_WORD}|es (?:el|mi) (?:nuevo )?${POSTAL_WORD})`,
  "giu",
);

/** A postal code that the text names as one, the corrected one where two stand there. */
export function findPostalCode(text: string): string | null {
  const spanish =
    /(?:c[oó]digo postal|puse|escrib\p{L}+)[^\n]{0,60}?(?<![\p{L}])(?:es|a|por) (?<code>\d{4,7})(?!\d)/iu.exec(
      text,
    );
  if (spanish && ANY_POSTAL_WORD.test(text)) return spanish.groups!.code!;
  for (const pattern of [CORRECTED, POSTAL, BEHIND]) {
    const last = [...text.matchAll(pattern)].at(-1);
    if (last) return last.groups!.code!.toUpperCase();
  }
  return null;
}

const COUNT = "(?:\\d{1,5}|[一二三四五六七八九十]{1,3})";
const UNIT_ZH = "(?:号楼|号院|栋|幢|座|单元|室|楼|层|房|户|门)";
const DOOR_ZH = new RegExp(
  `(?:(?:${COUNT}[A-Za-z]?|[A-Za-z]\\d{0,3})(?:${UNIT_ZH})(?:之${COUNT})?[ ,]?){1,5}(?:[A-Za-z]?\\d{2,5}[A-Za-z]?(?:室|号|房)?|之${COUNT})?(?![\\d号月年元块件个])`,
  "gu",
);
const NAMED_DOOR_ZH =
  /(?:门牌号?|房间?号|室号|楼号|单元号|楼层|栋号|幢号|门号)[^\d\n。]{0,16}(?<door>\d{1,5}[A-Za-z]?(?:[-#]\d{1,5}){0,3}(?:号|室)?)/gu;
/** Talk of an address's finer parts, and such talk of changing as asks for a building or an entrance to be sure. */
const DOOR_TALK_ZH = /门牌|楼号|栋号|楼层|单元号|单元|房号|房间号|室号|地址|住址|宿舍/u;
const CHANGE_TALK_ZH = /改|换|漏|忘|写错|填错|少写|少打|补|更正|我住|应该是|应是|写反/u;
const BUILDING_ZH = /号楼|栋|幢|座|单元/u;
const NO_DOOR_TALK_ZH =
  /订座|取件码|尺码|颜色|会议|电梯吗|送上楼|爬楼|抬上|上门安装|几楼|地址不变|取件改|第[一二三四五六七八九十\d]{1,3}(?:单元|层|栋)/u;

const NUMBER =
  "(?:\\d{1,5}(?:st|nd|rd|th)?(?:[A-Ra-r](?![\\p{L}])| [A-H](?![\\p{L}]))?|[B-HJ-Z]-?\\d{0,4}|A-?\\d{1,4})(?![\\p{L}\\d])";
const DOOR_EN = new RegExp(
  `(?<![\\p{L}])(?:(?<kind>[Hh]ouse|[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Bb]uilding|[Dd]oor|[Ss]uite|[Rr]oom|[Ff]loor)(?: (?:[Nn]umber|[Nn]o\\b\\.?)[^\\d\\n.;]{0,40}?[ :#(.|]{1,2}(?:its |it's )?| (?:is|should be) )|(?<plain>[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Ss]uite|[Bb]uilding|[Rr]oom|[Hh]ouse|[Gg]ate|[Ff]loor|[Bb]lock)\\.? (?:[Nn]o\\.? ?|#)?|(?<bare>[Aa]t no\\.? |[Nn]umber |\\bno\\. ))(?<number>${NUMBER})|(?<floor>\\d{1,3}(?:st|nd|rd|th) floor)`,
  "gu",
);
const DOOR_TALK_EN =
  /(?<![a-z])(?:address|wrong|missing|forgot|forget|change|correct(?:ed)?|should be|should say|fix|typed|amend|house number|left (?:out|off)|apartment|apt|mistake|deliver(?:y)? (?:to|address)|it's|its|neighbour|neighbor|we live|i live|ought to|label|put|add)(?![a-z])/i;
/** A bare number is a house's only where the talk is of one. */
const HOUSE_TALK =
  /(?<![\p{L}])(?:address|house|street|flat|neighbou?r|lives?|redirect|direc+i[óo]n|casa|calle|portal|domicilio|direcion)(?![\p{L}])/iu;
const DOOR_ES =
  /(?<![\p{L}])(?<kind>[Pp]iso|[Dd]epto\.?|[Dd]epartamento|[Dd]pto\.?|[Aa]pto\.?|[Aa]partamento|[Pp]uerta|[Pp]ortal|[Ee]scalera|[Ee]sc\.?|[Ii]nterior|[Ii]nt\.?|[Tt]orre|[Bb]loque|[Cc]asa|[Nn][úu]mero|[Tt]imbre)(?: de (?:la |mi )?(?:casa|puerta|piso))?(?:,? (?:correcto |nuevo )?(?:es|era|debe ser|está mal,? debe ser|ahora es|la|el|al|es el|es la|correcta es la?|que es|sería)){0,2}[ :#]{1,2}(?<number>(?:\d{1,5}(?: ?[ºª°])?(?:[A-Za-z](?![\p{L}])| [A-Z](?![\p{L}]))?|[A-Z]\d{0,4}|\d{1,2}[ºª] ?\d{0,2}[ºª]?))(?![\p{L}\d])/gu;
const DOOR_TALK_ES =
  /direc+i|escrib|puse|corr[ei]|falta|faltó|calle|cambi|mal(?![a-z])|a[ñn]ad|agreg|edificio|portal|equivoc|vivo|mud|domicilio|olvid|puerta|entreg|^[^a-z]{0,3}(?:piso|depto|apto)/i;

/** Building, floor, flat or house number of which a text speaks without naming a street. */
export function findDoor(text: string): string | null {
  return (
    findChineseDoor(text) ??
    findLatinDoor(text, DOOR_ES, DOOR_TALK_ES) ??
    findLatinDoor(text, DOOR_EN, DOOR_TALK_EN)
  );
}

function findChineseDoor(text: string): string | null {
  const simple = toSimplified(text);
  if (!/\p{Script=Han}/u.test(simple) || NO_DOOR_TALK_ZH.test(simple)) return null;
  const isTalk = DOOR_TALK_ZH.test(simple);
  if (!isTalk && !CHANGE_TALK_ZH.test(simple)) return null;
  for (const pattern of [DOOR_ZH, NAMED_DOOR_ZH]) {
    const last = [...simple.matchAll(pattern)].at(-1);
    if (!last || (!isTalk && !BUILDING_ZH.test(last[0]))) continue;
    const door = last.groups?.door ?? last[0];
    const start = last.index + last[0].lastIndexOf(door);
    return tidy(text.slice(start, start + door.length));
  }
  return null;
}

function findLatinDoor(text: string, pattern: RegExp, talk: RegExp): string | null {
  if (!talk.test(text)) return null;
  const doors = new Map<string, string>();
  for (const { groups = {} } of text.matchAll(pattern)) {
    const kind = groups.kind ?? groups.plain ?? (groups.floor ? "floor" : "");
    const isBare = groups.bare !== undefined || /^n[úu]mero$/i.test(kind);
    if (isBare && !HOUSE_TALK.test(text)) continue;
    const isHouse = isBare || /^(?:house|casa|door)$/i.test(kind);
    const door = groups.floor ?? (isHouse ? groups.number! : `${kind} ${groups.number!}`);
    // Of two of a kind the last is what holds.
    doors.set(isHouse ? "house" : kind.toLowerCase(), door);
  }
  return doors.size > 0 ? tidy([...doors.values()].join(", ")) : null;
}

const PHONE_TALK =
  /(?:改|换|換|应该|應該|更正|填错|写错|错了|新的?(?:号|手机|电话)|停机|补|联系电话|收货电话|收件|(?<![a-z])(?:chang\w{0,3}|should|new|correct\w{0,5}|update|wrong|instead|use|replace|amend|fix|put|the (?:phone|number) is|recipient|receiver)(?![a-z])|cambi|corr[ei]|nuev|actualiz|mal(?![a-z])|ponga|ponerle|equivoc|en vez)/i;
const PHONE_WORD =
  /(?:电话|電話|手机|手機|号码|號碼|phone|mobile|cell|number|contact|tel[eé]?f?|celular|cel(?![a-z])|m[oó]vil|n[uú]mero|whatsapp)/i;

/** Whether a phone in a text is one for the parcel, not one to call back at. */
export function isForParcel(whole: string, phone: string): boolean {
  if (/llamando|llamé|calling|called|ringing|打过|打了/i.test(whole)) return false;
  const rest = whole.replace(phone, "").replace(/[\s,.;:!。|]/g, "");
  if (rest.length <= 14 && (rest.length === 0 || PHONE_WORD.test(rest)))
    return !/(?:call|ring|text|回电|打|问题|llám|reach)/i.test(rest);
  return PHONE_WORD.test(whole) && PHONE_TALK.test(whole);
}

const RECIPIENT_TALK =
  /收件人|收货人|取件人|联系人|姓名|名字|recipient|receiver|attn|attention|(?<![a-z])(?:put|change|correct|wrong|use)[^\n]{0,30}name|name (?:on (?:the|my)|should|to be|needs)|a nombre|destinatari|nombre (?:correcto|debe|está|es)|la atención|ponga|recibir|(?<![a-z])(?:lo|la|los|las|que) recib[eai]|^(?:the |full )?name(?: is|:)|^nombre/i;

/** Names of invoices, bookings and of who bought. */
const OTHER_NAME_TALK =
  /factura|invoice|receipt|发票|合同|经理|reserva|hice|compra(?![a-z])|compré|mi nombre|my name is|cuenta|account/i;

/** Whether a name in a text is the recipient's although no street stands there. */
export function namesRecipient(whole: string): boolean {
  return RECIPIENT_TALK.test(toSimplified(whole)) && !OTHER_NAME_TALK.test(toSimplified(whole));
}

function tidy(part: string): string {
  return part
    .replaceAll(CUT, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ ,]+|[ ,]+$/g, "");
}
