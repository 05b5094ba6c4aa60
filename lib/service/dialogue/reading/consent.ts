/** What a message says to a yes-or-no question, and what it says besides. */
export interface Consent {
  /** `wait`: neither yet. Null where it says nothing of it. */
  answer: "yes" | "no" | "wait" | null;
  /** What follows the yes or no: "no, the other order" leaves "the other order". */
  rest: string;
}

// Longer phrases stand before their own beginnings: "no problem" is a yes, "no" is not. Chinese runs on without blanks.
const YES = [
  "要得|对头|没问题|沒問題|没毛病|沒毛病|可以的?|好的?呀?吧?|行吧?|对的?|對的?|是的?|嗯+|确认|確認|确定|確定|同意|就这样|就這樣|没错|沒錯|当然|當然|要的|麻[烦煩](?:了|(?:你|您)?(?:帮|幫)?我?(?:办理?|辦理?|弄|处理|處理)(?:一下)?吧?)|(?:帮|幫)我(?:办理?|辦理?)吧?|就这么办吧?|就這麼辦吧?|可以取消|ok",
  "no problem|of course|go ahead|please do|do it|sounds good|looks (?:right|good|correct|fine)|that(?:'| i)?s (?:right|correct|fine|it)|yes(?: please)?|yep|yeah|yup|ya(?=\\s*(?:$|[,.!]))|sure|correct|right|exactly|confirm(?:ed)?|alright|all right|okay|ok|k|fine|absolutely|definitely|please",
  "sin problema|no hay problema|por supuesto|desde luego|de acuerdo|est[aá] bien|s[ií](?: por favor)?|claro(?: que s[ií])?|vale|dale|correcto|exacto|as[ií] es|confirmo|confirmado|adelante|hazlo|h[aá]galo|hacelo|perfecto|venga|[oó]rale|[aá]ndale|okey|ok|(?:sale|va|listo|h[aá]gale|h[aá]ganle)(?=\\s*(?:$|[,.!]))",
];
const NO = [
  "不用了?|不要了?|(?:不|别|別)(?:取消|退|换|換|改|买|買)了?|不是的?|不对|不對|不行|不可以|不取消了?|别了?|別了?|先别|先不|算了|没有|沒有|不了|不",
  "no thanks|no thank you|no need|not really|not now|not yet|never ?mind|don'?t|do not|nope|nah|stop|forget (?:it|that|the \\p{L}+)|not that(?: one)?|wrong(?: one)?|no",
  "no gracias|no hace falta|mejor no|todav[ií]a no|a[uú]n no|para nada|ninguno|ninguna|d[eé]j[ae]?lo|d[eé]jelo|olv[ií]dalo|tampoco|nada(?! m[aá]s)|no",
];
/** Asks for a moment, and is no answer yet. */
const WAIT = [
  "先别动啊?|先不急着?(?:申请|办|取消|退|换|改)?|先别急|等哈|(?:先)?等一下下?|等会儿?|等會兒?|(?:先)?等一等|(?:先)?等等|(?:先)?等下|稍等|(?:让|讓|等)?我(?:再|先)?(?:想想|看看|考虑一?下|考慮一?下|问问|問問)",
  "wait(?: a (?:sec(?:ond)?|minute|moment))?|hold on|hang on|one (?:sec(?:ond)?|moment|minute)|give me a (?:sec(?:ond)?|minute|moment)|let me (?:think|check|see)",
  "esp[eé]r[ae](?: un (?:momento|segundo|poco))?|esperate|espérate|par[aá]|un (?:momento|segundo)|d[eé]jame (?:ver|pensar)",
];
/** What people say before they come to it. */
const FILLER = [
  "那就(?=[麻帮幫])|那(?=[就行好可算])|了解|明白|呀(?=[\\s,，等])|[哦噢啊呃额嗯]+(?=[\\s,，。]*(?:[没沒对對是好行可确確不别別算等]))|谢谢(?:你|您)?|多谢|对了(?=[\\s,，]*[^\\s,，。.!！])|對了(?=[\\s,，]*[^\\s,，。.!！])",
  "(?:and|so|but)(?=,? ye(?:s|ah))|y(?=,? sí(?!\\p{L}))|oh|ah|uh|um+|hm+|mm+|ha+|well|so|right(?=,? (?:yes|so|then))|got it|nice|sweet|thanks|thank you(?: (?:very|so) much)?|thx|great|perfect|lovely|good|cool|awesome|actually|sorry|damn",
  "ah|ay|uy|oh|eh|oye|bueno|pues|ah pues|joya|vale(?=,? (?:pues )?s[ií])|gracias|muchas gracias|perd[oó]n|perdona|entonces|a ver|mira|che|genial",
];

// A yes that is asked ("可以吗") is none.
const AFTER = "(?![吗嗎么麼])(?=$|[\\s,，.。!！?？;；:：、~～…]|[\\p{Script=Han}])";
const BLANKS = "[\\s,，.。!！?？;；:：、~～…]*";
const starts = (phrases: readonly string[]) =>
  new RegExp(`^[\\s,，.。¡¿"“]*(?:${phrases.join("|")})${AFTER}${BLANKS}[啊呀哦噢吧的了呢]*${BLANKS}`, "iu");
const STARTS_YES = starts(YES);
const STARTS_NO = starts(NO);
const STARTS_WAIT = starts(WAIT);
const STARTS_FILLER = new RegExp(`^[\\s¡¿"“]*(?:${FILLER.join("|")})${AFTER}${BLANKS}`, "iu");
/** One character that goes on is another word: 好吃, 不锈钢. */
const GOES_ON = /^\p{Script=Han}/u;

/** A yes with a reservation is none: "ok but change the e-mail". */
const RESERVES =
  /^(?:but|except|however|although|though|only not|just not|pero|aunque|salvo|excepto|menos|sino|但|不过|不過|只是|可是)/iu;
/** "Ok, leave it as it is" begins like a yes and is a no. */
export const DECLINES =
  /(?<!\p{L})(?:so )?no (?:cancel\p{L}*|return|exchange|change|refund)(?!\p{L})|(?<!\p{L})(?:(?:leave|keep) (?:it|that|this|them|everything|the .{1,20}?|my .{1,20}?)(?= as| the way|\s*(?:$|[,.!]))|don'?t (?:cancel|change|return|exchange|send|do)|do not (?:cancel|change|return|exchange|send|do)|d[eé]j[ae]?l[oa]s?(?: como est[aá])?|como est[aá]|no l[oa]s? (?:cancel|anul|cambi|devuelv|haga))|保持原样|保持原樣|留着|留著|(?:不|别|別|先别)(?:取消|退|换|換|改)/iu;
/** Weaker than a yes: before a question they only say that one has heard. */
const WEAK =
  /^(?:ok|okay|okey|k|fine|alright|all right|right|sure|please|vale|bueno|claro|va|venga|perfecto|[oó]rale|[aá]ndale|sale|listo|好的?|嗯+|行吧?)$/iu;
const QUESTION =
  /[?？]|[吗嗎呢]\s*$|^(?:then |and |so |y )?(?:what|how|when|where|which|who|why|can|could|would|do|does|did|is|are|will|may|qu[eé]|c[oó]mo|cu[aá]ndo|d[oó]nde|cu[aá]nt[oa]s?|cu[aá]l|puedo)(?!\p{L})|多少|怎么|怎麼|什么|什麼|哪|几|多久/iu;

/** "That one as it is, confirm": the last words decide, where they are nothing but a confirmation. */
const CONFIRMS_LAST =
  /(?:^|[\s,，.。;；!！])(?:(?:(?!不|没|沒|别|別|未|怎|如何|等|再|需|要|能|可|是否|谁|誰)\p{Script=Han}){0,6}(?:确认|確認|确定|確定)(?:吧|了|啦|的|哈)?|(?:(?:please|yes|ok|just) )?(?:confirm(?:ed)?(?: it| that)?|go ahead|do it)|(?:s[ií],? )?(?:conf[ií]rm(?:o|al[oa]|ado)|adelante|hazlo))[\s.。!！]*$/iu;
/** "I do not confirm", "before I confirm". */
const NOT_CONFIRMED =
  /(?<!\p{L})(?:not|don'?t|never|before|until|cannot|can'?t|no|antes|hasta|todav[ií]a|a[uú]n)(?!\p{L})[^,，.。;；!！]*$/iu;

/** "No, it was the blue one" is a correction, "no problem" consent: the longer match decides. */
function lengthOf(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[0] ?? "";
  const isOneCharacter = /^\p{Script=Han}$/u.test(found);
  return found !== "" && isOneCharacter && GOES_ON.test(text.slice(found.length)) ? 0 : found.length;
}

/** Reads how a message begins, courtesies and "wait" left out. The caller knows whether anything was asked. */
export function readConsent(text: string): Consent {
  const plain = text.normalize("NFKC").trim();
  const { rest: begun, hasWaited } = skip(plain);
  const [yes, no] = [lengthOf(STARTS_YES, begun), lengthOf(STARTS_NO, begun)];
  const confirmsLast = CONFIRMS_LAST.test(plain) && !NOT_CONFIRMED.test(plain);
  // "Forget the others, confirm the return": no and yes in one message are neither, and the question is asked again.
  if (confirmsLast) return no > yes ? { answer: null, rest: plain } : { answer: "yes", rest: "" };
  if (yes === 0 && no === 0) {
    const isWait = hasWaited && (begun === "" || STARTS_WAIT.test(begun));
    return readLateYes(plain) ?? { answer: isWait ? "wait" : null, rest: isWait ? "" : plain };
  }
  const rest = yes > no ? begun.slice(yes).trim() : withoutNos(begun.slice(no).trim());
  if (yes <= no) return { answer: "no", rest };
  if (DECLINES.test(rest)) return { answer: "no", rest };
  if (hasWaited || RESERVES.test(rest) || lengthOf(STARTS_WAIT, rest) > 0) return { answer: null, rest };
  const said = begun.slice(0, yes).replace(/[\p{P}\s]+$/gu, "");
  return WEAK.test(said) && QUESTION.test(rest) ? { answer: null, rest } : { answer: "yes", rest };
}

/** "I don't care. Yes, cancel it": the sentences of a message that say yes by themselves. */
export const sentencesOfYes = (text: string): string[] =>
  text
    .normalize("NFKC")
    .split(/(?<=[.。!！\n])\s*/u)
    .filter((sentence) => readConsent(sentence).answer === "yes");

/** "Ha, I'll tell him. Yes, please go ahead": a plain yes of which no other sentence takes anything back. */
function readLateYes(text: string): Consent | null {
  const sentences = text
    .split(/(?<=[.。!！\n:：])\s*|[,，]\s*(?=(?:so|and|entonces|y|pues) (?:yes|sí)(?!\p{L}))/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length < 2 || QUESTION.test(text)) return null;
  const begun = sentences.map((sentence) => skip(sentence).rest);
  const at = begun.findIndex((sentence, i) => i > 0 && lengthOf(STARTS_YES, sentence) > 0);
  if (at < 0 || begun.some((sentence) => lengthOf(STARTS_NO, sentence) > 0)) return null;
  const { rest, isFaint } = withoutYeses(begun[at]!);
  if (isFaint || DECLINES.test(text) || RESERVES.test(rest)) return null;
  return {
    answer: "yes",
    rest: [...sentences.slice(0, at), rest, ...sentences.slice(at + 1)].join(" ").trim(),
  };
}

/** "OK yes" is no faint yes. */
function withoutYeses(text: string): { rest: string; isFaint: boolean } {
  let rest = text;
  let isFaint = true;
  for (let length = lengthOf(STARTS_YES, rest); length > 0; length = lengthOf(STARTS_YES, rest)) {
    isFaint &&= WEAK.test(rest.slice(0, length).replace(/[\p{P}\s]+$/gu, ""));
    rest = rest.slice(length).trim();
  }
  return { rest, isFaint };
}

/** "Okay." before something else: a yes that may only say that one has heard. */
export const isFaintYes = (text: string): boolean =>
  withoutYeses(skip(text.normalize("NFKC").trim()).rest).isFaint;

/** What a message says after "oh wait", "sorry, no" and their like. */
export function withoutPreamble(text: string): string {
  const { rest } = skip(text.normalize("NFKC").trim());
  return withoutNos(rest);
}

/** "Nah, forget the return" is one no. */
function withoutNos(text: string): string {
  const length = lengthOf(STARTS_NO, text);
  return length === 0 ? text : withoutNos(text.slice(length).trim());
}

/** Without what comes before the answer. */
function skip(plain: string): { rest: string; hasWaited: boolean } {
  let rest = plain;
  let hasWaited = false;
  for (;;) {
    const waited = lengthOf(STARTS_WAIT, rest);
    const length = waited || (STARTS_FILLER.exec(rest)?.[0].length ?? 0);
    if (length === 0) return { rest, hasWaited };
    hasWaited ||= waited > 0;
    rest = rest.slice(length);
  }
}
