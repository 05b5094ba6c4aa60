const PIECES = [
  ..."退货什么时候到账请问您好，。！？￥",
  ..."abcXYZ 0123 <>&'\"\\/\n\t]]>",
  ..."ñáé¿¡éàü",
  ..."😀👩‍👩‍👧🇨🇳👍🏽𠮷𩸽",
  "\u2028",
  "\u200d",
  "\ufeff",
];

/** Numbers of Mulberry32: the same seed, the same numbers, so that a failure can be seen again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text of Latin, Han, emoji and characters outside the basic plane, at most `maxPieces` of them. */
export function randomText(random: () => number, maxPieces: number): string {
  const length = Math.floor(random() * (maxPieces + 1));
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]!).join("");
}
