import { countSyllables } from "./count-syllables";
import { detectSpeech } from "./detect-speech";
import { type ArousalCues, estimateArousal } from "./estimate-arousal";
import { HOP_SECONDS, SAMPLE_RATE_HZ } from "./frames";
import { highPass } from "./high-pass";
import { meanLevel, measureLevel } from "./measure-level";
import { measureSpectrum, type SpectralMeasures } from "./measure-spectrum";
import { deviation, mean, median } from "./moments";
import { trackPitch } from "./track-pitch";

export interface Prosody {
  /** Mean and standard deviation of the fundamental frequency over voiced speech; null where nothing is voiced. */
  pitchMeanHz: number | null;
  pitchSdHz: number | null;
  /** Mean level of the speech (of the whole recording where there is none), decibels below full scale, −100 at least. */
  energyDb: number;
  /** Share of the recording without speech, silence at its ends included. */
  pauseRatio: number;
  /** The longest stretch without speech. */
  longestPauseSeconds: number;
  /** Syllables a second from the first speech to the last, pauses included; 0 without speech. */
  speechRate: number;
}

/** Values a hop, for drawing: value i stands for the time i × hopSeconds. */
export interface VoiceContours {
  hopSeconds: number;
  /** 0 where the voice is not voiced. */
  pitchHz: Float32Array;
  levelDb: Float32Array;
  /** 1 for speech. */
  isSpeech: Uint8Array;
}

export interface VoiceAnalysis {
  durationSeconds: number;
  prosody: Prosody;
  /** How excited the voice sounds, 0..1; 0 without speech. */
  arousal: number;
  /** Null where nothing is voiced. */
  spectrum: SpectralMeasures | null;
  contours: VoiceContours;
}

const RUMBLE_HZ = 60;
const SYLLABLE_WINDOW_SECONDS = 0.05;

/**
 * Everything that a voice says besides words: pitch, level, pauses, rate and the arousal that they carry. Takes some
 * 10 ms for a second of audio, and a second copy of the samples.
 *
 * @param samples mono at SAMPLE_RATE_HZ, −1..1 at full scale. Any length, silence and noise too.
 */
export function analyzeProsody(samples: Float32Array): VoiceAnalysis {
  const voice = highPass(samples, RUMBLE_HZ);
  const pitchHz = trackPitch(voice);
  const levelDb = measureLevel(voice);
  const isSpeech = detectSpeech(levelDb, pitchHz);
  const syllables = countSyllables(measureLevel(voice, SYLLABLE_WINDOW_SECONDS), isSpeech, pitchHz);
  const spectrum = measureSpectrum(voice, pitchHz, isSpeech);
  const durationSeconds = samples.length / SAMPLE_RATE_HZ;
  const voiced = pitchHz.filter((hz, i) => hz > 0 && isSpeech[i]);
  const speech = levelDb.filter((_, i) => isSpeech[i]);
  const hasSpeech = speech.length > 0;
  const prosody: Prosody = {
    pitchMeanHz: voiced.length > 0 ? mean(voiced) : null,
    pitchSdHz: voiced.length > 0 ? deviation(voiced) : null,
    energyDb: meanLevel(hasSpeech ? speech : levelDb),
    ...measurePauses(isSpeech, durationSeconds),
    speechRate: hasSpeech ? syllables / spanSeconds(isSpeech) : 0,
  };
  const cues = spectrum && toCues(spectrum, voiced, speech, syllables);
  const contours = { hopSeconds: HOP_SECONDS, pitchHz, levelDb, isSpeech };
  return { durationSeconds, prosody, arousal: cues ? estimateArousal(cues) : 0, spectrum, contours };
}

function toCues(
  { alphaRatioDb, hammarbergIndexDb }: SpectralMeasures,
  voiced: Float32Array,
  speech: Float32Array,
  syllables: number,
): ArousalCues {
  return {
    alphaRatioDb,
    hammarbergIndexDb,
    pitchMedianHz: median(voiced),
    pitchSdSemitones: deviation(voiced.map((hz) => 12 * Math.log2(hz))),
    levelSdDb: deviation(speech),
    articulationRate: syllables / (speech.length * HOP_SECONDS),
  };
}

function measurePauses(
  isSpeech: Uint8Array,
  durationSeconds: number,
): { pauseRatio: number; longestPauseSeconds: number } {
  let silent = 0;
  let longest = 0;
  let run = 0;
  for (const flag of isSpeech) {
    run = flag ? 0 : run + 1;
    silent += flag ? 0 : 1;
    longest = Math.max(longest, run);
  }
  return {
    pauseRatio: isSpeech.length > 0 ? silent / isSpeech.length : 0,
    longestPauseSeconds: Math.min(durationSeconds, longest * HOP_SECONDS),
  };
}

function spanSeconds(isSpeech: Uint8Array): number {
  return (isSpeech.lastIndexOf(1) - isSpeech.indexOf(1) + 1) * HOP_SECONDS;
}
