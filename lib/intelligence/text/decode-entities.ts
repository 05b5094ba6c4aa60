// Those that shop texts hold; others stay as they are written.
const NAMED = new Map<string, string>(
  `amp & lt < gt > quot " apos ' iexcl ¡ cent ¢ pound £ yen ¥ sect § copy © laquo « raquo » reg ® deg °
  plusmn ± sup2 ² sup3 ³ micro µ para ¶ middot · ordf ª ordm º frac14 ¼ frac12 ½ frac34 ¾ iquest ¿ Agrave À Aacute Á
  Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï
  Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö times × Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü szlig ß agrave à
  aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î
  iuml ï ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö divide ÷ oslash ø ugrave ù uacute ú ucirc û uuml ü euro €
  ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ bull • hellip … trade ™ larr ← rarr → minus − le ≤ ge ≥`
    .split(/\s+/)
    .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1]!]] : [])),
);
for (const name of ["nbsp", "ensp", "emsp", "thinsp"]) NAMED.set(name, " ");

/** Characters for HTML's entities, once: what comes out is not decoded again, and no entity can be defined anew. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));?/g,
    (whole, ...groups) => {
      const [decimal, hex, name] = groups as (string | undefined)[];
      if (name) return whole.endsWith(";") ? (NAMED.get(name) ?? whole) : whole;
      return toCharacter(decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16));
    },
  );
}

function toCharacter(code: number): string {
  const isText = code > 0x1f || code === 9 || code === 10;
  const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText && isScalar && code !== 0x7f ? String.fromCodePoint(code) : "";
}
