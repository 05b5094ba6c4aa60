const UNOPENED =
  /(?:没有?|沒有?|未|还没|還沒|不曾)\s*(?:拆|开封|開封|打开|打開|动过|動過)|原封|全新|(?<!\p{L})(?:un-?opened|sealed|(?:not|never|\p{L}*n['’]?t)\s+(?:(?:been|even|yet)\s+)?open(?:ed)?|in (?:its|the) original (?:box|packag\w+)|sin abrir|precintad[oa]s?|cerrad[oa]s?|sellad[oa]s?|no (?:est[aá]n? abiert[oa]s?|l[oa]s? (?:he abierto|abr[ií])|(?:se )?(?:ha )?abiert[oa]s?))(?!\p{L})/giu;
const OPENED =
  /(?:已经?|已經?|都|刚)?(?:拆(?:了|开|開|过|過|封)|开封了|開封了|打开(?:了|过)|打開(?:了|過))|(?<!\p{L})(?:(?:i|we|was|is|been|already|have|has)\s+(?:already\s+)?open(?:ed)?(?! hours)|opened it|(?:(?:es)?t[aá]n?|ya) abiert[oa]s?|l[oa]s? (?:he abierto|abr[ií])|ya l[oa]s? abr[ií])(?!\p{L})/iu;

/** Whether a text says that a package was opened; null where it says nothing of it, or asks. */
export function readOpened(text: string): boolean | null {
  const plain = text.normalize("NFKC");
  // "They are unopened, can I send them back?" says so beside what it asks.
  const told = plain
    .split(/(?<=[.。!！;；,，\n?？])/u)
    .filter((part) => !/[?？]|[吗嗎]/u.test(part))
    .join("");
  const rest = told.replace(UNOPENED, "");
  if (OPENED.test(rest)) return true;
  return rest === told ? null : false;
}
