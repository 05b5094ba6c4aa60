import type { Script } from "./topics";

export const ES: Script = {
  phrases: {
    hello: ["Hola", "Buenas", "Hola, ¿hay alguien?", "Buenos días", "Buenas tardes"],
    askNumber: [
      "Claro. ¿Me pasas el número de pedido? Empieza por HP-.",
      "Ahora mismo lo miro. ¿Cuál es el número de pedido?",
      "¿De qué pedido se trata? El número viene en el correo de confirmación.",
    ],
    giveNumber: ["{number}", "Es el {number}", "pedido {number}", "Sí, {number}"],
    thanks: [
      "Perfecto, gracias",
      "Vale, muchas gracias",
      "Genial, gracias",
      "Entendido, gracias por la ayuda",
      "Ok, pues espero",
    ],
    goodbye: [
      "De nada, que tengas un buen día.",
      "A ti. Si surge algo más, escríbenos por aquí.",
      "Un placer. ¡Que lo disfrutes!",
    ],
    wantPerson: [
      "¿Puedo hablar con una persona?",
      "Prefiero que me atienda alguien",
      "Quiero hablar con un agente",
      "Esto no me ayuda, pásame con alguien",
    ],
    handoff: [
      "Te paso con un compañero. Ya ve toda la conversación, no hace falta que lo repitas.",
      "Esto lo tiene que ver una persona del equipo. No cierres el chat, enseguida te atienden.",
      "Aviso a un compañero para que se ocupe. Un momento, por favor.",
    ],
    agentHello: [
      "Hola, soy {agent}. Ya he leído lo que cuentas.",
      "Buenas, te atiende {agent}. Gracias por esperar.",
      "Hola, soy {agent} de Harbour & Pine, me encargo yo.",
    ],
    agentDone: ["¿Te parece bien así?", "¿Necesitas algo más?", "En cuanto esté, te escribo por aquí."],
    accept: [
      "Sí, me parece bien",
      "Vale, gracias",
      "De acuerdo, quedo a la espera",
      "Perfecto así",
      "Gracias, espero su respuesta",
    ],
    notes: [
      "Segunda vez que escribe por un retraso, atender primero.",
      "Pedida al almacén la foto del empaquetado.",
      "Clienta habitual, se le puede ofrecer un cupón.",
      "Correos dice que está en aduana, sale mañana.",
      "Reposición aprobada, unidad reservada.",
    ],
    nudge: ["¿Hola?", "¿Hay alguien?", "¿Va a tardar mucho?", "Tengo que salir en diez minutos"],
    praise: ["Muy rápidos", "Me lo solucionaron enseguida", "Muy amable", "Todo perfecto"],
    blame: ["Tardaron demasiado", "El bot no entendía nada", "Tuve que explicarlo tres veces"],
  },
  topics: {
    order_tracking: {
      asks: [
        "¿Dónde está mi pedido {number}?",
        "Hola, ¿me podéis decir por dónde va el {number}?",
        "Hice un pedido la semana pasada ({product}) y no sé nada",
        "¿Me pasáis el número de seguimiento de {number}?",
        "¿Ya ha salido mi paquete?",
        "Quería saber cuándo me llega el pedido",
      ],
      bot: [
        "El pedido {number} salió el {shipped} con {carrier}, seguimiento {tracking}. Está en camino y debería llegar antes del {eta}.",
        "Tu paquete ({number}) va de camino: lo lleva {carrier} con el número {tracking} y la entrega está prevista para el {eta}.",
        "Lo tengo: {number} se entregó a {carrier} el {shipped}. Seguimiento {tracking}, llegada prevista el {eta}.",
      ],
      agent: [
        "He consultado con {carrier}: el envío {tracking} avanza con normalidad y llegará antes del {eta}. Yo lo voy siguiendo.",
      ],
    },
    delivery_expedite: {
      asks: [
        "El {number} tenía que llegar el {eta} y aquí no hay nada",
        "Lleva cuatro días sin moverse, ¿podéis reclamarlo?",
        "Me corre prisa, ¿se puede acelerar el {number}?",
        "¿Se ha perdido mi paquete? Ya pasó la fecha",
      ],
      bot: [
        "Siento la espera. El {number} debía llegar el {eta} y va con retraso en {carrier} ({tracking}). He abierto una reclamación y en 24 horas tendrás noticias.",
        "Tienes razón, el {number} va tarde. {carrier} lo sigue mostrando en tránsito ({tracking}); ya les he pedido explicaciones.",
      ],
      agent: [
        "He abierto una incidencia con {carrier} por el envío {tracking}. Si mañana a mediodía sigue igual, te mandamos otro sin coste.",
        "Disculpa las molestias. Estaba retenido en aduana y ya ha salido. Te he dejado un cupón en tu cuenta.",
      ],
    },
    delivery_time: {
      asks: [
        "¿Cuándo sale el {number}?",
        "Pagué ayer, ¿ya lo habéis enviado?",
        "¿Cuánto tarda en salir mi pedido? Es {product}",
        "¿Cuándo enviáis el pedido {number}?",
      ],
      bot: [
        "El {number} está pagado y en preparación. Sale en 48 horas como mucho y te llegará el seguimiento por correo.",
        "Estamos empaquetando tu pedido {number}; sale hoy o mañana. Desde ahí, a España tarda entre 7 y 14 días.",
      ],
      agent: ["El almacén me confirma que el {number} sale esta misma tarde."],
    },
    order_cancel: {
      asks: [
        "¿Puedo cancelar el {number}? Me equivoqué de modelo",
        "Quiero cancelar mi pedido {number}",
        "Lo he comprado dos veces sin querer, cancelad uno",
        "¿Estoy a tiempo de anularlo?",
      ],
      bot: [],
      agent: [
        "El {number} aún no había salido, así que queda cancelado. Te devolvemos {amount} a la tarjeta en unos 3 días hábiles.",
        "Hecho, cancelado y sin ningún cargo. Te llega la confirmación por correo.",
      ],
    },
    address_change: {
      asks: [
        "Puse mal la dirección del {number}, ¿se puede cambiar?",
        "¿Podéis enviarlo a mi trabajo?",
        "Falta el piso en la dirección del pedido {number}",
        "El teléfono que puse está mal, ¿cómo lo cambio?",
      ],
      bot: [],
      agent: [
        "Todavía está aquí, así que sí. Mándame la dirección completa y reimprimo la etiqueta.",
        "Ya está cambiado, el repartidor tendrá los datos nuevos.",
      ],
    },
    return_request: {
      asks: [
        "No me encaja en el salón ({product}), ¿lo puedo devolver?",
        "¿Cómo devuelvo el {number}?",
        "No es lo que esperaba, ¿puedo devolverlo?",
        "Quiero devolver parte del pedido {number}",
      ],
      bot: [
        "Claro. El {number} se entregó el {delivered}, así que estás en plazo (30 días). Entra en el pedido, pulsa «Devolver» e imprime la etiqueta. El reembolso llega en 3 días desde que lo recibimos.",
        "Sí, se puede devolver. Empieza la devolución desde tu pedido y te mandamos una etiqueta ya pagada.",
      ],
      agent: [
        "Te he creado la devolución y tienes la etiqueta en el correo. En cuanto la escaneen, te abonamos {amount}.",
        "Pasan a recogerlo, no pagas nada.",
      ],
    },
    refund_status: {
      asks: [
        "Ya devolví el paquete, ¿cuándo me pagan?",
        "No me llega el reembolso del {number}",
        "¿Cómo va la devolución del {number}?",
        "¿Cuánto tarda el reembolso?",
      ],
      bot: [
        "Veo la devolución del {number}. Los {amount} vuelven al mismo medio de pago cuando la revisemos, normalmente en 3 días hábiles.",
        "Tu devolución ({number}) está en curso. El reembolso de {amount} irá a la tarjeta con la que pagaste y te avisaremos por correo.",
      ],
      agent: ["Administración ha enviado hoy los {amount} del {number}. El banco tarda uno o dos días."],
    },
    damaged_item: {
      asks: [
        "Me ha llegado roto: {product}",
        "El {number} llegó con un golpe, ¿qué hago?",
        "#LGT,APP,TEC No enciende, he probado varios enchufes",
        "Vino hecho pedazos, pedido {number}",
      ],
      bot: [],
      agent: [
        "Lo siento mucho. Mándame una foto del daño y hoy mismo te enviamos otro; el roto no hace falta que lo devuelvas.",
        "Así no debe llegar. ¿Prefieres otro nuevo o que te devolvamos {amount}?",
      ],
    },
    missing_item: {
      asks: [
        "Falta un artículo en el {number}",
        "#FUR No venían los tornillos",
        "Pedí dos cosas y solo ha llegado una",
      ],
      bot: [],
      agent: [
        "He visto la foto del almacén y tienes razón. Sale hoy lo que falta, te paso el seguimiento.",
        "#FUR Perdona, los herrajes salen esta tarde por urgente.",
      ],
    },
    exchange_request: {
      asks: [
        "¿Lo puedo cambiar por otro color?",
        "Me equivoqué de medida, quiero cambiarlo, pedido {number}",
        "¿Puedo cambiar el {number} por el grande y pagar la diferencia?",
      ],
      bot: [
        "Sí. Entra en el {number}, pulsa «Cambiar» y elige el que quieras. Enviamos el nuevo en cuanto se escanee la devolución.",
        "Tienes 30 días para cambiarlo. La diferencia de precio del {number} se ajusta sola.",
      ],
      agent: ["Te he reservado el otro y la etiqueta está en tu correo."],
    },
    invoice: {
      asks: [
        "¿Me podéis hacer factura del {number}?",
        "Necesito factura con los datos de mi empresa",
        "El nombre de la factura está mal",
        "¿Dónde descargo la factura?",
      ],
      bot: [
        "La tienes en el pedido {number}, apartado «Factura». Ahí puedes poner los datos de la empresa y bajar el PDF al momento.",
        "Las facturas están en la página del pedido. Si hay un error, corrígelo ahí y emitimos una nueva en un día.",
      ],
      agent: ["Ya la he rehecho con los datos de la empresa, la tienes en el correo."],
    },
    product_info: {
      asks: [
        "¿Qué medidas exactas tiene? Es por {product}",
        "{product}: ¿cómo se limpia?",
        "¿Lo envolvéis para regalo? Miraba {product}",
        "#LGT {product}: ¿se puede regular la intensidad?",
        "#LGT ¿Qué bombilla incluye? Miraba {product}",
        "#APP,TEC ¿Qué enchufe lleva? Miraba {product}",
        "#APP,TEC {product}: ¿funciona a 110 V?",
        "#FUR ¿Viene montado? Es por {product}",
        "#FUR {product}: ¿cuánto peso aguanta?",
      ],
      bot: [
        "{product}, {price}: medidas, materiales y cuidados están en «Detalles», en la ficha. ¿Qué te interesa saber?",
        "Aquí lo tienes: {product}. En la ficha están todos los datos, y tienes 30 días para devolverlo si no te convence.",
        "#FUR {product}: se envía desmontado, con las herramientas, y se monta en unos veinte minutos.",
      ],
      agent: [
        "Lo he preguntado y te he mandado la ficha con las medidas y los cuidados al correo. El envoltorio de regalo es gratis.",
        "#LGT Lo he preguntado: incluye bombilla de 3000 K y va con cualquier regulador.",
        "#APP,TEC Lo he preguntado: funciona de 100 a 240 V, con enchufe europeo, y te incluimos el adaptador gratis.",
        "#FUR Se monta en unos veinte minutos con lo que viene en la caja y aguanta 120 kg.",
      ],
    },
    product_availability: {
      asks: [
        "Buscaba esto: {product}. ¿Os queda?",
        "¿Cuándo reponéis? Es {product}",
        "Necesito cuatro: {product}. ¿Hay?",
        "Si lo pido hoy, ¿cuándo sale? Es {product}",
      ],
      bot: [
        "Sí, lo tenemos: {product}, {price}, y sale en 48 horas.",
        "{product}: disponible ahora mismo a {price}. Quedan pocas unidades.",
      ],
      agent: ["Hay cuatro, te los guardo hasta esta noche."],
    },
    shipping_fee: {
      asks: [
        "¿Cuánto cuesta el envío a México?",
        "¿El envío es gratis?",
        "¿A partir de cuánto es gratis el envío?",
        "¿Enviáis a Canarias?",
      ],
      bot: [
        "El envío es gratis a partir de 69 €. Por debajo son 8,90 €, lo ves antes de pagar.",
        "Enviamos a casi todos los países: tarifa única, y gratis desde 69 €.",
      ],
      agent: ["Por el tamaño serían unos 22 €. Si quieres lo junto con tu otro pedido."],
    },
    coupon_use: {
      asks: [
        "No me llega el código del cupón",
        "El cupón no funciona",
        "¿Dónde pongo el código?",
        "¿Puedo usar dos cupones?",
      ],
      bot: [
        "El código se pone al pagar, en «Cupón». Uno por pedido, y lo rebajado no cuenta para el mínimo.",
        "Tus cupones están en Mi cuenta; al pagar se aplica solo el que más te conviene.",
      ],
      agent: ["Ese código era solo para la primera compra. Te he puesto otro que sí te vale."],
    },
    promotion_inquiry: {
      asks: [
        "¿Tenéis alguna oferta ahora?",
        "¿Habrá Black Friday?",
        "¿Hay descuento si compro dos?",
        "¿Hasta cuándo duran las rebajas?",
      ],
      bot: [
        "Ahora mismo descontamos unos 4 € por cada 42 € de compra, hasta cinco veces. Se aplica solo.",
        "La oferta vale para toda la tienda y se puede sumar a un cupón.",
      ],
      agent: ["Por esa cantidad te puedo hacer un 5 % más."],
    },
    warranty_repair: {
      asks: [
        "¿Qué garantía tiene? Es {product}",
        "#LGT,APP,TEC Dejó de funcionar a los pocos días, ¿lo arregláis?",
        "¿El {number} sigue en garantía?",
      ],
      bot: [
        "Los aparatos tienen tres años de garantía y los muebles cinco. El {number} se entregó el {delivered}, así que está cubierto. ¿Qué le pasa exactamente?",
      ],
      agent: ["Está en garantía. Te mando uno nuevo y devuelves el otro en la misma caja, a nuestro cargo."],
    },
    human_agent: {
      asks: [
        "Quiero hablar con una persona",
        "¿Me puede atender alguien?",
        "Un agente, por favor",
        "No quiero un robot",
      ],
      bot: [],
      agent: ["Aquí estoy, cuéntame qué ha pasado.", "Hola, dime y lo resolvemos."],
    },
    complaint: {
      asks: [
        "Es la segunda vez que llegáis tarde. Quiero poner una reclamación por el {number}",
        "Dijisteis el {eta} y nada. Esto no es serio",
        "El repartidor fue muy maleducado, quiero quejarme",
      ],
      bot: [],
      agent: [
        "Entiendo el enfado y lo siento de verdad. He escalado el {number}, esta noche tienes respuesta; si mañana no llega, te devolvemos todo.",
      ],
    },
  },
};
