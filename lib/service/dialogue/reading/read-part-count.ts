import { toCount } from "./read-quantity";

const HAN =
  "(?<!第)(?<n>\\d{1,3}|[一二两兩俩三四五六七八九十])\\s*(?:个|個|件|盒|包|瓶|罐|套|双|雙|条|條|只|隻|袋|本|支|把|份|块|塊)";
const WORD =
  "(?<![\\p{L}\\d])(?<n>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)";
const COUNTS: readonly RegExp[] = [
  new RegExp(HAN, "gu"),
  new RegExp(`${WORD}\\s+(?:of|de)\\s+(?:the|them|my|those|these|l[oa]s|ell[oa]s|mis)(?!\\p{L})`, "giu"),
  new RegExp(
    `(?:only|just|those|these|s[oó]lo|solamente|es[oa]s|est[oa]s|l[oa]s)\\s+${WORD}(?![\\p{L}\\d])`,
    "giu",
  ),
  new RegExp(
    `${WORD}\\s+(?:cups?|boxes|box|pieces?|items?|units?|tazas?|cajas?|piezas?|unidades?)(?!\\p{L})`,
    "giu",
  ),
];
/** Of which part of a message it counts: what is sent back or wanted, and not what came or broke. */
const OF_RETURN =
  /退|换|換|只要|就要|对|對|嗯|(?<!\p{L})(?:return|send|exchange|swap|only|just|back|yes|ok|devol|regres|cambi|solo|s[oó]lo|s[ií])/iu;

/**
 * How many of an item shall go back, where a message says so; null where it does not, or says several numbers.
 * @param most of a line that is held already: then any number up to it counts, wherever it stands.
 */
export function readPartCount(text: string, most?: number): number | null {
  const parts = text.normalize("NFKC").split(/[,，.。;；!！?？\n]+/u);
  const counts = parts
    .filter((part) => most !== undefined || OF_RETURN.test(part))
    .flatMap((part) => COUNTS.flatMap((pattern) => [...part.matchAll(pattern)]))
    .map(({ groups }) => toCount(groups!.n!))
    .filter((count) => count !== null)
    .filter((count) => most === undefined || count <= most);
  return new Set(counts).size === 1 ? counts[0]! : null;
}
