export type Language = "en" | "zh" | "es";
export const LANGUAGES: readonly Language[] = ["en", "zh", "es"];

const GREETING: Record<Language, string> = { en: "Hello!", zh: "您好", es: "¡Hola!" };
const ASK: Record<Language, (number: string) => string> = {
  en: (number) => `Where is my order ${number}?`,
  zh: (number) => `请问订单 ${number} 到哪了？`,
  es: (number) => `¿Dónde está mi pedido ${number}?`,
};
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
const THANKS: Record<Language, string> = { en: "Thank you!", zh: "谢谢", es: "¡Gracias!" };

export interface Wishes {
  language: Language;
  /** With what proves it, where that is asked for. */
  order: string;
  product: string;
}

/**
 * What one customer writes, one after the other, over and over. The bot answers all of it by itself; one message in
 * five asks for the order, which it looks up at most twenty times an hour.
 */
export function wordsOf({ language, order, product }: Wishes): readonly string[] {
  return [
    GREETING[language],
    ASK[language](order),
    THANKS[language],
    POLICY[language],
    PRICE[language](product),
  ];
}
