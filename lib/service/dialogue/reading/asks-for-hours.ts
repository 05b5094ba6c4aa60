const ASKS =
  /(?:几点|幾點|什么时候|什麼時候|啥时候|什么时间)[^。？?]{0,10}(?:上班|下班|营业|營業|开门|開門|关门|關門|在线|有人|在吗)|(?:上班|下班|营业|營業|开门|开到|人工|客服)[^。？?]{0,6}(?:几点|幾點|什么时候|什麼時候)|(?:营业|營業|上班|工作|服务|服務|客服|人工)时间|\b(?:what|which)(?: are)?(?: your| the)?(?: \w+)? (?:hours|opening times?)\b|\b(?:opening|business|working|office|service|support) hours\b|\bwhen (?:do|does|are|is) (?:you|u|they|your \w+|anyone|anybody|someone|somebody|people)\b[^?]{0,20}\b(?:open|close|there|in|available|online|working|work)\b|\b(?:until|till|from) (?:what time|when) (?:do|are) (?:you|they)\b|\bare (?:you|they) (?:open|there) (?:on|at|now|today|tomorrow|over)\b|horario(?:s)? (?:de )?(?:atenci[oó]n|apertura|oficina|tienda|trabajo|laboral|ten[eé]is|tienen|tienes)|(?:qu[eé]|cu[aá]l es el|cu[aá]l es su|vuestro|su) horario|(?:a|hasta|desde) qu[eé] hora (?:abren|abr[ií]s|cierran|cerr[aá]is|atienden|atend[eé]is|est[aá]n|est[aá]is|trabajan)|cu[aá]ndo (?:abren|abr[ií]s|cierran|atienden|est[aá]n disponibles)/iu;

/** When a parcel comes is another question. */
const OF_A_PARCEL =
  /送到|送达|派送|配送|到货|发货|退款|deliver|arriv|parcel|package|ship|refund|entrega|llega|env[ií]|reparto|paquete|reembols/iu;

/** Whether a message asks when people are there. */
export function asksForHours(text: string): boolean {
  const plain = text.normalize("NFKC");
  return ASKS.test(plain) && !OF_A_PARCEL.test(plain);
}
