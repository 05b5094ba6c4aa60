const MAX_LETTERS = 24;
const ELLIPSIS =
  /^\s*(?:(?:and|what about|how about|¿?y)(?!\p{L})\s+(?!(?:when|where|how|why|can|what|who|cu[aá]n|d[oó]nde|c[oó]mo|por|qu[eé]|puedo|si|no)(?!\p{L})).+|(?:那|那么|还有)?[^?？]{1,10}呢)\s*[?？]?\s*$/iu;

/** "And the cups?", "围巾呢": nothing but another object for what was asked before. */
export function isEllipsis(text: string): boolean {
  const plain = text.normalize("NFKC");
  return (plain.match(/\p{L}/gu) ?? []).length <= MAX_LETTERS && ELLIPSIS.test(plain);
}
