const HAN_RUN = /\p{Script=Han}+/gu;
let dictionary: Intl.Segmenter | undefined;

/** Pairs of neighbouring Chinese characters, and single ones that stand alone. */
export function pairHan(text: string): string[] {
  return (text.match(HAN_RUN) ?? []).flatMap((run) => {
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, at) => characters[at]! + character);
  });
}

/** Chinese words by the dictionary of `Intl.Segmenter`. */
export function wordsOfHan(text: string): string[] {
  dictionary ??= new Intl.Segmenter("zh", { granularity: "word" });
  const segment = (run: string) => [...dictionary!.segment(run)].map((word) => word.segment);
  return (text.match(HAN_RUN) ?? []).flatMap(segment);
}

/**
 * Chinese words of a text for full text search: pairs of characters, which find names that no dictionary has, and the
 * dictionary's words beside them. Together they find more than either (bench/conversations; Nie, Gao, Zhang and Zhou
 * 2000, “On the use of words and n-grams for Chinese information retrieval”).
 */
export function segmentHan(text: string): string[] {
  return [...pairHan(text), ...wordsOfHan(text)];
}
