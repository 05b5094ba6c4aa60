/** By which verbs people name what a task does. */
const VERBS: Readonly<Record<string, RegExp>> = {
  cancel_order: /取消|(?<!\p{L})(?:cancel|anul)/iu,
  return_goods: /退(?!款)|(?<!\p{L})(?:return|send (?:it|them) back|devol|regres)/iu,
  exchange_goods: /换|換|(?<!\p{L})(?:exchange|swap)/iu,
  change_lines: /改|(?<!\p{L})(?:change|modif|cambi)/iu,
  change_address: /改|地址|(?<!\p{L})(?:change|address|cambi|direcci)/iu,
  request_invoice: /发票|發票|(?<!\p{L})(?:invoice|factura)/iu,
};

/** "No return then", said while another question waits: it is a no to the return, and none to the question. */
export function isNoToOther(text: string, task: string): boolean {
  const own = VERBS[task];
  if (!own || own.test(text)) return false;
  return Object.values(VERBS).some((verb) => verb.test(text));
}
