// What some words ask for whatever the intent that the model sees in them.

const CARRIER =
  /哪(?:家|个|個)?快[递遞]|什么快[递遞]|什麼快[递遞]|(?<!\p{L})(?:which|what) (?:carrier|courier)|who(?:'s| is) (?:delivering|carrying|bringing)|qui[eé]n (?:lo|la|los|las|me lo) (?:lleva|trae|entrega)|(?:qu[eé]|cu[aá]l) (?:transportista|mensajer[ií]a|paqueter[ií]a)/iu;
const OWN_PARCEL =
  /^[\s¿]*(?:我的?)?(?:快[递遞]|物流|包裹|单号|單號|(?:my |mi )?(?:order|parcel|package|delivery|pedido|paquete|env[ií]o))[\s?？。.!！]*$/iu;
const ARRIVES =
  /什么时候(?:能)?(?:到|发|送)|啥时候(?:能)?(?:到|发|送)|几时(?:到|发)|(?:怎么|咋)?(?:还|還)(?:没有?|沒有?)(?:到|收到|发货|送到|影)|没影|发货?了?没|到哪(?:了|儿|里)|(?:什么|啥)情况|(?:怎么样|咋样)了|(?<!\p{L})(?:what(?:'s| is) (?:happening|going on|up) with|any news (?:on|about)|(?:gone out|shipped|left|arrived|sent|come) (?:yet|already)|(?:has|have)n'?t (?:gone out|shipped|left|arrived|come)|qu[eé] (?:es|hay) de|c[oó]mo va (?:mi|el pedido|lo m[ií]o)|no (?:me )?(?:ha )?lleg\p{L}+)(?!\p{L})|(?<!\p{L})(?:when (?:is|are|will|does|do|should)|is|are) .{1,40}(?:here|arriv\p{L}*|com(?:e|ing)|due|land\p{L}*|deliver\p{L}*)(?!\p{L})|cu[aá]ndo (?:me )?(?:lleg|vien|entreg|recib)|(?<!\p{L})(?:q|qu[eé]) pas[aóo]\p{L}* con (?:lo m[ií]o|mi)(?!\p{L})/iu;
/** When a product can be bought again is another question. */
const BACK =
  /有货|有貨|到货|到貨|补货|補貨|返货|(?<!\p{L})(?:back|stock|restock\p{L}*|available|disponible|reponer|reposici[oó]n)(?!\p{L})/iu;
const HAVE_YOU =
  /有没有|还有.*[吗嗎没]|(?<!\p{L})(?:(?:u|you|ya|y'all) (?:got|have|sell|stock)|got any|ten[eé]is|tienen|tienes|ten[eé]s|hay)(?!\p{L})/iu;
const GENERAL =
  /一般|通常|(?<!\p{L})(?:usually|normally|typically|generally|in general|normalmente|suelen?|por lo general)(?!\p{L})/iu;
const PRICE =
  /多少钱|啥价|什么价|怎么卖|咋卖|几钱|(?<!\p{L})(?:how m(?:u?c)?h (?:is|are|was|were|r)|what do(?:es)? .{1,30} cost|price of|(?:a )?cu[aá]nto (?:est[aá]n?|cuestan?|valen?|salen?|sale)|(?:qu[eé]|cu[aá]l es el) precio)(?!\p{L})/iu;
const FEE =
  /[运運]费|邮费|快递费|包装|礼盒|(?<!\p{L})(?:delivery|shipping|postage|wrap\p{L}*|env[ií]os?|envolver\p{L}*|portes)(?!\p{L})/iu;
const MONEY =
  /[钱款]|錢|(?<!\p{L})(?:guita|lana|money|refund|cash|dinero|plata|pasta|reembolso|account|cuenta)(?!\p{L})/iu;
const WHEN =
  /多久|什么时候|什麼時候|几天|幾天|几时|到账|到帳|(?<!\p{L})(?:when|how long|how many days|wen|cu[aá]ndo|cu[aá]nto (?:tarda|tiempo|demora)|en cu[aá]nto)(?!\p{L})/iu;
const WORKS =
  /能用|可以用|还能|有效|(?<!\p{L})(?:use|apply|redeem|valid|works?|usar|aplicar|sirve|vale|funciona|descuent\p{L}*|discount|take off)(?!\p{L})/iu;
const OTHER_ONES =
  /别的|別的|其他|其它|还有(?:吗|没)|(?<!\p{L})(?:any (?:other|one|that)|others?|another|algun[oa]|otr[oa]s?)(?!\p{L})/iu;
const BARE_SIZE = /^[\s¿]*(?:XXS|XS|S|M|L|XL|XXL|[2-6]XL|\d{2})[\s?？]*$/iu;
const HAVE_SIZE = /^(?:那)?有(?:没有|沒有)?\s*(?:XS|S|M|L|XL|XXL|\d{2})[码碼号號]?的?[么吗嘛麼嗎?？]/u;
const ANOTHER_NUMBER =
  /只(?:要|留|需要|买|買)|就(?:要|留)|(?:再|多|少)(?:要|加|来|來|买|買)|加\s*[\d一二两三四五]|改成|改为|(?<!\p{L})(?:only (?:need|want|keep)|just (?:need|want|keep)|make (?:it|that) (?:\d|one|two|three|four|five)|add (?:\d|one|two|three|four|five|another)|s[oó]lo (?:necesito|quiero)|agreg\p{L}+|a[ñn]ad\p{L}+|d[eé]jal[oa]s? en)(?!\p{L})/iu;
const BOUGHT =
  /买的|買的|收到|(?<!\p{L})(?:i|we) (?:order|bought|got|receiv)\p{L}*|(?<!\p{L})(?:compr[eé]|ped[ií]|me lleg)/iu;

const OWN_ORDER =
  /(?:问|問|查|查询|查詢)(?:一?下)?我?的?(?:订单|訂單)|(?<!\p{L})(?:about|check|look up|sobre|consultar|ver) (?:on )?(?:my|mi) (?:order|parcel|pedido|paquete)(?!\p{L})/iu;
const WRONG_ADDRESS =
  /地址(?:写|寫|填|弄|搞)?错了?|(?<!\p{L})(?:wrong|old|incorrect) address|(?:direcci[oó]n|domicilio) (?:mal|equivocad[oa]|vieja|anterior)|mal la direcci[oó]n/iu;
const COMPLAINS =
  /(?:我?要|想|必须|必須)投[诉訴]|投[诉訴]你们|(?<!\p{L})(?:want|like|need|going) to (?:make|file|lodge|submit|raise)(?: an?)?(?: formal)? complaint|(?<!\p{L})(?:quiero|quisiera|voy a|necesito) (?:poner|presentar|hacer|interponer) una (?:queja|reclamaci[oó]n)/iu;

/** "I've put the wrong address on it." */
export const saysAddressIsWrong = (text: string): boolean => WRONG_ADDRESS.test(text);
/** "I want to complain about your courier." */
export const wantsToComplain = (text: string): boolean => COMPLAINS.test(text);
/** "I'd like to ask about my order, I have no account." */
export const asksAboutOrder = (text: string): boolean => OWN_ORDER.test(text);
/** "Who brings it?" */
export const asksForCarrier = (text: string): boolean => CARRIER.test(text);
/** "快递?" and no more. */
export const namesParcelAlone = (text: string): boolean => OWN_PARCEL.test(text);
/** "When is the scarf due?" */
export const asksWhenItComes = (text: string): boolean => ARRIVES.test(text) && !BACK.test(text);
/** "You got the shirt in blue?" */
export const asksIfYouHave = (text: string): boolean => HAVE_YOU.test(text);
/** "How long until the money is in my account?" */
export const asksWhenMoneyComes = (text: string): boolean => MONEY.test(text) && WHEN.test(text);
/** "Can I use it?", of whatever code is named beside it. */
export const asksIfItWorks = (text: string): boolean => WORKS.test(text);
/** "¿Y a cuánto están hoy?" */
export const asksForPrice = (text: string): boolean => PRICE.test(text) && !FEE.test(text);
/** "How long do refunds usually take?" */
export const asksInGeneral = (text: string): boolean => GENERAL.test(text);
/** "Is there another?" */
export const asksForOthers = (text: string): boolean => OTHER_ONES.test(text);
/** "L?", "有L的吗": after a product it asks whether that size can be had. */
export const asksForSize = (text: string): boolean => BARE_SIZE.test(text) || HAVE_SIZE.test(text);
/** "I only need four": another number of what was ordered. */
export const wantsAnotherNumber = (text: string): boolean => ANOTHER_NUMBER.test(text);
/** "That I ordered": said of something that is the customer's own. */
export const speaksOfBought = (text: string): boolean => BOUGHT.test(text);
