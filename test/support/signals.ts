/** Sounds of known properties, mono at 16 kHz. */
export const RATE_HZ = 16_000;

/** A voice-like tone: harmonics that fall by 12 dB an octave, gliding from one pitch to another in equal semitones. */
export function glide(fromHz: number, toHz: number, seconds: number, amplitude = 0.3): Float32Array {
  const length = Math.round(seconds * RATE_HZ);
  const samples = new Float32Array(length);
  let phase = 0;
  for (let i = 0; i < length; i++) {
    const hz = fromHz * (toHz / fromHz) ** (i / length);
    phase += (2 * Math.PI * hz) / RATE_HZ;
    for (let k = 1; k <= 10 && k * hz < RATE_HZ / 2; k++)
      samples[i]! += (amplitude * Math.sin(k * phase)) / k ** 2;
  }
  return samples;
}

export function tone(hz: number, seconds: number, amplitude = 0.3): Float32Array {
  return glide(hz, hz, seconds, amplitude);
}

export function sine(hz: number, seconds: number, amplitude = 0.5, rateHz = RATE_HZ): Float32Array {
  const length = Math.round(seconds * rateHz);
  return Float32Array.from({ length }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rateHz));
}

export function silence(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * RATE_HZ));
}

/** White noise, the same for the same seed. */
export function noise(seconds: number, amplitude = 0.1, seed = 1): Float32Array {
  const random = randomOf(seed);
  return Float32Array.from({ length: Math.round(seconds * RATE_HZ) }, () => amplitude * (2 * random() - 1));
}

/** Voiced bursts with rounded ends, `perSecond` of them a second. */
export function syllables(perSecond: number, seconds: number, hz = 140): Float32Array {
  const samples = tone(hz, seconds);
  return samples.map(
    (value, i) => value * (0.02 + 0.98 * Math.sin((Math.PI * perSecond * i) / RATE_HZ) ** 2),
  );
}

export function join(...parts: Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function add(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value + (b[i] ?? 0));
}

/** Numbers of 0..1, the same for the same seed (linear congruential, Numerical Recipes). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
