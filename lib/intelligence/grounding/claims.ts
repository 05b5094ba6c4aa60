/** What a shop can be held to: in an answer it must stand in the source too, and as affirmed or denied as there. */
export interface Claim {
  id: string;
  pattern: RegExp;
  /** The source's claim must be in the answer too: a condition that is left out changes what was said. */
  isRequired?: boolean;
}

const claim = (id: string, pattern: RegExp, isRequired = false): Claim => ({ id, pattern, isRequired });

/** Ordered: what an earlier one reads, a later one does not read again. */
export const CLAIMS: readonly Claim[] = [
  claim(
    "sold_out",
    /sold out|out of stock|(?:not|n't|isn't) (?:currently |yet )?(?:in stock|available)|unavailable|agotad[oa]s?|sin existencias|sin stock|no (?:está|hay|queda)n? (?:disponible|existencias|stock|en stock|ningun[oa]?)s?|no (?:nos )?quedan?|售罄|缺货|没(?:有)?货|无货|断货|卖完|售完/giu,
    true,
  ),
  claim(
    "in_stock",
    /in stock|available|disponibles?|en stock|hay existencias|quedan?(?!\p{L})|有货|现货|库存|还剩|left in|pieces? left|剩/giu,
  ),
  claim(
    "original_state",
    /unopened|unused|unworn|original (?:packag|box|condition|state)\w*|tags (?:on|attached)|sin (?:abrir|usar|estrenar)|(?:embalaje|empaque|caja|estado) original|etiquetas?|未拆|未开封|未使用|未穿|原包装|原装|吊牌|完好/giu,
    true,
  ),
  claim(
    "if_faulty",
    /fault\w*|defect\w*|damag\w*|quality (?:issue|problem)s?|dañad[oa]s?|roto|avería|falla|fallo|质量问题|瑕疵|损坏|破损|有问题|故障|缺陷/giu,
    true,
  ),
  claim("receipt", /receipt|proof of purchase|recibo|comprobante|ticket|小票|凭证|收据/giu, true),
  claim(
    "exception",
    /unless|except(?:ing|ion)?|other than|apart from|salvo|excepto|a menos que|a no ser que|除非|除了|除外|以外/giu,
    true,
  ),
  claim(
    "only",
    /(?<!\p{L})(?:only|solely|exclusively|solo|sólo|solamente|únicamente|exclusivamente)(?!\p{L})|仅|只(?!要)|才能/giu,
  ),
  claim(
    "shop_pays",
    /(?:we|shop|store|us) (?:'ll |will |shall |happily |gladly |fully )*(?:pay|cover|bear|take care of)s?(?: for)?(?: the| your| any)? (?:parcel|shipping|postage|freight|return shipping|cost|fee)s?|(?:on|at) (?:us|our (?:cost|expense))|(?:nosotros )?(?:pagamos|cubrimos|asumimos|nos hacemos cargo|corremos con)|(?:a )?(?:nuestro cargo|nuestra cuenta)|(?:由)?(?:我们|本店|商家|店铺|店里)(?:来)?(?:承担|负担|支付|出)/giu,
    true,
  ),
  claim(
    "customer_pays",
    /you (?:'ll |will |would |need to |have to |must )*(?:pay|cover|bear)s?|(?:at|on) your (?:own )?(?:cost|expense)|your (?:responsibility|side to pay)|(?:usted |tú )?(?:pagas|paga|deber[áa]s? pagar|tienes que pagar|asumes)(?!\p{L})|(?:a|por) (?:su|tu) (?:cargo|cuenta)|corren? (?:por|de) (?:su|tu) (?:cuenta|parte)|(?:由)?(?:您|你|买家|顾客)(?:自行|自己|来)?(?:承担|负担|支付|出)|自付|自理/giu,
    true,
  ),
  claim(
    "compensation",
    /compensat\w*|make (?:it|this|things) up to you|goodwill|store credit|(?:a|your) credit|apology gift|compensa\w*|indemniza\w*|saldo a favor|补偿|赔偿|赔付|赔给|积分补/giu,
  ),
  claim(
    "gift",
    /(?<!\p{L})gifts?(?!\p{L})|bonus|(?<!\p{L})regal\w+|obsequi\w*|赠品|赠送|礼物|礼品|小礼|送您|送你/giu,
  ),
  claim(
    "free",
    /(?<![\p{L}-])free(?! to )(?!\p{L})|free of charge|complimentary|(?:no|without|any) (?:extra |additional )?(?:charge|cost|fee)s?|gratis|gratuit\w*|sin (?:ningún )?(?:costo|coste|cargo|gastos?)(?:\s\p{L}+)?|免费|包邮|免运费|免邮|不收(?:取)?(?:任何)?费|零费用|不用付|不另收/giu,
  ),
  claim(
    "discount",
    /discount\w*|coupons?|vouchers?|promo(?:tion\w*|s)?(?!\p{L})|cheaper|price (?:cut|drop|reduction)|money off|descuento\w*|cup[oó]n(?:es)?|rebaj\w*|promoci[oó]n(?:es)?|más barat\w*|折扣|优惠|打折|降价|便宜|满减|立减|券(?!商)/giu,
  ),
  claim(
    "refund",
    /refund\w*|money back|reimburs\w*|(?:back to|returned to|goes back to|go back to) (?:you|your)|reembols\w*|devolv\w+ (?:el|su|tu) dinero|(?<!\p{L})(?:se )?(?:le|te) (?:devolver|reintegrar)\p{L}*|reintegr\w*|devolución del (?:dinero|importe)|退款|退钱|退还|返还|退回(?:到)?(?:您|你|原)?|原路/giu,
    true,
  ),
  claim(
    "exchange",
    /exchang\w*|swap\w*|replac\w+|cambi(?:ar|arlo|arla|amos|o)(?= (?:por|de talla|de producto|del artículo))|reemplaz\w*|sustitu\w+|换货|换新|更换|调换|补发|补寄/giu,
  ),
  claim(
    "return",
    /(?<!\p{L})return(?:s|ed|ing|able)?(?!\p{L})|send (?:it|them|this|these|the \p{L}+) back|sent back|take (?:it|them) back|taken? back|(?<!\p{L})devol(?:uci[oó]n(?:es)?|ver\p{L}*|vió)|devuelt\w+|devuelv\w+|退货|退回|退换|寄回|退(?![款钱还])/giu,
    true,
  ),
  claim("cancel", /cancel\w*|call(?:ed)? off|anul\w+|取消|撤销/giu, true),
  claim("invoice", /invoic\w*|(?:tax )?receipt|factur\w*|发票|开票/giu, true),
  claim("warranty", /warrant\w*|garantía|保修|质保|三包/giu),
  claim(
    "guarantee",
    /guarantee\w*|promis\w*|(?:definitely|certainly|surely|for sure|without fail|no matter what)|you can count on|garantiz\w*|promet\w*|sin falta|con seguridad|seguro que|保证|承诺|肯定|一定(?:会|能|可以)|绝对|必定|包您/giu,
  ),
  claim(
    "faster",
    /expedit\w*|express|priorit\w*|overnight|sooner|faster|speed(?:ing)? (?:it )?up|rush\w*|urgente\w*|exprés|prioridad|más (?:rápido|pronto)|aceler\w*|antes de lo previsto|加急|优先|加快|提前|尽快|催/giu,
  ),
  claim(
    "late",
    /(?<!\p{L})(?:late|later than|delayed?|overdue|behind schedule|retras\w*|tarde(?! (?:a|en|de))|demora\w*)(?!\p{L})|延误|延迟|晚了|超时|晚到|晚于/giu,
    true,
  ),
  claim(
    "unpaid",
    /(?:wait\w*|pending) (?:for )?(?:your )?payment|not (?:been )?paid|unpaid|awaiting payment|pendiente de pago|sin pagar|未付款|待付款|等待付款|尚未付款|还没付款/giu,
    true,
  ),
  claim(
    "packing",
    /(?<!\p{L})pack(?:ed|ing)(?!\p{L})|prepar\w+|being (?:prepared|got ready)|getting (?:it )?ready|empaquet\w*|embal(?:ando|ado)|打包|备货|准备中|包装中/giu,
  ),
  claim(
    "delivered",
    /delivered|arrived|(?:has|have) reached you|entregad[oa]s?|(?:ha|han) llegado|fue recibid\w*|(?:已|已经)(?:送达|签收|到货|到达|收到)|签收|送达/giu,
  ),
  claim(
    "shipped",
    /(?:has |have |been |was |is |already )+(?:shipped|dispatched|sent out)|on (?:its|their|the) way|in transit|left (?:us|our)|left the warehouse|(?:en|de) camino|enviad[oa]s?|despachad[oa]s?|ha salido|已(?:经)?发(?:货|出)|在路上|运输(?:中|途中)|途中|寄出/giu,
    true,
  ),
  claim(
    "paid",
    /(?<!\p{L})paid(?!\p{L})|payment (?:has been |was |is )?(?:received|confirmed)|(?:está |ha sido )?pagad[oa]s?|pago (?:recibido|confirmado)|已(?:经)?付款|已支付|付款成功|收到(?:您的)?付款/giu,
  ),
  claim(
    "contact",
    /(?:call|phone|ring|e-?mail|text|write to|contact|get back to|reach out to|notify) you|(?:let you know|keep you posted|update you)|(?:le|te) (?:llamar|contactar|escribir|avisar|notificar|informar)\p{L}*|(?:nos )?(?:pondr\p{L}+ en contacto|comunicaremos)|(?:给|跟|与|和)?(?:您|你)(?:打电话|回电|联系|发邮件|发短信)|(?:联系|通知|告知|致电)(?:您|你)/giu,
  ),
  claim(
    "colleague",
    /colleague|(?<!\p{L})human(?!\p{L})|agent|supervisor|manager|specialist|compañer[oa]|persona(?!l)|agente|supervisor|encargad[oa]|同事|人工|客服专员|主管|经理/giu,
  ),
  claim(
    "at_least",
    /at least|more than|no less than|minimum|al menos|por lo menos|como mínimo|más de|or more|and (?:over|up)|o más|(?:a partir de|desde)(?= ?[\d€$¥])|满(?= ?\d)|至少|以上|不少于|超过|起(?=[，。,]|$)/giu,
  ),
  claim(
    "at_most",
    /at most|no more than|maximum|(?<!\p{L})up to(?!\p{L})|como máximo|a lo sumo|no más de|hasta (?=\d)|最多|至多|不超过/giu,
  ),
  claim(
    "after",
    /(?<!\p{L})(?:after|from .{1,20} on|starting|después del?|a partir del?|tras|una vez|luego del?)(?!\p{L})|之后|以后|(?<=[天日时到货款])后|起(?=算)/giu,
  ),
  claim(
    "before",
    /(?<!\p{L})(?:before|no later than|at the latest|antes del?|a más tardar|no más tarde)(?!\p{L})|之前|以前|(?<=[日号天])前|截止|最晚|最迟/giu,
  ),
  claim(
    "opened",
    /(?<!\p{L})(?:opened|used|worn|abiert[oa]s?|usad[oa]s?)(?!\p{L})|拆封|已拆|开封|使用过|拆过/giu,
    true,
  ),
  claim(
    "either",
    /(?:any|all) (?:items?|products?|goods|orders?|colou?rs?|sizes?)|(?:todos?|cualquier) (?:los |las )?(?:artículos?|productos?|pedidos?|colores|tallas)|(?:所有|任何|全部)(?:商品|产品|订单|颜色|尺码|货)/giu,
  ),
];

/** Words of goods by which one version is told from another: a changed colour is a changed fact. */
export const ATTRIBUTES: readonly (readonly [string, RegExp])[] = [
  ["black", /(?<!\p{L})(?:black|negr[oa]s?)(?!\p{L})|黑/giu],
  ["white", /(?<!\p{L})(?:white|blanc[oa]s?)(?!\p{L})|白(?=色|[的款件])/giu],
  ["red", /(?<!\p{L})(?:red|roj[oa]s?)(?!\p{L})|红(?=色|[的款件])/giu],
  ["blue", /(?<!\p{L})(?:navy|blue|azul(?:es)?)(?!\p{L})|蓝/giu],
  ["green", /(?<!\p{L})(?:green|verdes?)(?!\p{L})|绿(?=色|[的款件])/giu],
  ["grey", /(?<!\p{L})(?:gr[ea]y|gris(?:es)?)(?!\p{L})|灰/giu],
  ["yellow", /(?<!\p{L})(?:yellow|amarill[oa]s?)(?!\p{L})|黄(?=色|[的款件])/giu],
  ["pink", /(?<!\p{L})(?:pink|ros(?:a|ado|ada)s?)(?!\p{L})|粉(?=色|红|[的款件])/giu],
  ["brown", /(?<!\p{L})(?:brown|marr[oó]n(?:es)?)(?!\p{L})|棕|褐/giu],
  ["small", /(?<!\p{L})(?:small|pequeñ[oa]s?)(?!\p{L})|小号|小码/giu],
  ["medium", /(?<!\p{L})(?:medium|median[oa]s?)(?!\p{L})|中号|中码/giu],
  ["large", /(?<!\p{L})(?:large|grandes?)(?!\p{L})|大号|大码/giu],
  ["cotton", /(?<!\p{L})(?:cotton|algodón)(?!\p{L})|棉/giu],
  ["wool", /(?<!\p{L})(?:wool|lana)(?!\p{L})|羊毛/giu],
  ["waterproof", /(?<!\p{L})(?:water-?proof|impermeables?)(?!\p{L})|防水/giu],
  ["dishwasher", /dishwasher|lavavajillas|洗碗机/giu],
  ["microwave", /microwave|microondas|微波/giu],
];

export const CARRIERS =
  /顺丰|中通|圆通|申通|韵达|百世|京东|极兔|德邦|邮政|菜鸟|(?<!\p{L})(?:DHL|UPS|FedEx|USPS|EMS|TNT|GLS|DPD|SEUR|MRW|Correos|SF Express|Royal Mail|Estafeta)(?!\p{L})/giu;
