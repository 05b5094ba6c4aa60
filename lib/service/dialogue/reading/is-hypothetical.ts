const IMAGINED =
  /万一|萬一|(?:如果|要是|假如|若).{0,24}(?:可以|能|怎么|怎麼|吗|嗎)|(?<!\p{L})(?:what if|in case|(?:suppose|if) (?:it|they|this|that|i)(?:'m|'s)?(?: (?:do(?:es)?n'?t|don't like|turns? out|is(?:n'?t)?|are(?:n'?t)?|am|hate|dislike|regret|change my mind)|(?= not)))|(?<!\p{L})(?:y )?si (?:luego|despu[eé]s|al final|no me|me queda|resulta|me arrepiento|lo odio|la odio)/iu;

/** "What if it does not fit, can I exchange it?": nothing has happened, and nothing shall be done yet. */
export const isHypothetical = (text: string): boolean =>
  IMAGINED.test(text.normalize("NFKC")) && /[?？吗嗎]/u.test(text);
