type Article = { language: "zh" | "en" | "es"; title: string; body: string; subject: number };

const inLanguage = (
  language: Article["language"],
  articles: readonly (readonly [string, string])[],
): Article[] => articles.map(([title, body], subject) => ({ language, title, body, subject }));

/** What the shop of the scripts says to everybody: fees, times, returns, care. */
export const ARTICLES: readonly Article[] = [
  ...inLanguage("zh", [
    ["运费和包邮", "订单满199元包邮，不满199元收取12元运费。"],
    ["多久发货", "现货在付款后48小时内发出，一般两到四天送达。"],
    [
      "退货政策和退货运费",
      "签收后14天内，包装未拆封可以退换货。质量问题运费由我们承担，其他原因运费由您承担。",
    ],
    ["退款多久到账", "取消订单或收到退货后，退款在7天内原路退回。"],
    ["亚麻衣物怎么洗", "亚麻衬衫可以用30度水轻柔机洗，请在阴凉处晾干，不要烘干。"],
    ["绿茶怎么泡", "龙井这样的绿茶用80度的水冲泡，三克茶叶泡两分钟。"],
    ["礼盒包装", "礼盒包装每单收费15元，下单时备注即可。"],
    ["人工客服时间", "人工客服每天9:00到21:00在线。"],
    ["电器保修", "电热水壶等电器保修两年，凭订单号报修。"],
  ]),
  ...inLanguage("en", [
    ["Shipping fee", "Orders of ¥199 and more ship free. Below that, shipping costs ¥12."],
    [
      "When does my order ship?",
      "What is in stock leaves us within 48 hours of payment and takes two to four days to arrive.",
    ],
    [
      "Returns: how long, and who pays the postage",
      "You can return or exchange unopened goods within 14 days of delivery. For faulty goods we pay the postage; in all other cases you pay the return postage.",
    ],
    [
      "How long refunds take",
      "After a cancellation, or once your return has arrived, the money is back with you within 7 days.",
    ],
    [
      "How to wash linen",
      "The linen shirt can go in the washing machine at 30 degrees. Dry it in the shade and do not tumble dry.",
    ],
    [
      "How to brew green tea",
      "Use water of 80 degrees for green tea such as Longjing, three grams of leaves, two minutes.",
    ],
    ["Gift wrapping", "Gift wrapping costs ¥15 an order. Leave a note when you order."],
    ["Opening hours of customer service", "Our customer service team is here every day from 9:00 to 21:00."],
    ["Warranty", "Electric devices such as the electric kettle come with a warranty of two years."],
  ]),
  ...inLanguage("es", [
    ["Gastos de envío", "Los pedidos a partir de 199 ¥ se envían gratis. Por debajo, el envío cuesta 12 ¥."],
    [
      "¿Cuándo sale mi pedido?",
      "Lo que está en existencias sale en las 48 horas siguientes al pago y tarda de dos a cuatro días en llegar.",
    ],
    [
      "Devoluciones: plazo y quién paga el envío",
      "Puedes devolver o cambiar artículos sin abrir en los 14 días siguientes a la entrega. Si el artículo tiene un defecto pagamos nosotros el envío; en los demás casos el envío de la devolución lo pagas tú.",
    ],
    [
      "Cuánto tarda el reembolso",
      "Tras una cancelación, o cuando nos llega tu devolución, recibes el dinero en un plazo de 7 días.",
    ],
    [
      "Cómo lavar el lino",
      "La camisa de lino se puede lavar en la lavadora a 30 grados. Sécala a la sombra y no uses secadora.",
    ],
    [
      "Cómo preparar té verde",
      "El agua para el té verde, como el Longjing, debe estar a 80 grados: tres gramos de hojas, dos minutos.",
    ],
    [
      "Envoltorio para regalo",
      "Envolver para regalo cuesta 15 ¥ por pedido. Indícalo en una nota al comprar.",
    ],
    [
      "Horario de atención al cliente",
      "Nuestro equipo de atención al cliente atiende todos los días de 9:00 a 21:00.",
    ],
    ["Garantía", "Los aparatos eléctricos, como el hervidor eléctrico, tienen dos años de garantía."],
  ]),
];
