/** What must stay readable: what a shop needs to help, and numbers that only look personal. */

// Every quantifier is bounded, so that a scan is linear in the text.
/** A link to a chat with a telephone number is a telephone number. */
const URL = /(?:https?:\/\/|www\.)(?!(?:www\.)?(?:wa\.me|api\.whatsapp\.com)\/)[!-~]{1,500}/gi;
const GLUE =
  "(?:[ :.#=-]{0,3}(?:number|no|num|nr|nro|n[uú]m(?:ero)?|n[º°]|id|code|is|was|es|era|fue|de|del|la|el|号码|號碼|编号|編號|号|號|是|为|為)){0,3}[ :.#=-]{0,3}";
/** One token: what follows after a blank is another number, unless the token is the first group of a longer one. */
const NUMBER =
  "(?<value>(?=[a-z-]{0,12}\\d)[a-z0-9](?:[a-z0-9]|[-_/](?=[a-z0-9])){3,30})(?![a-z0-9@]| \\d{4})";
const LABELS = [
  "order|invoice|receipt|ticket|reference|ref|item|article|product|sku|code|booking|serial|imei|ean|upc|isbn|batch|model",
  "pedido|orden|compra|factura|recibo|folio|referencia|art[ií]culo|producto|c[oó]digo|reserva|serie|lote|modelo",
  "tracking|parcel|shipment|waybill|awb|gu[ií]a|seguimiento|rastreo|env[ií]o|paquete",
  "订单|訂單|单号|單號|货号|貨號|款号|編號|编号|序列号|条码|型号|发票|發票|运单|運單|物流单|快递单",
].join("|");
const LABELLED = new RegExp(`(?<![a-z])(?:${LABELS})(?:es|s)?${GLUE}${NUMBER}`, "gi");
const HASHED = /#\s?\d{3,19}(?!\d)/g;
const TRACKING =
  /(?<![a-z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|(?:SF|YT|ZTO|STO|JT|DPK)\d{10,15}|JD[A-Z]{0,2}\d{10,15})(?![a-z0-9])/gi;

const YEAR_FIRST =
  /(?<!\d)(?:19|20)\d\d ?[-/.年] ?(?:1[0-2]|0?[1-9]) ?[-/.月] ?(?:3[01]|[12]\d|0?[1-9])(?!\d)/g;
const DAY_FIRST = /(?<![\d/.-])\d{1,2}(?<s>[/.-])\d{1,2}\k<s>(?:19|20)\d\d(?![\d/])/g;
const CURRENCY =
  "[€£]|元|块|塊|圆|圓|(?:euros?|eur|usd|dollars?|d[oó]lares|pesos?|mxn|ars|clp|cop|pen|soles|rmb|cny|yuan|bucks|pounds|gbp|rupees|inr)(?![a-z])";
const SUM = "\\d{1,12}(?:[ .,]\\d{3}(?!\\d)){0,4}(?:[.,]\\d{1,2}(?!\\d))?";
const PRICE = new RegExp(
  `(?:[$€£¥]|(?<![a-z])(?:usd|eur|mxn|rmb|cny|gbp|cop|clp|ars|pen|s/)) ?${SUM}|(?<![\\d.,a-z+-])${SUM} ?(?:${CURRENCY})`,
  "gi",
);
/** Letters and digits in one: article codes, sizes, order numbers with a prefix. Never a word that names a phone. */
const CODE =
  /(?<![a-z0-9])(?!(?:tel|tlf|tfno|cel|cell|mobile|movil|phone|whatsapp|wsp|fono|fax|dni|nif|nie|ssn|iban)[-_/:]?\d)[a-z]{1,12}[-_/]?\d(?:[a-z0-9]|[-_/](?=[a-z0-9])){0,40}/gi;

/** Found before numbers that a check digit proves: who calls a number an order number means it. */
export const NAMED_EXCEPTIONS: readonly RegExp[] = [URL, LABELLED, HASHED, TRACKING];
/** Found after them and before telephones, which have no check digit. */
export const SHAPED_EXCEPTIONS: readonly RegExp[] = [YEAR_FIRST, DAY_FIRST, PRICE, CODE];
