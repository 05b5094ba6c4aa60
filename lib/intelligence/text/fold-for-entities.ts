/**
 * Half-width reading of a text for pattern matching: full-width ASCII, typographic dashes and wide blanks become
 * their plain forms, invisible marks (zero-width, bidi, soft hyphen, controls) disappear.
 *
 * @returns `folded`, and `offsets`: for each unit of `folded` its index in `text`, both in UTF-16 units.
 */
export function foldForEntities(text: string): { folded: string; offsets: Int32Array } {
  const offsets = new Int32Array(text.length);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = plainUnit(text.charCodeAt(at));
    if (plain === "") continue;
    offsets[parts.length] = at;
    parts.push(plain);
  }
  return { folded: parts.join(""), offsets: offsets.subarray(0, parts.length) };
}

function plainUnit(unit: number): string {
  if (unit >= 0xff01 && unit <= 0xff5e) return plainUnit(unit - 0xfee0);
  if (unit === 0xffe5) return "¥";
  if (unit === 0xffe1) return "£";
  if (unit === 9 || unit === 10 || unit === 13) return " ";
  if (unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f) return " ";
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe63) return "-";
  const invisible =
    unit < 32 ||
    (unit >= 0x7f && unit < 0xa0) ||
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff;
  return invisible ? "" : String.fromCharCode(unit);
}
