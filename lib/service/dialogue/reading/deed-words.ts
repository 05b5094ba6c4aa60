/** By which verbs people name what a task does. */
const VERBS: Readonly<Record<string, RegExp>> = {
  cancel_order: /取消|(?<!\p{L})(?:cancel|anul)/iu,
  return_goods: /退(?!款)|(?<!\p{L})(?:return|send (?:it|them) back|devol|regres)/iu,
  exchange_goods: /换|換|(?<!\p{L})(?:exchange|swap)/iu,
  change_lines: /改|(?<!\p{L})(?:change|modif|cambi)/iu,
  change_address: /改|地址|(?<!\p{L})(?:change|address|cambi|direcci)/iu,
  request_invoice: /发票|發票|(?<!\p{L})(?:invoice|factura)/iu,
};

const NOT_WANTED =
  /(?:不|别|別|先别|先別)(?:想|用|要|需要|打算)?$|没(?:想|说)(?:要)?$|(?<!\p{L})(?:no|without)\s*$|(?<!\p{L})(?:(?:don'?t|do not|didn'?t|not|never|won'?t) (?:want|need|wish|going|planning|mean)?(?: to)?|no (?:quiero|necesito|hace falta|voy a|pienso)(?: que)?(?: l[oa]s?)?|not (?:after|looking for|asking for)(?: an?| the)?|not? (?:l[oa]s? )?)\s*$/iu;

/** "I don't want to return it": the deed is named and refused. */
export function refusesDeed(text: string, task: string): boolean {
  const verb = VERBS[task];
  const at = verb ? text.search(verb) : -1;
  return at > 0 && NOT_WANTED.test(text.slice(0, at));
}

/** Whether a text names by a verb what a task does. */
export const namesDeed = (text: string, task: string): boolean => VERBS[task]?.test(text) ?? false;

/** "No return then", said while another question waits: it is a no to the return, and none to the question. */
export function isNoToOther(text: string, task: string): boolean {
  if (VERBS[task]?.test(text)) return false;
  return Object.values(VERBS).some((verb) => verb.test(text));
}
