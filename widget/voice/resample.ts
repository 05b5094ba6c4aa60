/** Samples in a second that speech needs. */
export const SPEECH_RATE = 16_000;

/** Joins the pieces and brings them to 16 kHz with the browser's own resampler, which filters what would fold over. */
export async function resampleForSpeech(
  pieces: readonly Float32Array[],
  sampleRate: number,
): Promise<Float32Array> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length === 0) return new Float32Array();
  const offline = new OfflineAudioContext(1, Math.ceil((length * SPEECH_RATE) / sampleRate), SPEECH_RATE);
  const buffer = offline.createBuffer(1, length, sampleRate);
  const channel = buffer.getChannelData(0);
  let at = 0;
  for (const piece of pieces) {
    channel.set(piece, at);
    at += piece.length;
  }
  const player = offline.createBufferSource();
  player.buffer = buffer;
  player.connect(offline.destination);
  player.start();
  return (await offline.startRendering()).getChannelData(0);
}
