/** What the voice shows of excitement; none of it depends on how loud the recording is. */
export interface ArousalCues {
  /** See `measure-spectrum.ts`. */
  alphaRatioDb: number;
  hammarbergIndexDb: number;
  pitchMedianHz: number;
  /** Standard deviation of the pitch in semitones. */
  pitchSdSemitones: number;
  /** Standard deviation of the level within speech, in decibels. */
  levelSdDb: number;
  /** Syllables a second of speech, pauses left out. */
  articulationRate: number;
}

interface Scale {
  weight: number;
  /** What a calm voice has, and what a raised one has. */
  calm: number;
  raised: number;
}

/**
 * Directions are those on which studies agree (Banse & Scherer 1996; Juslin & Laukka 2003; Goudbeek & Scherer 2010):
 * a raised voice is higher, livelier, louder at its peaks, faster, and has more of its energy above 1 kHz. The ends of
 * the scales are round values about what these report: spectral balance moves by some 10 dB from conversational to
 * loud speech (Sundberg & Nordenberg 2006), pitch by up to an octave with vocal effort (Traunmüller & Eriksson 2000),
 * around 157 Hz, midway between men and women. Half of the weight is the balance, which needs no knowledge of the
 * speaker and served best without it (Bone, Lee & Narayanan 2014); pitch, which differs between people, has a fifth.
 * No value was fitted to recordings.
 */
const SCALES: Record<keyof ArousalCues, Scale> = {
  alphaRatioDb: { weight: 0.25, calm: 18, raised: 8 },
  hammarbergIndexDb: { weight: 0.25, calm: 28, raised: 18 },
  pitchMedianHz: { weight: 0.2, calm: semitones(157), raised: semitones(157) + 10 },
  pitchSdSemitones: { weight: 0.1, calm: 2.5, raised: 5 },
  levelSdDb: { weight: 0.1, calm: 10, raised: 14 },
  articulationRate: { weight: 0.1, calm: 4, raised: 6 },
};
/** Keeps one odd cue from outvoting the others. */
const FURTHEST = 1.5;
const STEEPNESS = 5;

/**
 * How aroused a voice sounds, 0 (calm) to 1: each cue is placed between a calm and a raised voice, and the weighted
 * mean goes through a logistic curve that is 0.08 at "calm", 0.5 midway and 0.92 at "raised".
 */
export function estimateArousal(cues: ArousalCues): number {
  const measured = { ...cues, pitchMedianHz: semitones(cues.pitchMedianHz) };
  let mean = 0;
  for (const [name, { weight, calm, raised }] of Object.entries(SCALES)) {
    const place = (measured[name as keyof ArousalCues] - calm) / (raised - calm);
    mean += weight * Math.max(-FURTHEST + 1, Math.min(FURTHEST, place));
  }
  return 1 / (1 + Math.exp(-STEEPNESS * (mean - 0.5)));
}

function semitones(hz: number): number {
  return 12 * Math.log2(hz);
}
