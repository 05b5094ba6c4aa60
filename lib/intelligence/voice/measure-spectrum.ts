import { copyFrame } from "./frames";
import { binWidthHz, PowerSpectrum } from "./power-spectrum";

/** Means over voiced hops in decibels, as the eGeMAPS set defines them (Eyben et al. 2016). */
export interface SpectralMeasures {
  /** Energy of 50–1000 Hz over that of 1–5 kHz; smaller in a raised voice. */
  alphaRatioDb: number;
  /** Strongest partial of 0–2 kHz over that of 2–5 kHz; smaller in a raised voice. */
  hammarbergIndexDb: number;
  /** Slope of the spectrum within 500–1500 Hz, decibels a kilohertz; flatter in a raised voice. */
  slopeDbPerKilohertz: number;
}

const SIZE = 512;
const BIN_HZ = binWidthHz(SIZE);
/** Noise is the same for longer than speech: every fourth hop of the pauses tells it. */
const NOISE_STEP = 4;
/** What is left of a bin at least when the noise is taken off, as a share of it. */
const SPECTRAL_FLOOR = 0.01;

/**
 * Spectral balance of the voice. What sounds in the pauses is taken off as noise (spectral subtraction, Boll 1979),
 * so that a hissing line does not count as a raised voice.
 *
 * @param samples mono at SAMPLE_RATE_HZ. @param pitchHz, isSpeech a value a hop.
 * @returns null where no speech is voiced.
 */
export function measureSpectrum(
  samples: Float32Array,
  pitchHz: Float32Array,
  isSpeech: Uint8Array,
): SpectralMeasures | null {
  const spectrum = new PowerSpectrum(SIZE);
  const frame = new Float64Array(SIZE);
  const powerAt = (hop: number) => {
    copyFrame(samples, hop, frame);
    return spectrum.measure(frame);
  };
  const noise = averageNoise(powerAt, isSpeech);
  const sum = { alphaRatioDb: 0, hammarbergIndexDb: 0, slopeDbPerKilohertz: 0 };
  let voiced = 0;
  for (let hop = 0; hop < isSpeech.length; hop++) {
    if (!isSpeech[hop] || !pitchHz[hop]) continue;
    const power = powerAt(hop);
    for (let k = 0; k < power.length; k++)
      power[k] = Math.max(power[k]! - noise[k]!, power[k]! * SPECTRAL_FLOOR);
    sum.alphaRatioDb += decibelsBetween(energyOf(power, 50, 1000), energyOf(power, 1000, 5000));
    sum.hammarbergIndexDb += decibelsBetween(peakOf(power, 0, 2000), peakOf(power, 2000, 5000));
    sum.slopeDbPerKilohertz += slopeOf(power, 500, 1500);
    voiced++;
  }
  if (voiced === 0) return null;
  return {
    alphaRatioDb: sum.alphaRatioDb / voiced,
    hammarbergIndexDb: sum.hammarbergIndexDb / voiced,
    slopeDbPerKilohertz: sum.slopeDbPerKilohertz / voiced,
  };
}

function averageNoise(powerAt: (hop: number) => Float64Array, isSpeech: Uint8Array): Float64Array {
  const noise = new Float64Array(SIZE / 2);
  let count = 0;
  for (let hop = 0; hop < isSpeech.length; hop += NOISE_STEP) {
    if (isSpeech[hop]) continue;
    const power = powerAt(hop);
    for (let k = 0; k < noise.length; k++) noise[k]! += power[k]!;
    count++;
  }
  return count > 0 ? noise.map((sum) => sum / count) : noise;
}

function energyOf(power: Float64Array, fromHz: number, toHz: number): number {
  let sum = 0;
  for (let k = firstBin(fromHz); k < firstBin(toHz); k++) sum += power[k]!;
  return sum;
}

function peakOf(power: Float64Array, fromHz: number, toHz: number): number {
  let peak = 0;
  for (let k = firstBin(fromHz); k < firstBin(toHz); k++) peak = Math.max(peak, power[k]!);
  return peak;
}

/** Least squares of the bins' decibels over their kilohertz. */
function slopeOf(power: Float64Array, fromHz: number, toHz: number): number {
  const from = firstBin(fromHz);
  const to = firstBin(toHz);
  const middle = (from + to - 1) / 2;
  let covariance = 0;
  let variance = 0;
  for (let k = from; k < to; k++) {
    const offset = ((k - middle) * BIN_HZ) / 1000;
    covariance += offset * 10 * Math.log10(power[k]! + Number.MIN_VALUE);
    variance += offset * offset;
  }
  return covariance / variance;
}

function firstBin(hz: number): number {
  return Math.ceil(hz / BIN_HZ);
}

function decibelsBetween(low: number, high: number): number {
  return 10 * Math.log10((low + 1e-14) / (high + 1e-14));
}
