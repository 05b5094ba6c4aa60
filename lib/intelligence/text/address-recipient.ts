import { CUT } from "./address-text";
import { toSimplified } from "./traditional-chinese";

const SURNAME =
  "(?:欧阳|司马|上官|诸葛|皇甫|令狐|东方|慕容|尉迟|公孙|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝])";
const NAME_ZH = `${SURNAME}[\\p{Script=Han}·]{1,3}?|\\p{Script=Han}{2,3}·\\p{Script=Han}{2,5}`;
const STOP_ZH =
  "(?=先生|女士|小姐|老师|收|电话|手机|号码|联系|地址|谢|的|吧|,|，|。|;|!|$|[^\\p{Script=Han}·]|[(])";
const TITLE = "(?:先生|女士|小姐|老师|同学|太太|阿姨)?";

/** Words that begin like a name and are none. */
const NOT_A_NAME =
  /^(?:我|成[我他她]|他|她|你|您|老[公婆妈爸板]|本人|家[里人]|妈|爸|于是|任何|时候|成功|和我|应该|连[我他]|关于|从|全部|解决|方便|单元|文件|高层|车库|马上|常用|安全|万一|明天|明早|何时|任意|温馨|包裹|解释|查[一询下]|时间|单[号子位个]|谈|封|于|和|路|师傅|时)|(?:谢谢|地址|电话|手机|订单|快递|客服|下单|收货|收件|没有|不是|可以|什么)/u;

const LABELLED_ZH = new RegExp(
  `(?:(?:收件人|收货人|收貨人|取件人|联系人|姓名|名字)(?:姓名|名字)?(?:[写改换]?[成为到]|是|叫|[改换](?![成为到])|应该是|请写|写)?[ :]{0,2}|(?<![\\p{Script=Han}])叫|(?:名字|人)叫)(?<name>${NAME_ZH}|[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){0,3})${TITLE}${STOP_ZH}`,
  "gu",
);
/** Of a name that is corrected: only where the text speaks of names. */
const CHANGED_ZH = new RegExp(
  `(?:改成|改为|换成|应该叫|应该是|应为|是)(?<name>${SURNAME}[\\p{Script=Han}]{1,3}?)${STOP_ZH}`,
  "gu",
);
const NAME_TALK_ZH = /收件人|收货人|联系人|取件人|姓名|名字/u;
const RECEIVES_ZH = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[室号楼层座栋户村房])(?:由|给|请)?(?<name>${NAME_ZH})(?<title>先生|女士|小姐|老师|同学|太太|阿姨)?[ ,]?(?:代?收(?!货|件|到|据)|亲收|签收|\\(收\\))`,
  "gu",
);
const TITLED_ZH = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[室号楼层座栋户村房])(?<name>${SURNAME}\\p{Script=Han}{0,2}(?:先生|女士|小姐|老师|太太|阿姨))`,
  "gu",
);
const ALONE_ZH = new RegExp(
  `(?<=^|[ ,，;\\n|:/]|[\\d室号楼层座栋户村房](?=\\p{Script=Han}{2,3}[ ,]{0,2}\\|))(?<name>${SURNAME}\\p{Script=Han}{1,2}|\\p{Script=Han}{2,3}·\\p{Script=Han}{2,5})(?=$|[ ,，;。\\n|/])`,
  "gu",
);

const CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŽ][\\p{L}'’.-]{0,24}";
const JOINT = "(?: (?:de la|de los|de las|de|del|da|dos|van|von|der|den|la|al|bin|y|O')){0,3}";
const NAME_LATIN = `(?:(?:Mrs?|Ms|Miss|Dr|Prof|Sra?|Srta|D|Dña|[Dd]oña|[Dd]on|[Ss]eñora?|Ing|Lic)\\b\\.? )?${CAPITAL}(?:${JOINT} ${CAPITAL}){0,4}`;
/** Case counts for the name only: the words before it are spelt out with both first letters. */
const LABELLED_LATIN = new RegExp(
  `(?<![\\p{L}])(?:(?:(?:[Tt]he |[Mm]y |[Hh]er |[Hh]is )?(?:[Nn]ew )?(?:(?:full |recipient(?:'s)? |receiver(?:'s)? )?[Nn]ame|[Rr]ecipient|[Rr]eceiver|[Cc]onsignee)(?: (?:for|on) (?:the |my )?(?:order|parcel|package|label)?[| ]{0,40})?(?:,? (?:is|should be|should read|to be|will be|to))?|[Nn]ame's|[Aa]ttn|[Aa]ttention|FAO|[Ii]n the name of|[Aa]ddressed to|[Mm]ake it out to|[Ff]or the attention of)[:.]? {1,2}|(?:[Aa]|[Aa]l) nombre (?:de:?|m[ií]o,?) |[Nn]ombre(?: completo)?(?: es|:)+ |[Dd]estinatari[oa](?: (?:es|ahora es|será))?:? |[Aa] la atención de |[Aa]tt[en]*[:.] ?|[Rr]ecibe:? |[Qq]uien recibe es |(?:va a recibir|recibirá|[Rr]ecibe)(?: es)? (?:mi \\p{L}{3,10},? )?|[Pp]óngan?lo a nombre de |[Pp]ara la señora |[Pp]ara el señor |[Nn]ame:|(?:put|use) (?:his|her|their) name, |[Cc]hange of recipient[^:\\n]{0,30}: (?:it should be )?|ponga[n]? (?:a )?)(?<name>${NAME_LATIN})`,
  "gu",
);
const SENT_TO = new RegExp(`(?<![\\p{L}])[Tt]o (?<name>${NAME_LATIN})(?= at \\d)`, "gu");
const NOT_A_LATIN_NAME =
  /^(?:The|My|Please|Thanks?|Same|Still|No|Not|Es|El|La|Mi|Por|Gracias|Calle|Av|Avenida|C|Flat|Unit|Street|Address|Phone|Tel|Teléfono|Name|Nombre|It|I|Thank|Instead|New|Order|Zip|Postcode|CP|Hola|Hi|Hello|Barrio|Col|Colonia|Urb|Edificio|Residencial|Casa|Plaza|Torre|Conjunto|Department|Dept|Old)\b/;

/** The name that a text gives the recipient, in the person's own spelling, by a word that says so or by where it stands. */
export function findRecipient(text: string): { name: string; isLabelled: boolean } | null {
  const simple = toSimplified(text);
  for (const pattern of [LABELLED_ZH, RECEIVES_ZH]) {
    const name = lastName(text, simple, pattern);
    if (name) return { name, isLabelled: true };
  }
  const changed = NAME_TALK_ZH.test(simple) ? lastName(text, simple, CHANGED_ZH) : null;
  if (changed) return { name: changed, isLabelled: true };
  const latin = [...text.matchAll(LABELLED_LATIN)]
    .map((match) => trimName(match.groups?.name ?? ""))
    .filter((name) => name.length > 1 && !NOT_A_LATIN_NAME.test(name));
  const sentTo = [...text.matchAll(SENT_TO)].map((match) => match.groups!.name!).find(isPersonName);
  if (sentTo) latin.push(sentTo);
  if (latin.length > 0) return { name: latin.at(-1)!, isLabelled: true };
  for (const pattern of [TITLED_ZH, ALONE_ZH]) {
    const name = lastName(text, simple, pattern);
    if (name) return { name, isLabelled: false };
  }
  return null;
}

function lastName(text: string, simple: string, pattern: RegExp): string | null {
  let found: string | null = null;
  for (const match of simple.matchAll(pattern)) {
    const name = match.groups?.name ?? "";
    const full = name + (match.groups?.title ?? "");
    const start = match.index + match[0].indexOf(name);
    if (name === "" || NOT_A_NAME.test(name) || /[省市区县镇乡村路街号楼室栋]$/u.test(name)) continue;
    found = text.slice(start, start + full.length).replaceAll(CUT, "");
  }
  return found;
}

const WHOLE_NAME = new RegExp(`^${NAME_LATIN}$`, "u");

/** What is a name by itself: two to five capitalised words, no digit. */
export function isPersonName(segment: string): boolean {
  return WHOLE_NAME.test(segment) && / /.test(segment) && !NOT_A_LATIN_NAME.test(segment);
}

function trimName(name: string): string {
  return name
    .replace(/(?:\.|,|'s?)$/u, (end) => (/\b(?:Jr|Sr)\.$/.test(name) ? end : ""))
    .replace(/\. [\p{L}' ]{1,40}$/u, (rest) =>
      /^. /.test(rest) && /(?:Mrs?|Ms|Dr|Sra?|Srta|[A-Z])\.?$/.test(name.slice(0, -rest.length)) ? rest : "",
    )
    .trim();
}
