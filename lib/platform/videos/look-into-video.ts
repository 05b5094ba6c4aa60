import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { writePng } from "./write-png";
import { writeWav } from "./write-wav";

const DECODER = fileURLToPath(new URL("./decode-video.mjs", import.meta.url));
const MAX_SECONDS = 30;
const MAX_RESIDENT_BYTES = 768 * 1024 * 1024;
const WATCH_EVERY_MS = 100;
/** So much of a video's sound is listened to. */
export const MAX_SOUND_SECONDS = 60;
const PAGE_BYTES = 4_096;

/** What the process that decodes says, which is not believed beyond its shape. */
interface Decoded {
  durationSeconds: number;
  width: number;
  height: number;
  poster: { rgba: Uint8Array; width: number; height: number } | null;
  /** Mono at 16 kHz. */
  sound: Float32Array | null;
}

export interface VideoView {
  /** In pixels, as it is shown. */
  width: number;
  height: number;
  /** One frame, as PNG. */
  poster: Uint8Array | null;
  /** The beginning of its sound, as WAV. */
  sound: Uint8Array | null;
}

/**
 * Looks into a video that anybody may have sent: a frame and the sound, decoded in a process of its own that has no
 * secrets and is ended when it takes too long or too much. Null for what cannot be decoded, and where this machine has
 * no decoder.
 */
export async function lookIntoVideo(bytes: Uint8Array): Promise<VideoView | null> {
  const decoded = await decode(bytes);
  if (!decoded || !isSide(decoded.width) || !isSide(decoded.height)) return null;
  const { width, height, poster, sound } = decoded;
  const isWhole = poster !== null && poster.rgba.byteLength === poster.width * poster.height * 4;
  return {
    width,
    height,
    poster: isWhole ? writePng(poster.rgba, poster.width, poster.height) : null,
    sound: sound ? writeWav(sound) : null,
  };
}

const isSide = (pixels: number) => Number.isInteger(pixels) && pixels > 0 && pixels <= 16_384;

function decode(bytes: Uint8Array): Promise<Decoded | null> {
  return new Promise((resolve) => {
    const child = fork(DECODER, {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: ["--max-old-space-size=384"],
      env: { NODE_ENV: "production", NODE_WEBCODECS_FORCE: "static" },
      cwd: "/",
    });
    const stop = watch(child);
    const finish = (decoded: Decoded | null) => {
      stop();
      child.removeAllListeners();
      child.kill("SIGKILL");
      resolve(decoded);
    };
    child.once("message", (message) => finish(message as Decoded | null));
    child.once("error", () => finish(null));
    child.once("exit", () => finish(null));
    child.send({ bytes, maxSoundSeconds: MAX_SOUND_SECONDS }, (error) => error && finish(null));
  });
}

/** Ends a process that takes too long, or (where the system tells) too much memory. @returns what stops watching */
function watch(child: ChildProcess): () => void {
  const timer = setTimeout(() => child.kill("SIGKILL"), MAX_SECONDS * 1_000);
  const meter = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/statm`, "utf8").catch(() => "");
    if (Number(status.split(" ")[1] ?? 0) * PAGE_BYTES > MAX_RESIDENT_BYTES) child.kill("SIGKILL");
  }, WATCH_EVERY_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(meter);
  };
}
