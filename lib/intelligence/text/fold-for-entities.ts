/**
 * Half-width reading of a text for pattern matching: full-width ASCII, typographic dashes and wide blanks become
 * their plain forms, invisible marks (zero-width, bidi, soft hyphen, controls) disappear.
 *
 * @returns `folded`, and `offsets`: for each unit of `folded` its index in `text`, both in UTF-16 units.
 */
export function foldForEntities(text: string): { folded: string; offsets: Int32Array } {
  const offsets = new Int32Array(text.length);
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const plain = unit >= 32 && unit < 127 ? unit : plainUnit(unit);
    if (plain === DROPPED) continue;
    offsets[length] = at;
    units[length] = plain;
    length += 1;
  }
  return { folded: toText(units.subarray(0, length)), offsets: offsets.subarray(0, length) };
}

const DROPPED = 0;
const BLANK = 32;
const HYPHEN = 45;
/** As many units as every engine takes as arguments of one call. */
const CHUNK = 8_192;

function toText(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += CHUNK)
    text += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return text;
}

function plainUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit === 0xffe5) return 0xa5;
  if (unit === 0xffe1) return 0xa3;
  if (unit === 9 || unit === 10 || unit === 13) return BLANK;
  if (unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f) return BLANK;
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe63) return HYPHEN;
  const invisible =
    unit < 32 ||
    (unit >= 0x7f && unit < 0xa0) ||
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff;
  return invisible ? DROPPED : unit;
}
