import type { TextUnit } from "./segment-words";

/**
 * The text with some units removed: `mask[i]` is 1 where unit i stays. What stood between two neighbours that both
 * stay is left as it was; across a removed unit there is one blank. Without it Chinese neighbours would close up into
 * a word that nobody wrote (发|什么|货 without 什么 would be 发货, "to ship"), and its weight would be counted as that
 * of the removed one. A blank is a boundary to every model here; a mask token would be known to one of them only.
 * All units kept is the text itself (without blanks at its ends), none kept is "".
 */
export function maskText(text: string, units: readonly TextUnit[], mask: ArrayLike<number>): string {
  let masked = "";
  let previous = -1;
  for (let i = 0; i < units.length; i += 1) {
    if (mask[i] === 0) continue;
    if (previous >= 0) masked += previous === i - 1 ? text.slice(units[previous]!.end, units[i]!.start) : " ";
    masked += units[i]!.token;
    previous = i;
  }
  return masked;
}
