export { analyzeProsody, type Prosody, type VoiceAnalysis, type VoiceContours } from "./analyze-prosody";
export { type DecodedAudio, decodeWav } from "./decode-wav";
export { type ArousalCues, estimateArousal } from "./estimate-arousal";
export { Fourier } from "./fourier";
export { HOP_SECONDS, SAMPLE_RATE_HZ } from "./frames";
export { type FusedSentiment, fuseSentiment } from "./fuse-sentiment";
export type { SpectralMeasures } from "./measure-spectrum";
export { resample } from "./resample";
export { HIGHEST_PITCH_HZ, LOWEST_PITCH_HZ } from "./yin";
