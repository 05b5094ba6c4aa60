import { asksSomething } from "./split-clauses";

const IMPERATIVE =
  /吧|就(?:这样|這樣|按)|[给給帮幫]我|直接|(?:^|[,.;!] *)(?:(?:ok(?:ay)?|right|fine|alright|then|so|just|please|and|now|well|go (?:on|ahead)(?: and)?)[ ,]+)*(?:cancel|return|exchange|change|refund|send|swap|do)(?!\p{L})|(?<!\p{L})(?:canc[eé]l|an[uú]l|devu[eé]lv|c[aá]mbi|tram[ií]t|h[aá]g?|reg[ií]str)\p{L}*l[oa]s?(?!\p{L})|(?<!\p{L})(?:dale|adelante|proced[ae]\p{L}*)(?!\p{L})/iu;
const DOUBTS =
  /[不别別没沒先等]|(?<!\p{L})(?:not|don'?t|no|wait|never|instead|but|espera|pero|todav[ií]a|a[uú]n)(?!\p{L})/iu;
const CONFIRMS =
  /(?<![不没沒未])(?:确认|確認|确定|確定)(?:取消|退|换|換|修改|改|申请|申請|办理|辦理|开|開)|(?<!\p{L})(?:i (?:do )?confirm|confirming) (?:the|that|my)(?!\p{L})|(?<!\p{L})confirmo (?:la|el|que)(?!\p{L})/iu;

/** "I confirm the cancellation", wherever in the message. */
export const confirms = (text: string): boolean => CONFIRMS.test(text) && !asksSomething(text);

/** "Cancel the tea": somebody wants something done, and asks nothing. */
export const isImperative = (text: string): boolean => IMPERATIVE.test(text) && !asksSomething(text);

const MOST = { han: 8, words: 6 };

/**
 * "So do cancel it, please", said of what the bot has just offered to do: as good as a yes. What may hold a detail of
 * its own, such as another address, is none unless it is short (`isPlain` false).
 */
export function repeatsWish(text: string, isPlain: boolean): boolean {
  if (asksSomething(text) || DOUBTS.test(text) || !IMPERATIVE.test(text)) return false;
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const isShort = han > 0 ? han <= MOST.han : text.trim().split(/\s+/u).length <= MOST.words;
  return isPlain || (isShort && !/\d/.test(text));
}
