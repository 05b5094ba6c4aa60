/** What a message says to a yes-or-no question, and what it says besides. */
export interface Consent {
  /** Null where it says neither. */
  answer: "yes" | "no" | null;
  /** What follows the yes or no: "no, the other order" leaves "the other order". */
  rest: string;
}

// Longer phrases stand before their own beginnings: "no problem" is a yes, "no" is not. Chinese runs on without blanks.
const YES = [
  "没问题|沒問題|可以的?|好的?呀?吧?|行吧?|对的?|對的?|是的?|嗯+|确认|確認|确定|確定|同意|就这样|就這樣|没错|沒錯|当然|當然|要的|麻烦了|麻煩了|可以取消|ok",
  "no problem|of course|go ahead|please do|do it|sounds good|that(?:'| i)?s (?:right|correct|fine|it)|yes(?: please)?|yep|yeah|yup|ya|sure|correct|right|exactly|confirm(?:ed)?|okay|ok|k|fine|absolutely|definitely|please",
  "sin problema|no hay problema|por supuesto|desde luego|de acuerdo|está bien|esta bien|s[ií](?: por favor)?|claro(?: que s[ií])?|vale|dale|correcto|exacto|as[ií] es|confirmo|confirmado|adelante|hazlo|hágalo|hagalo|perfecto|venga|órale|orale|okey|ok",
];
const NO = [
  "不用了?|不要了?|不是的?|不对|不對|不行|不可以|不取消了?|别了?|別了?|先别|先不|算了|没有|沒有|等等|等一下|不了|不",
  "no thanks|no thank you|not really|not now|not yet|never ?mind|don'?t|do not|nope|nah|wait|hold on|stop|forget it|not that(?: one)?|wrong(?: one)?|no",
  "no gracias|no hace falta|mejor no|todavía no|todavia no|aún no|aun no|espera|espere|para nada|ninguno|ninguna|déjalo|dejalo|déjelo|olvídalo|olvidalo|tampoco|nada|no",
];

// A yes that is asked ("可以吗") is none.
const AFTER = "(?![吗嗎么麼])(?=$|[\\s,，.。!！?？;；:：、~～]|[\\p{Script=Han}])";
const starts = (phrases: readonly string[]) =>
  new RegExp(
    `^[\\s,，.。¡¿"“]*(?:${phrases.join("|")})${AFTER}[\\s,，.。!！?？;；:：、~～啊呀哦噢吧的了呢]*`,
    "iu",
  );
const STARTS_YES = starts(YES);
const STARTS_NO = starts(NO);
/** One character that goes on is another word: 好吃, 不锈钢. */
const GOES_ON = /^\p{Script=Han}/u;

/** "No, it was the blue one" is a correction, "no problem" consent: the longer match decides. */
function lengthOf(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[0] ?? "";
  const isOneCharacter = /^\p{Script=Han}$/u.test(found);
  return found !== "" && isOneCharacter && GOES_ON.test(text.slice(found.length)) ? 0 : found.length;
}

/** Reads how a message begins. The caller knows whether anything was asked. */
export function readConsent(text: string): Consent {
  const plain = text.normalize("NFKC").trim();
  const [yes, no] = [lengthOf(STARTS_YES, plain), lengthOf(STARTS_NO, plain)];
  if (yes === 0 && no === 0) return { answer: null, rest: plain };
  return { answer: yes > no ? "yes" : "no", rest: plain.slice(Math.max(yes, no)).trim() };
}
