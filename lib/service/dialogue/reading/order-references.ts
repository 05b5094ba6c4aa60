import type { Memory } from "../memory";
import { chooseOptions } from "./choose-option";

/** An order that was offered to choose from; the newest stands first. */
export type OfferedOrder = NonNullable<Memory["orders"]>[number];

/** Orders are offered with the newest first. */
export function byAge(text: string, orders: readonly OfferedOrder[]): string | undefined {
  if (orders.length < 2) return undefined;
  if (NEWEST.test(text)) return orders[0]!.number;
  return OLDEST.test(text) ? orders.at(-1)!.number : undefined;
}

const NEWEST =
  /(?:最?新|最近|后来|後來)的?(?:那|一)[个個单單]|(?<!\p{L})(?:newer|newest|latest|most recent|more recent) (?:one|order)(?!\p{L})|(?<!\p{L})el (?:m[aá]s )?(?:nuevo|reciente)(?!\p{L})/iu;
const OLDEST =
  /(?:最?早|最?旧|之前|先前)的?(?:那|一)[个個单單]|(?<!\p{L})(?:older|oldest|earlier|earliest) (?:one|order)(?!\p{L})|(?<!\p{L})el (?:m[aá]s )?(?:viejo|antiguo)(?!\p{L})/iu;

/** "The first one" of those that were offered some time ago. */
export function byPlace(text: string, orders: readonly OfferedOrder[]): string | undefined {
  const aged = byAge(text, orders);
  if (aged) return aged;
  const place = PLACE.exec(text)?.[0];
  const options = orders.map(({ number }) => ({ value: number, label: number }));
  return place && options.length > 1 ? chooseOptions(place, options)[0]?.value : undefined;
}

const PLACE =
  /(?<!\p{L})(?:first|second|third) (?:one|order)(?!\p{L})|第[一二三](?:个|個|单|單|笔|筆)(?:订单|訂單)?|(?<!\p{L})(?:el|la) (?:primer|segund|tercer)[oa](?!\p{L})/iu;

const OTHER_ORDER =
  /另(?:外)?(?:那|一)?(?:个|個|张|張|笔|筆)?(?:订单|訂單|单|單)|另一[单單]|另外那[个個单單]|(?<!\p{L})oth?e?r (?:order|one|1)(?!\p{L})|(?<!\p{L})otr[oa] (?:pedido|orden|compra)(?!\p{L})|(?<!\p{L})(?:el|la|al|del) otr[oa](?=\s*(?:$|[,.!?]|(?:le|lo|la|se|me|s[ií]|no|cu[aá]n\p{L}*|c[oó]mo|d[oó]nde|puedo|est[aá]|va|viene|llega)(?!\p{L})))/iu;
const THAT_ONE =
  /(?<!\p{L})that (?:one|order)(?!\p{L})|(?<!\p{L})es[ea](?: pedido)?(?!\p{L})|那(?:个|個|张|張|笔|筆)?(?:订单|訂單|单|單)|那[个個]/iu;

/** "The other order." */
export const namesOther = (text: string): boolean => OTHER_ORDER.test(text);
/** "That one." */
export const namesThatOne = (text: string): boolean => THAT_ONE.test(text);
