/** Polite phrases that hold a "no" and deny nothing. */
const HARMLESS =
  /(?:do not|don't|please don't|no) (?:hesitate|worry|need to worry|problem(?:s)?|trouble at all|rush)|(?:no dud[ea]s?|no (?:te|se) preocupes?|no hay (?:ningún )?problema|sin (?:ningún )?problema|no es molestia|sin compromiso)|(?:不用|别|无需|请勿|不必)(?:担心|着急|客气)|没(?:有)?(?:问题|关系)|不客气|不好意思|不要紧|不过|不仅|不但|不论|不管|不止|能不能|是不是|要不要|可不可以|有没有|可否|是否|not only|whether or not|if not already|no solo|no sólo|why not|别的|特别|分别|差别|未来|无论|非常|区别|类别|级别|没错|不错|不同/giu;

const NEGATION =
  /(?<!\p{L})(?:no|not|never|none|nothing|neither|nor|cannot|without|unable|unfortunately not|nunca|jamás|ningun[oa]?|ningún|nada|tampoco|sin|imposible|impossible|refuse[sd]?)(?!\p{L})|n['’]t(?!\p{L})|no longer|ya no|不|没|无(?!论|锡|线|痕)|未(?!来)|别(?!的|人|名)|勿|(?<!除)非(?!常|洲)|拒绝/giu;

export const withoutPoliteness = (text: string) =>
  text.replace(HARMLESS, (found) => " ".repeat(found.length));

export function isDenied(text: string): boolean {
  NEGATION.lastIndex = 0;
  return NEGATION.test(text);
}

/** Sentences and their clauses, in which a denial reaches the claims. */
export function splitIntoClauses(text: string): string[] {
  return text
    .split(
      /[.!?;](?=\s|$)|[。！？；，,\n]|\s[-–—]\s|(?<!\p{L})(?:but|however|although|though|while|because|so|pero|sin embargo|aunque|mientras|porque|así que)(?!\p{L})|但是?|不过|因为|所以|虽然|\s(?=(?:unless|except|salvo|excepto|a menos que|a no ser que)(?!\p{L}))|\s(?:and|y)(?=\s(?:I |it |it's |you |we |ya |lo |la |que )*(?:\p{L}+n['’]t|cannot|(?:(?:can|could|is|are|was|do|does|will|has|have)\s)?not|no)(?!\p{L}))|(?=除非)/giu,
    )
    .map((clause) => clause.trim())
    .filter(Boolean);
}
