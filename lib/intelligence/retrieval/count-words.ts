/** Length of a text in words: runs of letters and digits, a Chinese character as a third of one. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}+/gu, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  // A run of letters without end (a code, a script without blanks) is as long as its letters.
  const words = others.reduce((sum, word) => sum + Math.ceil(word.length / 30), 0);
  return words + han / 3;
}
