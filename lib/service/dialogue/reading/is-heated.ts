/** Words and marks of anger, whatever they are about. */
const HEAT =
  /[!！]\s*[!！]|[?？]\s*[?？]|骗子|騙子|欺骗|欺騙|坑人|气死|氣死|垃圾|无语|無語|离谱|離譜|太差|太烂|什么破|什麼破|忍无可忍|投诉|投訴|差评|差評|(?<!\p{L})(?:ridiculous|useless|the hell|wtf|worst|scam|fraud|unacceptable|terrible|awful|horrible|disgust\p{L}*|fed up|sick of|a joke|furious|angry|outrag\p{L}*|never again|verg[uü]enza|rid[ií]cul\p{L}*|estafa\p{L}*|in[uú]til\p{L}*|p[eé]sim\p{L}*|fatal|hart[oa]s?|inaceptable|indignante|tomadura de pelo|nunca m[aá]s)(?!\p{L})/iu;

/** What is reported or asked for here is bad news by its nature, and may be told calmly. */
const REPORTS: ReadonlySet<string> = new Set([
  ...["damaged_item", "wrong_item", "missing_item", "exchange_request", "return_request", "refund_request"],
  ...[
    "order_tracking",
    "delivery_time",
    "delivery_expedite",
    "not_received",
    "shipping_fee",
    "warranty_repair",
  ],
  ...["order_cancel", "order_modify", "address_change", "size_advice", "deny"],
]);

/** Whether a message that reads as unhappy may be anger: "it does not turn on" alone is a report. */
export const isHeated = (text: string, intent: string): boolean =>
  !REPORTS.has(intent) || HEAT.test(text.normalize("NFKC"));
