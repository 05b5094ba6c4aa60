import type { GroundingCase } from "./case";

export const SPANISH_CASES: GroundingCase[] = [
  {
    template:
      "El pedido HP-900123 (2 × Bandeja de nogal) está en camino con Correos, número de seguimiento PQ4C2A0012345. Debería llegar el 5 de marzo de 2026.",
    faithful: [
      "¡Buenas noticias! Tu pedido HP-900123 (2 × Bandeja de nogal) está en camino con Correos. El número de seguimiento es PQ4C2A0012345 y debería llegar el 5 de marzo.",
      "Las dos bandejas de nogal del pedido HP-900123 están en camino con Correos (número de seguimiento PQ4C2A0012345) y deberían llegarte el 5 de marzo de 2026.",
    ],
    unfaithful: [
      "¡Buenas noticias! Tu pedido HP-900123 (2 × Bandeja de nogal) está en camino con Correos. El número de seguimiento es PQ4C2A0012345 y debería llegar el 5 de mayo.",
      "Las tres bandejas de nogal del pedido HP-900123 están en camino con Correos (número de seguimiento PQ4C2A0012345) y deberían llegarte el 5 de marzo de 2026.",
      "¡Buenas noticias! Tu pedido HP-900123 (2 × Bandeja de nogal) está en camino con SEUR. El número de seguimiento es PQ4C2A0012345 y debería llegar el 5 de marzo.",
    ],
  },
  {
    template: "El pedido HP-900044 está cancelado. Recibirás 1.248,50 € en un plazo de 7 días.",
    faithful: [
      "Listo, he cancelado el pedido HP-900044. Recibirás los 1.248,50 € en un plazo de una semana.",
      "Tu pedido HP-900044 ya está cancelado y recibirás 1248,50 euros en un plazo de siete días.",
    ],
    unfaithful: [
      "Listo, he cancelado el pedido HP-900044. Recibirás los 1.284,50 € en un plazo de una semana.",
      "Tu pedido HP-900044 ya está cancelado y recibirás 1248,50 euros en un plazo de siete días hábiles.",
      "Tu pedido HP-900044 ya está cancelado y recibirás 1248,50 dólares en un plazo de siete días.",
    ],
  },
  {
    template:
      "Puedes devolver los artículos sin abrir hasta 14 días después de la entrega. Tú pagas el envío de vuelta.",
    faithful: [
      "Claro que sí: puedes devolver los artículos sin abrir hasta dos semanas después de la entrega. El envío de vuelta corre por tu cuenta.",
      "Los artículos sin abrir se pueden devolver hasta 14 días después de la entrega; el envío de vuelta lo pagas tú.",
    ],
    unfaithful: [
      "Claro que sí: puedes devolver los artículos hasta dos semanas después de la entrega. El envío de vuelta corre por tu cuenta.",
      "Los artículos sin abrir se pueden devolver hasta 14 días después de la entrega; el envío de vuelta lo pagamos nosotros.",
      "Los artículos sin abrir se pueden devolver hasta 15 días después de la entrega; el envío de vuelta lo pagas tú.",
    ],
  },
  {
    template: "Los artículos abiertos no se pueden devolver salvo que estén defectuosos.",
    faithful: [
      "Lo siento, los artículos abiertos no se pueden devolver, salvo que estén defectuosos.",
      "Lamentablemente no es posible devolver artículos abiertos, excepto si están defectuosos.",
    ],
    unfaithful: [
      "Sin problema, los artículos abiertos se pueden devolver salvo que estén defectuosos.",
      "Lo siento, los artículos abiertos no se pueden devolver.",
      "Lamentablemente no es posible devolver artículos abiertos, excepto si están defectuosos; en ese caso te regalamos otro.",
    ],
  },
  {
    template: "Delantal de lino, azul está disponible: quedan 3 unidades.",
    faithful: [
      "Sí, el Delantal de lino en azul está disponible y quedan tres unidades.",
      "¡Estás de suerte! Del Delantal de lino azul todavía quedan 3 unidades disponibles.",
    ],
    unfaithful: [
      "Sí, el Delantal de lino en azul está disponible y quedan muchas unidades.",
      "¡Estás de suerte! Del Delantal de lino negro todavía quedan 3 unidades disponibles.",
      "El Delantal de lino azul está agotado; quedan 3 unidades de otros colores.",
    ],
  },
  {
    template: "Tetera de gres cuesta ahora 39,90 €.",
    faithful: [
      "La Tetera de gres cuesta ahora mismo 39,90 euros.",
      "En este momento la Tetera de gres cuesta 39,90 €. Si tienes más preguntas, aquí estoy.",
    ],
    unfaithful: [
      "La Tetera de gres cuesta ahora mismo 39,99 euros.",
      "En este momento la Tetera de gres cuesta 39,90 € con envío gratis.",
      "En este momento la Tetera de gres cuesta 39,90 €, antes 49,90 €.",
    ],
  },
  {
    template: "Devolución R-20260114: el paquete ha llegado. Deberías tener 120,00 € antes del 28 de enero.",
    faithful: [
      "El paquete de tu devolución R-20260114 ha llegado y deberías tener los 120,00 € antes del 28 de enero.",
      "Gracias por tu paciencia: ya ha llegado el paquete de la devolución R-20260114. Deberías tener 120 € antes del 28 de enero.",
    ],
    unfaithful: [
      "El paquete de tu devolución R-20260114 ha llegado y te garantizo que tendrás los 120,00 € antes del 28 de enero.",
      "El paquete de tu devolución R-20260114 todavía no ha llegado; deberías tener los 120,00 € antes del 28 de enero.",
      "El paquete de tu devolución R-20260114 ha llegado y deberías tener los 120,00 € el 28 de febrero.",
    ],
  },
  {
    template:
      "El envío estándar tarda de 3 a 5 días hábiles y es gratis en pedidos de 60 € o más.\n(de «Plazos y gastos de envío»)",
    faithful: [
      "El envío estándar tarda entre tres y cinco días hábiles y es gratis en pedidos de 60 € o más (véase «Plazos y gastos de envío»).",
      "Con el envío estándar tu pedido tarda de 3 a 5 días laborables, y es gratis a partir de 60 €, según «Plazos y gastos de envío».",
    ],
    unfaithful: [
      "El envío estándar tarda entre tres y cinco días y es gratis en pedidos de 60 € o más (véase «Plazos y gastos de envío»).",
      "El envío estándar tarda de 3 a 5 días hábiles y es gratis en todos los pedidos.",
      "El envío estándar tarda de 2 a 5 días hábiles y es gratis en pedidos de 60 € o más.",
    ],
  },
  {
    template:
      "El pedido HP-900077 ya ha salido, así que ya no se puede cambiar. Cuando llegue podrás devolverlo.",
    faithful: [
      "Lo siento, el pedido HP-900077 ya ha salido y ya no se puede cambiar. En cuanto llegue podrás devolverlo.",
      "El pedido HP-900077 ya ha salido, por lo que no es posible cambiarlo. Cuando llegue, podrás devolverlo.",
    ],
    unfaithful: [
      "Lo siento, el pedido HP-900077 ya ha salido, pero todavía se puede cambiar. En cuanto llegue podrás devolverlo.",
      "El pedido HP-900077 ya ha salido, por lo que no es posible cambiarlo. Cuando llegue, tampoco podrás devolverlo.",
      "El pedido HP-900077 ya ha salido, por lo que no es posible cambiarlo. Cuando llegue, podrás devolverlo y te compensaremos.",
    ],
  },
  {
    template: "Nuestro equipo atiende de lunes a viernes, de 9:00 a 18:00 (hora de Madrid).",
    faithful: [
      "Nuestro equipo te atiende de lunes a viernes, de 9:00 a 18:00, hora de Madrid.",
      "Puedes hablar con nuestro equipo de lunes a viernes de 9:00 a 18:00 (hora de Madrid).",
    ],
    unfaithful: [
      "Nuestro equipo te atiende de lunes a sábado, de 9:00 a 18:00, hora de Madrid.",
      "Puedes hablar con nuestro equipo de lunes a viernes de 9:00 a 19:00 (hora de Madrid).",
    ],
  },
  {
    template: "De nada. ¿Puedo ayudarte en algo más?",
    faithful: ["¡De nada, un placer! ¿Te ayudo en algo más?", "¡No hay de qué! ¿Necesitas algo más?"],
    unfaithful: [
      "¡De nada, un placer! Te dejo un cupón para tu próxima compra.",
      "¡De nada! Mañana te llamaremos para confirmarlo.",
    ],
  },
];
