import { resampleForSpeech, SPEECH_RATE } from "./resample";
import { encodeWav } from "./wav";

const OPUS_TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus"];
const BITS_PER_SECOND = 32_000;
/** Pieces come while recording, so that stopping takes no longer for a long one. */
const PIECE_MS = 1_000;
const PROCESSOR_SAMPLES = 4_096;

export interface Recorder {
  stop(): Promise<Blob>;
  cancel(): void;
}

/** The first form of Opus that this browser records, or null (Safari records AAC in MP4 alone). */
export function pickOpusType(isSupported: (type: string) => boolean): string | null {
  return OPUS_TYPES.find(isSupported) ?? null;
}

/** Records as Opus, or where the browser cannot as WAV of 16 kHz, one channel. */
export function startRecorder(
  stream: MediaStream,
  context: AudioContext,
  source: MediaStreamAudioSourceNode,
): Recorder {
  const type = pickOpusType((one) => MediaRecorder.isTypeSupported(one));
  return type ? recordOpus(stream, type) : recordWav(context, source);
}

function recordOpus(stream: MediaStream, mimeType: string): Recorder {
  const pieces: Blob[] = [];
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  // A device that is pulled out stops the recorder by itself; what it gave until then is kept.
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener("stop", () => resolve(), { once: true });
  });
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (data.size > 0) pieces.push(data);
  });
  recorder.start(PIECE_MS);
  const end = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  return {
    async stop() {
      end();
      await stopped;
      return new Blob(pieces, { type: mimeType.split(";")[0] ?? "" });
    },
    cancel: end,
  };
}

/**
 * Takes the samples as they come. A ScriptProcessorNode, though deprecated: an AudioWorklet is a script of its own,
 * which would have to come across origins with CORS or as a blob, and strict policies refuse blobs.
 */
function recordWav(context: AudioContext, source: MediaStreamAudioSourceNode): Recorder {
  const pieces: Float32Array[] = [];
  const processor = context.createScriptProcessor(PROCESSOR_SAMPLES, 1, 1);
  processor.onaudioprocess = ({ inputBuffer }) => {
    pieces.push(inputBuffer.getChannelData(0).slice());
  };
  source.connect(processor);
  // Nothing is processed that leads nowhere; the output stays silent.
  processor.connect(context.destination);
  const end = () => {
    processor.onaudioprocess = null;
    source.disconnect(processor);
    processor.disconnect();
  };
  return {
    async stop() {
      end();
      const samples = await resampleForSpeech(pieces, context.sampleRate);
      return new Blob([encodeWav(samples, SPEECH_RATE)], { type: "audio/wav" });
    },
    cancel: end,
  };
}
