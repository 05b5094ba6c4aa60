type Language = "zh" | "en" | "es";
type Words = readonly [title: string, body: string];

export interface DemoArticle {
  audience: "customers" | "agents";
  tags: readonly string[];
  words: Partial<Record<Language, Words>>;
}

/** What Harbour & Pine tells everybody, in the words of its markets; fees and times are those that its orders have. */
export const ARTICLES: readonly DemoArticle[] = [
  {
    audience: "customers",
    tags: ["delivery"],
    words: {
      zh: [
        "运费与包邮",
        "中国大陆订单满 99 元包邮，不满 99 元按地区收取 8 至 12 元运费，偏远地区不加价。寄往境外满 69 美元或 69 欧元包邮，不满则收 9.90 美元或 8.90 欧元，结算页会在付款前显示。",
      ],
      en: [
        "Delivery fees and free delivery",
        "Delivery abroad costs $9.90 a parcel, or €8.90 in the euro area, and is free from $69 or €69. Within mainland China it is free from ¥99; below that it is ¥8 to ¥12. You see the fee at checkout before you pay. Large furniture may cost more: ask us first.",
      ],
      es: [
        "Gastos de envío",
        "El envío cuesta 8,90 € y es gratis a partir de 69 €. Fuera de la zona euro son 9,90 $, y gratis desde 69 $. Lo ves antes de pagar. Los muebles grandes pueden costar más: consúltanos antes.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["delivery"],
    words: {
      zh: [
        "多久发货、几天能到",
        "现货在付款后 48 小时内发出。大陆地区由顺丰、中通或韵达配送，一般两到四天送达；寄往境外一般 6 到 11 天。发货后订单页会有快递单号。",
      ],
      en: [
        "When orders ship and how long delivery takes",
        "What is in stock leaves our warehouse within 48 hours of payment. Abroad it takes 6 to 11 days from there with DHL or UPS; within mainland China two to four days. The tracking number is on your order page as soon as the parcel has left.",
      ],
      es: [
        "Cuándo sale mi pedido y cuánto tarda",
        "Lo que está en existencias sale del almacén en las 48 horas siguientes al pago. A España tarda de 6 a 12 días con Correos o DHL. El número de seguimiento aparece en la página de tu pedido en cuanto sale el paquete.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["delivery"],
    words: {
      zh: [
        "可以寄到哪些国家",
        "我们寄往大多数国家和地区，包括港澳台、美国、加拿大、英国、爱尔兰和西班牙。军事邮箱和邮政信箱不能寄。",
      ],
      en: [
        "Which countries we ship to",
        "We ship to most countries, among them the United States, Canada, the United Kingdom, Ireland and Spain, and to Hong Kong, Macau and Taiwan. We cannot deliver to PO boxes or military addresses.",
      ],
      es: [
        "A qué países enviamos",
        "Enviamos a casi todos los países: España con Canarias y Baleares, México, Estados Unidos, Canadá, Reino Unido e Irlanda, entre otros. No podemos entregar en apartados de correos.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["returns"],
    words: {
      zh: [
        "退换货政策",
        "签收后 30 天内，未拆封、未使用的商品可以退货或换货。商品有质量问题或运输破损，运费由我们承担；其他原因退货，寄回运费由您承担。定制商品不支持无理由退货。",
      ],
      en: [
        "Returns and exchanges",
        "You can return or exchange goods that are unopened and unused within 30 days of delivery. If something is faulty or arrived damaged we pay the postage; otherwise the return postage is yours. Made-to-order goods cannot be returned unless they are faulty.",
      ],
      es: [
        "Cambios y devoluciones",
        "Puedes devolver o cambiar artículos sin abrir y sin usar en los 30 días siguientes a la entrega. Si el artículo tiene un defecto o llegó roto, pagamos nosotros el envío; en los demás casos el envío de vuelta lo pagas tú. Lo hecho por encargo solo se devuelve si tiene un defecto.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["returns", "payment"],
    words: {
      zh: [
        "退款多久到账",
        "仓库收到退货并检查后，3 个工作日内原路退款；银行入账可能还要一到三天。取消未发货的订单，当天发起退款。",
      ],
      en: [
        "How long refunds take",
        "Once your return has arrived and been checked, we refund the payment method you used within 3 working days; your bank may need one to three days more. For an order cancelled before it shipped, the refund is sent the same day.",
      ],
      es: [
        "Cuánto tarda un reembolso",
        "Cuando la devolución ha llegado y está revisada, devolvemos el importe al mismo medio de pago en 3 días laborables; el banco puede tardar de uno a tres días más. Si cancelas un pedido antes de que salga, el reembolso se hace el mismo día.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["payment"],
    words: {
      zh: [
        "支持的付款方式",
        "支持微信支付、支付宝、银联卡、Visa 和万事达信用卡。不支持货到付款。单笔满 600 元可以用花呗分 3 期，免手续费。",
      ],
      en: [
        "Payment methods",
        "We take Visa, Mastercard, American Express, PayPal and Apple Pay, and in China WeChat Pay, Alipay and UnionPay. We do not offer cash on delivery.",
      ],
      es: [
        "Formas de pago",
        "Aceptamos Visa, Mastercard, American Express, PayPal, Apple Pay y Bizum. No ofrecemos pago contra reembolso.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["warranty"],
    words: {
      zh: [
        "保修期",
        "小家电和灯具保修 2 年，家具保修 5 年，从签收之日算起。人为损坏和正常磨损不在保修范围内。报修请提供订单号和照片。",
      ],
      en: [
        "Warranty",
        "Appliances and lamps come with two years of warranty, furniture with five, from the day of delivery. Accidental damage and ordinary wear are not covered. To claim, send us the order number and a photo.",
      ],
      es: [
        "Garantía",
        "Los aparatos y las lámparas tienen dos años de garantía; los muebles, cinco, desde el día de la entrega. No cubre los golpes ni el desgaste normal. Para reclamar, envíanos el número de pedido y una foto.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["gifts"],
    words: {
      zh: ["礼品包装", "礼品包装和手写贺卡免费，下单时在备注里写明即可。包裹里不放价格单。"],
      en: [
        "Gift wrapping",
        "Gift wrapping and a handwritten card are free: leave a note when you order. No prices are put into the parcel.",
      ],
      es: [
        "Envoltorio de regalo",
        "El envoltorio de regalo y una tarjeta escrita a mano son gratis: déjanos una nota al hacer el pedido. En el paquete no va ningún precio.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["care"],
    words: {
      zh: [
        "棉麻织物怎么洗",
        "棉和亚麻的床品、窗帘、抱枕套用 30 度水轻柔机洗，深浅分开，在阴凉处晾干，不要烘干。亚麻中温熨烫，微湿时最容易熨平。",
      ],
      en: [
        "How to wash cotton and linen",
        "Wash cotton and linen bedding, curtains and cushion covers at 30 °C on a gentle cycle, dark and light apart. Dry in the shade, do not tumble dry. Iron linen at medium heat while it is still slightly damp.",
      ],
      es: [
        "Cómo lavar el algodón y el lino",
        "Lava la ropa de cama, las cortinas y las fundas de algodón o lino a 30 °C con un programa delicado, los oscuros aparte. Sécalos a la sombra, sin secadora. Plancha el lino a temperatura media, todavía un poco húmedo.",
      ],
    },
  },
  {
    audience: "customers",
    tags: ["care"],
    words: {
      zh: [
        "实木家具保养",
        "用微湿的软布擦拭后立即擦干。每半年上一次木蜡油，避免阳光直射和暖气烘烤，热杯请垫杯垫。",
      ],
      en: [
        "Caring for solid wood",
        "Wipe with a soft, slightly damp cloth and dry at once. Oil it twice a year with hard wax oil, keep it out of direct sun and away from radiators, and use coasters for hot cups.",
      ],
      es: [
        "Cuidado de la madera maciza",
        "Límpiala con un paño suave apenas húmedo y sécala enseguida. Aplica aceite-cera dos veces al año, evita el sol directo y los radiadores, y usa posavasos con las tazas calientes.",
      ],
    },
  },
  {
    audience: "agents",
    tags: ["delivery", "internal"],
    words: {
      zh: [
        "内部：大件境外运费报价",
        "大件家具寄往境外：体积重量（长×宽×高÷5000，厘米）乘以当月费率表，再加 15% 余量。报价 7 天有效，请写进备注。",
      ],
      en: [
        "Internal: quoting large furniture abroad",
        "Volume weight (length × width × height in cm ÷ 5,000) times this month's rate, plus 15 %. A quote holds for 7 days; write it into a note.",
      ],
    },
  },
];
