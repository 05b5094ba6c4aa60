/** What stands between two sentences: Chinese sets none, since its full stop holds the space. */
export function sentenceGap(locale: string): string {
  return locale.startsWith("zh") ? "" : " ";
}
