import { ASK, GREET, type Language } from "../../walking/talkers";

const PRICE: Record<Language, (product: string) => string> = {
  en: (product) => `How much is the ${product}?`,
  zh: (product) => `${product}多少钱？`,
  es: (product) => `¿Cuánto cuesta ${product}?`,
};
const POLICY: Record<Language, string> = {
  en: "Which payment methods do you take?",
  zh: "支持哪些付款方式？",
  es: "¿Qué formas de pago aceptáis?",
};
const RETURNS: Record<Language, string> = {
  en: "How long do I have to return something?",
  zh: "多少天内可以退货？",
  es: "¿Cuántos días tengo para devolver algo?",
};
const THANKS: Record<Language, string> = { en: "Thank you!", zh: "谢谢", es: "¡Gracias!" };

export interface Wishes {
  language: Language;
  /** With what proves it, where that is asked for. */
  order: string;
  products: readonly [string, string];
}

/**
 * What one customer writes, one after the other, over and over. The bot answers all of it by itself; one message in
 * ten asks for the order, which it looks up at most twenty times an hour.
 */
export function wordsOf({ language, order, products: [one, other] }: Wishes): readonly string[] {
  return [
    GREET[language],
    ASK[language](order),
    THANKS[language],
    POLICY[language],
    PRICE[language](one),
    RETURNS[language],
    PRICE[language](other),
    THANKS[language],
    POLICY[language],
    PRICE[language](one),
  ];
}
