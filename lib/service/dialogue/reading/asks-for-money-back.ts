const MONEY_BACK =
  /(?:退|返)(?:我|给我|給我)?多少|多少钱?(?:能|会|可以)?退|(?<!\p{L})(?:how much|what)(?: money| will| do| would| can|'?s)*(?: i| me| the)?(?: get| have| see)?(?: back| refund(?:ed)?)|(?<!\p{L})cu[aá]nto (?:dinero )?me (?:devuelv|devolv|reembols|regres)/iu;

/** "How much do I get back?", of what was or will be done with an order. */
export const asksForMoneyBack = (text: string): boolean => MONEY_BACK.test(text.normalize("NFKC"));
