export type TextLanguage = "zh" | "en" | "es";

const COMMON: Record<"en" | "es", ReadonlySet<string>> = {
  en: new Set(
    "the is are was were your you we our it its to of and for with will has have been this that not be can on at by from if please as in i my so any there here now yet still they them do does what when which an or but no up me just how hi hello thank thanks sorry all right done after before".split(
      " ",
    ),
  ),
  es: new Set(
    "el la los las un una su sus de del y que en con por para se le les lo está están fue es son ha han no si ya al más como pero te tu nos mi usted hola gracias pedido puede podemos hay esta este todo aquí cuando antes después muy qué lamento perdón listo".split(
      " ",
    ),
  ),
};

/** The language a text is written in, by its script and its commonest words; null where it has too few of them. */
export function guessLanguage(text: string): TextLanguage | null {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const words = text.toLowerCase().match(/[\p{Script=Latin}]+/gu) ?? [];
  // A Chinese sentence may name products and numbers in Latin letters; a character is about half a word.
  if (han > 0 && han >= words.length * 0.8) return "zh";
  const hits = (language: "en" | "es") => words.filter((word) => COMMON[language].has(word)).length;
  const [en, es] = [hits("en"), hits("es") + (/[¿¡ñ]/.test(text) ? 1 : 0)];
  if (en === es) return null;
  return en > es ? "en" : "es";
}
