/** A syllable's nucleus stands out of its surroundings by this (de Jong & Wempe 2009). */
const DIP_DB = 2;

/**
 * Syllable nuclei after de Jong & Wempe (2009): peaks of the level with a dip of 2 dB before and after, inside speech
 * and voiced.
 *
 * @param levels decibels a hop over a window of a syllable, see `measureLevel`. @param isSpeech, pitchHz same length.
 * @returns how many there are.
 */
export function countSyllables(levels: Float32Array, isSpeech: Uint8Array, pitchHz: Float32Array): number {
  let nuclei = 0;
  let lowest = Number.NEGATIVE_INFINITY;
  let peak = -1;
  const close = () => {
    if (peak >= 0 && isSpeech[peak] && isVoiced(pitchHz, peak)) nuclei++;
    peak = -1;
  };
  // Nothing before the recording counts as a dip: a voice may be there from the beginning.
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i]!;
    if (peak < 0) {
      if (level < lowest) lowest = level;
      else if (level >= lowest + DIP_DB) peak = i;
    } else if (level > levels[peak]!) peak = i;
    else if (level <= levels[peak]! - DIP_DB) {
      close();
      lowest = level;
    }
  }
  close();
  return nuclei;
}

/** The peak's own hop or a neighbour: the level's peak may lie at the edge of the voiced part. */
function isVoiced(pitchHz: Float32Array, frame: number): boolean {
  return [frame - 1, frame, frame + 1].some((i) => (pitchHz[i] ?? 0) > 0);
}
